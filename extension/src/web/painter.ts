/**
 * The painter for ordinary web pages: the same highlights, card and badge as in the extension.
 *
 *     const view = HearsayPainter.mount(blocks, analysis, { language: "de" });
 *     view.update({ hiddenTypes: ["none"] });
 *     view.go("c3");
 *     view.remove();
 */

import { Anchorer } from "../content/anchor/anchor";
import type { ReadBlock } from "../content/extract/blocks";
import { Painter, type PainterOptions } from "../content/paint/painter";
import { statusSwatch, typeSwatch } from "../content/paint/swatch";
import { TextMap } from "../content/textmap";
import type { Analysis, Block, Claim, Role } from "../shared/contract";
import { EVERYTHING, type Filter } from "../shared/filter";

export interface MountOptions extends Partial<Filter> {
  language?: "de" | "en";
  theme?: "auto" | "light" | "dark";
  /** Called with the id of the chosen claim, or `null`. */
  onChoose?: (claim: string | null) => void;
  /** Shows a button for corrections in the card; `null` stands for the headline's rating. */
  onReport?: (claim: Claim | null) => void;
}

export interface Mounted {
  update(options: MountOptions): void;
  /** Scrolls to a claim and opens its card; false where it is not shown. */
  go(claim: string): boolean;
  step(by: 1 | -1): void;
  remove(): void;
  /** Claims whose words are not in the elements. */
  unlocated: string[];
}

/** An element that holds exactly one block's text, as it was sent. */
export interface BlockElement {
  id: Block["id"];
  role: Role;
  element: Element;
}

/** Paints `analysis` over the elements. One painter per page. */
export function mount(blocks: readonly BlockElement[], analysis: Analysis, options: MountOptions = {}): Mounted {
  const read: ReadBlock[] = blocks.map(({ id, role, element }) => ({ id, role, element, map: TextMap.verbatim(textNodes(element)) }));
  const { anchored, unlocated } = new Anchorer(read, read).anchor(analysis.claims);
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  let chosen = options;
  const painter = new Painter(painterOptions(chosen), {
    applyCss: (css) => sheet.replaceSync(css),
    changed: () => chosen.onChoose?.(painter.current),
    ...(options.onReport ? { report: options.onReport } : {}),
  });
  const text = read.find(({ role }) => role === "body")?.element ?? document.body;
  painter.paint({ analysis, anchored, headline: read.find(({ role }) => role === "headline") ?? null, text });
  return {
    update: (change) => {
      chosen = { ...chosen, ...change };
      painter.update(painterOptions(chosen));
    },
    go: (claim) => painter.go(claim, true),
    step: (by) => painter.step(by),
    remove: () => {
      painter.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
    unlocated: unlocated.map(({ id }) => id),
  };
}

export { statusSwatch, typeSwatch };

function painterOptions(options: MountOptions): PainterOptions {
  const { hiddenTypes, hiddenStatuses, minConfidence } = { ...EVERYTHING, ...options };
  return { language: options.language ?? "en", theme: options.theme ?? "auto", hues: {}, filter: { hiddenTypes, hiddenStatuses, minConfidence } };
}

function textNodes(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}
