/** What stands on the page that was not there when the article was sent. */

import type { ReadBlock } from "./extract/blocks";

/** Shorter new text is a clock, a counter or a button. */
const PARAGRAPH = 80;
/** So much new text, as a share of what was sent, makes another article of a page whose address changed. */
const ANOTHER = 0.05;
const MUCH = 0.2;

/** Whether the blocks on the page now call for a new analysis; `moved` when the page's address is another one. */
export function hasNews(sent: readonly ReadBlock[], present: readonly ReadBlock[], moved: boolean): boolean {
  const known = new Set(sent.map(({ map }) => map.text));
  const fresh = present.filter(({ map }) => !known.has(map.text));
  const share = lengthOf(fresh) / Math.max(1, lengthOf(sent));
  if (moved) return share > ANOTHER;
  return share > MUCH || (present.length > sent.length && fresh.some(({ map }) => map.text.length >= PARAGRAPH));
}

function lengthOf(blocks: readonly ReadBlock[]): number {
  return blocks.reduce((sum, { map }) => sum + map.text.length, 0);
}
