/** Reads the article on a page: which visible text is headline, lead, subheading and body, with its live text nodes. */

import type { Role } from "../../shared/contract";
import { cutBlocks, type RawBlock, type ReadBlock } from "./blocks";
import { chooseBody, isHeading } from "./body";
import { findHeadline, kickerBefore, type Headline } from "./headline";
import { findLead } from "./lead";
import { isAlike } from "./similarity";
import { Snapshot } from "./snapshot";
import { readMetadata } from "./structured";

export interface ReadArticle {
  blocks: ReadBlock[];
  /** The page's own statement of its language, two letters, or `null`. */
  language: string | null;
  /** Shadow roots on the page that could be read. */
  roots: ShadowRoot[];
}

/** Less running text than this is no article. */
const FEWEST_CHARACTERS = 250;

/** The article on the page, or `null` where there is none. */
export function readArticle(page: Document): ReadArticle | null {
  const metadata = readMetadata(page);
  const snapshot = new Snapshot(page);
  const all = cutBlocks(snapshot.document.body, snapshot);
  const found = findHeadline(snapshot, metadata);
  const headline = found && { ...found, kicker: kickerBefore(all, found, metadata) };
  const body = chooseBody(all, snapshot, metadata).filter((block) => !repeatsHeadline(block, headline));
  if (body.reduce((sum, { map }) => sum + map.text.length, 0) < FEWEST_CHARACTERS) return null;
  const lead = findLead(all, atHeadline(all, headline), body, metadata);
  const rest = body.filter((block) => block !== lead && !(lead && isAlike(block.map.text, lead.map.text, 0.97)));
  const blocks = [...headlineBlocks(headline), ...(lead ? [withRole(lead, "lead")] : []), ...rest.map((block) => withRole(block, isHeading(block) ? "subheading" : "body"))];
  return { blocks: blocks.map((block, index) => ({ ...block, id: `b${index}` })), language: languageOf(page), roots: snapshot.roots };
}

function repeatsHeadline({ map }: RawBlock, headline: Headline | null): boolean {
  if (!headline) return false;
  return isAlike(map.text, headline.block.map.text, 0.9) || map.text === headline.kicker?.map.text;
}

/** The headline among the page's blocks, to know what stands below it. */
function atHeadline(blocks: RawBlock[], headline: Headline | null): RawBlock | null {
  return blocks.find(({ element }) => element === headline?.block.element) ?? null;
}

function headlineBlocks(headline: Headline | null): Omit<ReadBlock, "id">[] {
  if (!headline) return [];
  const { block, kicker } = headline;
  return [...(kicker ? [withRole(kicker, "kicker")] : []), withRole(block, "headline")];
}

function withRole({ map, element }: RawBlock, role: Role): Omit<ReadBlock, "id"> {
  return { role, map, element };
}

function languageOf(page: Document): string | null {
  const code = page.documentElement.lang.slice(0, 2).toLowerCase();
  return /^[a-z]{2}$/.test(code) ? code : null;
}
