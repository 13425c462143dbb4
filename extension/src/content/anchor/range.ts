/** DOM ranges for stretches of a block, one per text node, and the check that they still hold their words. */

import type { Slice } from "../textmap";

/** The ranges for these stretches, or `null` when a node is gone or too short. */
export function rangesOf(slices: readonly Slice[]): Range[] | null {
  const ranges: Range[] = [];
  for (const { node, begin, end } of slices) {
    if (!node.isConnected || end > node.length) return null;
    const range = node.ownerDocument.createRange();
    range.setStart(node, begin);
    range.setEnd(node, end);
    ranges.push(range);
  }
  return ranges.length ? ranges : null;
}

/** The words under the ranges as a reader sees them. */
export function wordsOf(ranges: readonly Range[]): string {
  return ranges.map((range) => range.toString()).join("");
}

/**
 * Whether the ranges hold exactly these words. White space is left out of the comparison:
 * a line break between two of the nodes is a space in the text and nothing in the DOM.
 */
export function holds(ranges: readonly Range[], words: string): boolean {
  return squeezed(wordsOf(ranges)) === squeezed(words);
}

/** The same for stretches of text nodes, before ranges are made of them. */
export function sayTheSame(slices: readonly Slice[], words: string): boolean {
  return squeezed(slices.map(({ node, begin, end }) => node.data.slice(begin, end)).join("")) === squeezed(words);
}

function squeezed(text: string): string {
  return text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, "");
}
