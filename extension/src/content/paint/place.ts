/** Where floating pieces of the interface go: pure geometry in CSS pixels of the viewport. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Spot {
  left: number;
  top: number;
}

const GAP = 8;

/** Below the lines if there is room, else above them, else at the right edge, where it hides least. */
export function placeCard(line: Box, card: Size, view: Size): Spot {
  const left = clamp(line.left, GAP, view.width - card.width - GAP);
  const below = line.bottom + GAP;
  if (below + card.height + GAP <= view.height) return { left, top: below };
  const above = line.top - GAP - card.height;
  if (above >= GAP) return { left, top: above };
  return { left: Math.max(left, view.width - card.width - GAP), top: clamp(below, GAP, view.height - card.height - GAP) };
}

/**
 * The headline's pill: behind its last line, or in the gap below it, or below its text at the right edge.
 * `gap` is the free height between the headline and what follows.
 */
export function placeBadge(lastLine: Box, headline: Box, gap: number, pill: Size, view: Size): Spot {
  const behind = lastLine.right + GAP * 1.5;
  if (behind + pill.width + GAP <= view.width) return { left: behind, top: (lastLine.top + lastLine.bottom - pill.height) / 2 };
  if (gap >= pill.height) return { left: headline.left, top: headline.bottom + (gap - pill.height) / 2 };
  return { left: clamp(headline.right - pill.width, GAP, view.width - pill.width - GAP), top: headline.top - pill.height - 2 };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
