/** Leaves out what stands among an article's paragraphs but is not the article: teasers, bylines, captions, service lines. */

import patterns from "./noise.json";
import type { RawBlock } from "./blocks";
import { containment, words } from "./similarity";
import type { Metadata } from "./structured";

const LINES = patterns.lines.map((pattern) => new RegExp(pattern, "iu"));
const CLASSES = new RegExp(patterns.classes.join("|"), "i");
const OUTSIDE = new Set(["FIGCAPTION", "FIGURE", "NAV", "FORM", "BUTTON", "LABEL", "TIME", "ADDRESS", "FOOTER", "ASIDE", "TABLE", "DT", "DD"]);
/** How far up an element's surroundings speak for it. */
const STEPS = 4;

/** `most` is the length of text from which an element holds the article itself, whatever its classes say. */
export function isNoise(block: RawBlock, metadata: Metadata, most: number): boolean {
  return isOutsideText(block, most) || isTeaser(block) || isServiceLine(block.map.text) || isByline(block.map.text, metadata) || isWordless(block.map.text);
}

function isOutsideText({ path, element }: RawBlock, most: number): boolean {
  return path.some((tag) => OUTSIDE.has(tag)) || hasNoisyClass(element, most);
}

function hasNoisyClass(element: Element, most: number): boolean {
  for (let at: Element | null = element, steps = 0; at && steps < STEPS; at = at.parentElement, steps += 1) {
    if (/^(body|article|main)$/.test(at.localName) || at.textContent.length > most) return false;
    if (CLASSES.test(`${at.getAttribute("class") ?? ""} ${at.id}`)) return true;
  }
  return false;
}

function isTeaser({ linked, map, path }: RawBlock): boolean {
  const share = path.includes("LI") ? 0.4 : 0.8;
  return linked > share * map.text.length && map.text.length < 300;
}

function isServiceLine(text: string): boolean {
  return text.length < 400 && LINES.some((line) => line.test(text));
}

function isByline(text: string, { authors }: Metadata): boolean {
  return text.length < 120 && words(text).length <= 8 && authors.some((author) => author !== "" && containment(author, text) === 1);
}

/** Dividers, counters, bare numbers. */
function isWordless(text: string): boolean {
  return !/\p{L}{2}/u.test(text);
}
