/**
 * Chooses the article's own paragraphs among all blocks of a page.
 *
 * Readability says where the article is; but it drops short paragraphs and keeps boxes that stand among
 * them. So its choice only votes: the places (parent element's tag and classes) that hold most of the text
 * it chose are the article's, and every block in such a place belongs to it, chosen or not.
 */

import { Readability } from "@mozilla/readability";
import type { RawBlock } from "./blocks";
import { NoiseFilter } from "./noise";
import { containment } from "./similarity";
import type { Snapshot } from "./snapshot";
import type { Metadata } from "./structured";

/** A place needs this share of the chosen text to count as the article's. */
const SHARE = 0.12;
/** An element with this share of the chosen text is the article's frame. */
const MOST = 0.4;
/** From this many characters on, the same words twice are a repetition, not a refrain. */
const LONG = 60;
/** Fewer chosen characters than this, and the publisher's own `articleBody` is asked. */
const FEW = 600;

/** The body's blocks in reading order; `blocks` are all of the page's, cut before Readability changed the copy. */
export function chooseBody(blocks: RawBlock[], snapshot: Snapshot, metadata: Metadata): RawBlock[] {
  const votes = vote(blocks, snapshot, metadata);
  const noise = new NoiseFilter(metadata, lengthOf(votes) * MOST);
  const isOwn = (block: RawBlock): boolean => !noise.isNoise(block);
  const chosen = votes.filter(isOwn);
  const places = mainPlaces(chosen);
  const inPlace = blocks.filter((block) => places.has(placeOf(block)));
  const paragraphs = spanned(inPlace, chosen).filter(isOwn);
  return unique(withInner(blocks, paragraphs).filter(isOwn));
}

function vote(blocks: RawBlock[], snapshot: Snapshot, metadata: Metadata): RawBlock[] {
  const byReadability = readabilityChoice(blocks, snapshot);
  if (lengthOf(byReadability) >= FEW || !metadata.body) return byReadability;
  const { body } = metadata;
  const inBody = blocks.filter(({ map }) => map.text.length > 40 && containment(map.text, body) > 0.95 && body.includes(map.text.slice(5, 30)));
  return lengthOf(inBody) > lengthOf(byReadability) ? inBody : byReadability;
}

function readabilityChoice(blocks: RawBlock[], snapshot: Snapshot): RawBlock[] {
  const options = { keepClasses: true, charThreshold: 300, serializer: (node: Node) => node };
  const content = new Readability<Node>(snapshot.document, options).parse()?.content;
  if (!(content instanceof Element)) return [];
  const kept = snapshot.liveTextIn(content);
  return blocks.filter(({ map }) => {
    const inside = map.runs.filter(({ node }) => kept.has(node)).reduce((sum, run) => sum + run.length, 0);
    return inside > map.text.length / 2;
  });
}

/** What a block's surroundings look like: its parent's tag and classes, without numbers that only count. */
function placeOf({ element }: RawBlock): string {
  const parent = element.parentElement;
  const classes = (node: Element | null): string => [...(node?.classList ?? [])].map((name) => name.replace(/\d+/g, "")).slice(0, 3).join(".");
  return `${element.localName}<${parent?.localName ?? ""}.${classes(parent)}`;
}

function mainPlaces(chosen: RawBlock[]): Set<string> {
  const weights = new Map<string, number>();
  for (const block of chosen.filter((block) => !isHeading(block))) {
    weights.set(placeOf(block), (weights.get(placeOf(block)) ?? 0) + block.map.text.length);
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return new Set([...weights].filter(([, weight]) => weight >= SHARE * total).map(([place]) => place));
}

/** The blocks from the first chosen one to the last. */
function spanned(blocks: RawBlock[], chosen: RawBlock[]): RawBlock[] {
  const voted = new Set(chosen);
  const first = blocks.findIndex((block) => voted.has(block));
  const last = blocks.findLastIndex((block) => voted.has(block));
  return first < 0 ? [] : blocks.slice(first, last + 1);
}

/** Adds the headings, lists and quotations that stand between the paragraphs, in the same parent. */
function withInner(blocks: RawBlock[], paragraphs: RawBlock[]): RawBlock[] {
  const kept = new Set(paragraphs);
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (!first || !last) return [];
  const parents = homes(paragraphs);
  // A heading may also stand right in the frame that holds every paragraph.
  const framed = ({ element: { localName, parentElement } }: RawBlock): boolean =>
    /^h[2-6]$/.test(localName) && parentElement !== null && [first, last].every(({ element }) => parentElement.contains(element));
  const between = blocks.slice(Math.max(0, blocks.indexOf(first) - 1), blocks.indexOf(last) + 1);
  return between.filter((block) => kept.has(block) || framed(block) || (isInner(block) && livesIn(block.element, parents)));
}

/** The paragraphs' parents; where each paragraph has a wrapper of its own, the wrappers' parents too. */
function homes(paragraphs: RawBlock[]): Set<Element> {
  const parents = new Set(paragraphs.flatMap(({ element }) => element.parentElement ?? []));
  const wrapped = paragraphs.length < parents.size * 1.6;
  return wrapped ? new Set([...parents].flatMap((parent) => [parent, parent.parentElement ?? parent])) : parents;
}

function livesIn(element: Element, parents: ReadonlySet<Element>): boolean {
  for (let at = element.parentElement, steps = 0; at && steps < 4; at = at.parentElement, steps += 1) {
    if (parents.has(at)) return true;
    if (!/^(ul|ol|li|blockquote|em|strong|header)$/.test(at.localName) && steps > 0) return false;
    if (!/^(ul|ol|li|blockquote|div|section|header)$/.test(at.localName)) return false;
  }
  return false;
}

function isInner({ element }: RawBlock): boolean {
  return /^(h[2-6]|li|blockquote|p)$/.test(element.localName) && (/^(h[2-6]|li)$/.test(element.localName) || element.closest("blockquote") !== null);
}

export function isHeading({ path }: RawBlock): boolean {
  return path.some((tag) => /^H[1-6]$/.test(tag));
}

/** Drops long blocks said twice, and headings that nothing follows. */
function unique(blocks: RawBlock[]): RawBlock[] {
  const said = new Set<string>();
  const once = blocks.filter(({ map }) => {
    if (map.text.length < LONG) return true;
    const key = map.text.toLowerCase();
    const again = said.has(key);
    said.add(key);
    return !again;
  });
  let end = once.length;
  for (let last = once[end - 1]; last && isHeading(last); last = once[end - 1]) end -= 1;
  return once.slice(0, end);
}

function lengthOf(blocks: RawBlock[]): number {
  return blocks.reduce((sum, { map }) => sum + map.text.length, 0);
}
