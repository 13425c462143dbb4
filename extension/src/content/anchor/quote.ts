/**
 * Text quote selectors (W3C Web Annotation): find a quote again in a text that changed.
 *
 * Only exact occurrences count. Where there are several, the context that agrees best decides;
 * a draw means that nobody can tell, and nothing is painted.
 */

import type { Quote } from "../../shared/contract";

const CONTEXT = 32;

/** Where `quote` stands in `text`, in UTF-16 units, or `null`. */
export function findQuote(text: string, quote: Quote): number | null {
  const found = occurrences(text, quote.exact).map((at) => ({ at, agreement: agreement(text, at, quote) }));
  const best = Math.max(...found.map((candidate) => candidate.agreement), -1);
  const winners = found.filter((candidate) => candidate.agreement === best);
  return winners.length === 1 && winners[0] ? winners[0].at : null;
}

/** The quote selector for a stretch of `text`; no character is cut in two at the ends of the context. */
export function quoteOf(text: string, begin: number, end: number, context = CONTEXT): Quote {
  const prefix = text.slice(Math.max(0, begin - context), begin).replace(/^[\uDC00-\uDFFF]/, "");
  const suffix = text.slice(end, end + context).replace(/[\uD800-\uDBFF]$/, "");
  return { exact: text.slice(begin, end), prefix, suffix };
}

function occurrences(text: string, exact: string): number[] {
  const found: number[] = [];
  if (!exact) return found;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) found.push(at);
  return found;
}

/** How many characters around the occurrence agree with the quote's context. */
function agreement(text: string, at: number, quote: Quote): number {
  const before = text.slice(0, at);
  const after = text.slice(at + quote.exact.length);
  let left = 0;
  while (left < quote.prefix.length && left < before.length && before.at(-1 - left) === quote.prefix.at(-1 - left)) left += 1;
  let right = 0;
  while (right < quote.suffix.length && right < after.length && after[right] === quote.suffix[right]) right += 1;
  return left + right;
}
