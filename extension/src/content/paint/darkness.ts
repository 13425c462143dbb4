/** Whether text stands on a dark ground, judged by what the page really paints there. */

/** Looks up from `element` to the first background that is not see-through. */
export function isOnDark(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) {
    const channels = channelsOf(getComputedStyle(at).backgroundColor);
    if (channels && channels.alpha > 0.5) return luminance(channels.rgb) < 0.35;
  }
  // No ground at all: the canvas, which follows the page's colour scheme; the text's own colour tells.
  const text = channelsOf(getComputedStyle(element).color);
  return text !== null && luminance(text.rgb) > 0.6;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Browsers compute most colours to `rgb()`; anything else is drawn on a canvas to find out. */
export function channelsOf(colour: string): { rgb: number[]; alpha: number } | null {
  const numbers = colour.match(/[\d.]+/g)?.map(Number);
  if (colour.startsWith("rgb") && numbers && numbers.length >= 3) return { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
  if (colour === "transparent") return { rgb: [0, 0, 0], alpha: 0 };
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return null;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return { rgb: [red, green, blue], alpha: alpha / 255 };
}

/** Perceived brightness, 0 to 1. */
function luminance([red = 0, green = 0, blue = 0]: number[]): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
