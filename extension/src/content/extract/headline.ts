/**
 * Finds the headline on the page, its kicker and its lead.
 *
 * Readability's title equals the `h1` on two of three pages only, so the page's own statements (JSON-LD,
 * Open Graph, `title`) vote on which visible heading it is.
 */

import { cutBlocks, type RawBlock } from "./blocks";
import { TextMap } from "../textmap";
import { containment, similarity, words } from "./similarity";
import type { Snapshot } from "./snapshot";
import type { Metadata } from "./structured";

export interface Headline {
  block: RawBlock;
  kicker: RawBlock | null;
}

const HEADINGS = 'h1, h2, [role="heading"], [itemprop~="headline"], [class*="headline" i], [class*="title" i], [class*="heading" i]';
const KICKER = /kicker|topline|overline|dachzeile|roofline|roof|eyebrow|spitzmarke|preline|supertitle|pretitle|label|intro|topic|tag|prefix|subject|catch/i;
const LIKELY = 0.6;
/** A part of a heading this close to a stated title is the headline, whatever its length. */
const CLEAR = 0.75;

/** The best visible heading, or `null` where the page has none. */
export function findHeadline(snapshot: Snapshot, metadata: Metadata): Headline | null {
  const candidates = [...snapshot.document.querySelectorAll(HEADINGS)].filter((element) => element.textContent.length < 400);
  const ranked = candidates
    .map((element) => ({ element, score: headingScore(element, metadata) }))
    .sort((one, other) => other.score - one.score);
  const best = ranked[0];
  if (!best || best.score <= 0) return null;
  return splitKicker(best.element, snapshot, metadata);
}

function headingScore(element: Element, metadata: Metadata): number {
  const text = element.textContent;
  if (words(text).length === 0) return 0;
  const tag = element.tagName === "H1" ? 0.4 : element.tagName === "H2" ? 0.05 : 0;
  const likeness = Math.max(0, ...metadata.titles.map((title, rank) => titleLikeness(element, title) - 0.02 * rank));
  if (/sub-?(title|head)/i.test(element.className)) return 0;
  const outside = element.closest("aside, nav, footer, [class*=related i], [class*=teaser i], [class*=sidebar i]") ? 0.3 : 0;
  const inner = element.querySelector("h1, h2, p") ? 0.25 : 0;
  return (likeness >= LIKELY ? likeness : likeness * 0.5) + tag - outside - inner;
}

/** Alike, or for an `h1` one inside the other: titles in the head carry the outlet's name, headings a kicker. */
function titleLikeness(element: Element, title: string): number {
  const text = element.textContent;
  const inside = element.tagName === "H1" && words(text).length >= 4 ? 0.9 * containment(text, title) : 0;
  return Math.max(similarity(text, title), inside > 0.85 ? inside : 0);
}

/** The line before the headline is its kicker where a stated title says both in one. */
export function kickerBefore(blocks: RawBlock[], { block, kicker }: Headline, metadata: Metadata): RawBlock | null {
  const at = blocks.findIndex(({ element }) => element === block.element);
  const before = blocks[at - 1];
  if (kicker || !before || words(before.map.text).length > 8) return kicker;
  const both = bestTitle(`${before.map.text} ${block.map.text}`, metadata);
  return both > 0.9 && both > bestTitle(block.map.text, metadata) ? before : null;
}

function splitKicker(element: Element, snapshot: Snapshot, metadata: Metadata): Headline | null {
  const blocks = partsOf(element, snapshot);
  const first = blocks[0];
  if (!first) return null;
  if (blocks.length === 1) return { block: first, kicker: null };
  const clear = blocks.find(({ map }) => bestTitle(map.text, metadata) > CLEAR);
  const longest = [...blocks].sort((one, other) => words(other.map.text).length - words(one.map.text).length)[0] ?? first;
  // Of two equally long parts the first is the kicker.
  const equal = blocks.findLast(({ map }) => words(map.text).length === words(longest.map.text).length) ?? longest;
  const headline = clear ?? equal;
  if (headline !== first) return { block: headline, kicker: first };
  const whole = { ...first, map: TextMap.joined(blocks.map(({ map }) => map)) };
  return { block: bestTitle(whole.map.text, metadata) > bestTitle(first.map.text, metadata) ? whole : first, kicker: null };
}

function bestTitle(text: string, { titles }: Metadata): number {
  return Math.max(0, ...titles.map((title) => similarity(text, title)));
}

/** A heading's parts: an inline kicker is cut off the line it stands on. */
function partsOf(element: Element, snapshot: Snapshot): RawBlock[] {
  const kicker = [...element.children].find((child) => KICKER.test(child.className) && child.textContent.trim());
  const blocks = cutBlocks(element, snapshot);
  const [only] = blocks;
  if (!kicker || blocks.length !== 1 || !only) return blocks;
  const [inner] = cutBlocks(kicker, snapshot);
  if (!inner || !only.map.text.startsWith(inner.map.text)) return blocks;
  const cut = inner.map.text.length;
  const skip = only.map.text.slice(cut).match(/^[\s:|–-]*/)?.[0].length ?? 0;
  const rest = only.map.part(cut + skip, only.map.text.length);
  return rest.text ? [inner, { ...only, map: rest }] : blocks;
}
