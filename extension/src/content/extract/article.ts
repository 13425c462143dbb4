/** Reads the article on a page: which visible text is headline, lead, subheading and body, with its live text nodes. */

import { Readability } from "@mozilla/readability";
import type { Role } from "../../shared/contract";
import { cutBlocks, type RawBlock, type ReadBlock } from "./blocks";
import { findHeadline, type Headline } from "./headline";
import { isNoise, trimEnds } from "./noise";
import { containment, similarity, words } from "./similarity";
import { Snapshot } from "./snapshot";
import { readMetadata, type Metadata } from "./structured";

export interface ReadArticle {
  blocks: ReadBlock[];
  /** The page's own statement of its language, two letters, or `null`. */
  language: string | null;
}

/** Less running text than this is no article. */
const FEWEST_CHARACTERS = 250;

/** The article on the page, or `null` where there is none. */
export function readArticle(page: Document): ReadArticle | null {
  const metadata = readMetadata(page);
  const snapshot = new Snapshot(page);
  const headline = findHeadline(snapshot, metadata);
  const body = readBody(snapshot, headline, metadata);
  if (body.reduce((sum, block) => sum + block.map.text.length, 0) < FEWEST_CHARACTERS) return null;
  const blocks = [...(headline ? headlineBlocks(headline) : []), ...withRoles(body, metadata)];
  return { blocks: blocks.map((block, index) => ({ ...block, id: `b${index}` })), language: languageOf(page) };
}

function readBody(snapshot: Snapshot, headline: Headline | null, metadata: Metadata): RawBlock[] {
  const options = { keepClasses: true, charThreshold: 300, serializer: (node: Node) => node };
  const content = new Readability<Node>(snapshot.document, options).parse()?.content;
  if (!(content instanceof Element)) return [];
  const blocks = cutBlocks(content, snapshot).filter((block) => !repeatsHeadline(block, headline) && !isNoise(block, metadata));
  return trimEnds(blocks, metadata);
}

function repeatsHeadline(block: RawBlock, headline: Headline | null): boolean {
  if (!headline) return false;
  return similarity(block.map.text, headline.block.map.text) > 0.9 || block.map.text === headline.kicker?.map.text;
}

function headlineBlocks({ block, kicker }: Headline): Omit<ReadBlock, "id">[] {
  const headline = { role: "headline" as const, map: block.map, element: block.element };
  return kicker ? [{ role: "kicker", map: kicker.map, element: kicker.element }, headline] : [headline];
}

function withRoles(blocks: RawBlock[], metadata: Metadata): Omit<ReadBlock, "id">[] {
  return blocks.map((block, index) => ({ role: roleOf(block, index, metadata), map: block.map, element: block.element }));
}

function roleOf(block: RawBlock, index: number, metadata: Metadata): Role {
  if (block.path.some((tag) => /^H[1-6]$/.test(tag))) return "subheading";
  if (index < 2 && isLead(block, metadata)) return "lead";
  return "body";
}

function isLead(block: RawBlock, metadata: Metadata): boolean {
  const text = block.map.text;
  return metadata.summaries.some((summary) => words(summary).length > 4 && Math.min(containment(text, summary), 1) > 0.85 && similarity(text, summary) > 0.6);
}

function languageOf(page: Document): string | null {
  const code = page.documentElement.lang.slice(0, 2).toLowerCase();
  return /^[a-z]{2}$/.test(code) ? code : null;
}
