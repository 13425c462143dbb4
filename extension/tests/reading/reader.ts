/** The reading half of the content script as a global, for measuring it on saved pages without an extension. */

import type { Claim } from "../../src/shared/contract";
import { Anchorer } from "../../src/content/anchor/anchor";
import { holds } from "../../src/content/anchor/range";
import { readArticle, type ReadArticle } from "../../src/content/extract/article";

let read: ReadArticle | null = null;

/** The blocks as they would be sent, and how many of their characters live in connected text nodes. */
function blocks(): { blocks: unknown[]; characters: number; mapped: number; headings: string[]; text: string } {
  read = readArticle(document);
  const found = read?.blocks ?? [];
  return {
    blocks: found.map(({ id, role, map }) => ({ id, role, text: map.text })),
    characters: found.reduce((sum, { map }) => sum + map.text.length, 0),
    mapped: found.reduce((sum, { map }) => sum + map.mappedCharacters(), 0),
    headings: [...document.querySelectorAll("h1")].map((heading) => heading.innerText),
    text: document.body.innerText,
  };
}

/** How many claims were anchored, and how many of those hold exactly the server's words. */
function anchored(claims: Claim[]): { anchored: number; exact: number } {
  const found = read?.blocks ?? [];
  const anchorer = new Anchorer(found, found);
  const { anchored } = anchorer.anchor(claims);
  const exact = anchored.filter(({ claim, ranges }) => holds(ranges, claim.spans.map((span) => anchorer.words(span) ?? "").join("")));
  return { anchored: anchored.length, exact: exact.length };
}

(globalThis as unknown as { HearsayReader: object }).HearsayReader = { blocks, anchored };
