/** The content script's work on a page as a global, for timing it: `python -m benchmarks.extension`. */

import type { Claim, SourceType } from "../../src/shared/contract";
import { SOURCE_TYPES } from "../../src/shared/contract";
import { Anchorer, type AnchoredClaim } from "../../src/content/anchor/anchor";
import { rangesOf } from "../../src/content/anchor/range";
import { readArticle } from "../../src/content/extract/article";
import type { ReadBlock } from "../../src/content/extract/blocks";
import { Highlights } from "../../src/content/paint/highlights";
import { highlightCss } from "../../src/content/paint/styles";
import { wrap } from "./wrap";

const WORDS_IN_RANGE = 5;

function blocksOfPage(): ReadBlock[] {
  return readArticle(document)?.blocks ?? [];
}

/** The blocks as they would be sent. */
function blocks(): unknown[] {
  return blocksOfPage().map(({ id, role, map }) => ({ id, role, text: map.text }));
}

function addRules(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlightCss({ dark: false, hues: {} }));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Milliseconds for each step from a loaded page to painted claims. */
function work(claims: Claim[]): { reading: number; anchoring: number; painting: number; anchored: number } {
  void document.body.offsetHeight; // the page is laid out before anybody clicks
  const begin = performance.now();
  const read = blocksOfPage();
  const afterReading = performance.now();
  const { anchored } = new Anchorer(read, read).anchor(claims);
  const afterAnchoring = performance.now();
  addRules();
  new Highlights().draw(anchored);
  void document.body.offsetHeight;
  const end = performance.now();
  return { reading: afterReading - begin, anchoring: afterAnchoring - afterReading, painting: end - afterAnchoring, anchored: anchored.length };
}

/** `count` stretches of the article, one text node each, with the source types in turn. */
function stretches(count: number): { type: SourceType; range: Range }[] {
  const found: { type: SourceType; range: Range }[] = [];
  for (const { map } of blocksOfPage()) {
    const words = [...map.text.matchAll(/\S+/g)];
    for (let at = 0; at + WORDS_IN_RANGE <= words.length && found.length < count; at += WORDS_IN_RANGE + 1) {
      const [first, last] = [words[at]!, words[at + WORDS_IN_RANGE - 1]!];
      const [range] = rangesOf(map.slices(first.index, last.index + last[0].length)) ?? [];
      if (range) found.push({ type: SOURCE_TYPES[found.length % SOURCE_TYPES.length]!, range });
    }
  }
  return found;
}

/** Milliseconds until `count` ranges are on the screen, by highlights or by wrapping them in elements. */
async function drawn(how: "highlights" | "elements", count: number): Promise<{ milliseconds: number; count: number }> {
  const parts = stretches(count);
  await nextFrame();
  const begin = performance.now();
  if (how === "highlights") {
    addRules();
    new Highlights().draw(parts.map(asClaim));
  } else wrap(parts);
  await nextFrame();
  return { milliseconds: performance.now() - begin, count: parts.length };
}

function asClaim({ type, range }: { type: SourceType; range: Range }): AnchoredClaim {
  const claim = { source: { type }, certainty: { status: "reported" } } as Claim;
  return { claim, ranges: [range], cues: [] };
}

/** After style, layout and paint of the next frame. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  }));
}

(globalThis as unknown as { HearsaySpeed: object }).HearsaySpeed = { blocks, work, drawn };
