/** The reader's own selection in the article, as a quote, for reporting a claim that Hearsay missed. */

import type { Quote } from "../shared/contract";
import { quoteOf } from "./anchor/quote";
import { LIMITS } from "./report/draft";
import type { ReadBlock } from "./extract/blocks";

const FEWEST_WORDS = 3;

export interface SelectedText {
  quote: Quote;
  rect: DOMRect;
}

/** The selected words of one block, or `null` when nothing fitting is selected. */
export function selectedText(blocks: readonly ReadBlock[]): SelectedText | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  for (const { map } of blocks) {
    const stretch = map.stretchOf(range);
    if (!stretch) continue;
    const quote = quoteOf(map.text, stretch.begin, stretch.end, LIMITS.context);
    if (quote.exact.trim().split(/\s+/).length < FEWEST_WORDS) return null;
    const rects = range.getClientRects();
    const rect = rects[rects.length - 1];
    return rect ? { quote, rect } : null;
  }
  return null;
}
