/** Finds the lead: the summary between headline and text, wherever the page's layout puts it. */

import type { RawBlock } from "./blocks";
import { containment, similarity, words } from "./similarity";
import type { Metadata } from "./structured";

const LEAD_CLASS = /(^|[-_ ])(lead|lede|intro|standfirst|vorspann|teaser-?text|subheadline|dek|abstract|summary|excerpt|anrei(ss|ß)er)([-_ ]|$)/i;

/** The lead among the blocks that stand before the body's second paragraph, or `null`. */
export function findLead(blocks: RawBlock[], headline: RawBlock | null, body: RawBlock[], metadata: Metadata): RawBlock | null {
  const begin = headline ? blocks.indexOf(headline) + 1 : 0;
  const second = body[1];
  const end = second ? blocks.indexOf(second) : blocks.length;
  const before = blocks.slice(Math.max(0, begin), Math.max(begin, end));
  const fitting = before.filter((block) => words(block.map.text).length >= 6 && block.linked < block.map.text.length / 2);
  return fitting.find((block) => saysSummary(block, metadata)) ?? fitting.find((block) => hasLeadClass(block.element) && !body.includes(block)) ?? null;
}

function saysSummary({ map }: RawBlock, { summaries }: Metadata): boolean {
  return summaries.some((summary) => words(summary).length > 5 && similarity(map.text, summary) > 0.6 && containment(summary, map.text) > 0.7);
}

function hasLeadClass(element: Element): boolean {
  return [element, element.parentElement].some((at) => LEAD_CLASS.test(at?.getAttribute("class") ?? ""));
}
