/** Leaves out what stands among an article's paragraphs but is not the article: teasers, bylines, captions, service lines. */

import patterns from "./noise.json";
import type { RawBlock } from "./blocks";
import { containment, similarity, words } from "./similarity";
import type { Metadata } from "./structured";

const LINES = patterns.lines.map((pattern) => new RegExp(pattern, "iu"));
const CLASSES = new RegExp(patterns.classes.join("|"), "i");
const CAPTION = new Set(["FIGCAPTION", "FIGURE", "NAV", "FORM", "BUTTON", "LABEL", "TIME", "ADDRESS", "FOOTER", "ASIDE", "TABLE"]);

export function isNoise(block: RawBlock, metadata: Metadata): boolean {
  return isOutsideText(block) || isTeaser(block) || isServiceLine(block.map.text) || isByline(block.map.text, metadata);
}

/** Cuts headings off the end: they announce what was left out. */
export function trimEnds(blocks: RawBlock[], metadata: Metadata): RawBlock[] {
  const unique = blocks.filter((block, index) => !repeatsEarlier(block, blocks.slice(0, index)));
  let end = unique.length;
  while (end > 0 && isHeading(unique[end - 1])) end -= 1;
  return unique.slice(0, end).filter((block) => !isDangling(block, metadata));
}

function isOutsideText(block: RawBlock): boolean {
  return block.path.some((tag) => CAPTION.has(tag)) || hasNoisyClass(block.element);
}

function hasNoisyClass(element: Element): boolean {
  for (let at: Element | null = element, steps = 0; at && steps < 4; at = at.parentElement, steps += 1) {
    if (at.localName === "body" || at.localName === "article" || at.localName === "main") return false;
    if (CLASSES.test(`${at.getAttribute("class") ?? ""} ${at.id}`)) return true;
  }
  return false;
}

function isTeaser(block: RawBlock): boolean {
  return block.linked > 0.8 * block.map.text.replace(/\s/g, "").length && block.map.text.length < 300;
}

function isServiceLine(text: string): boolean {
  return text.length < 400 && LINES.some((line) => line.test(text));
}

function isByline(text: string, { authors }: Metadata): boolean {
  return text.length < 120 && words(text).length <= 8 && authors.some((author) => containment(author, text) === 1);
}

function isHeading(block: RawBlock | undefined): boolean {
  return block !== undefined && block.path.some((tag) => /^H[1-6]$/.test(tag));
}

/** No letters to speak of: dividers, counters, dates alone. */
function isDangling(block: RawBlock, _metadata: Metadata): boolean {
  return !/\p{L}{2}/u.test(block.map.text);
}

function repeatsEarlier(block: RawBlock, earlier: RawBlock[]): boolean {
  return block.map.text.length > 60 && earlier.some((other) => similarity(block.map.text, other.map.text) > 0.97);
}
