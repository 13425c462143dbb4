/**
 * Ties the server's places to the page: first by identity (the text nodes the block was read from),
 * and where those no longer hold the words, by looking the quote up in the page as it is now.
 */

import type { Claim, Place, Quote } from "../../shared/contract";
import type { ReadBlock } from "../extract/blocks";
import { codePointIndex, toUtf16 } from "./position";
import { findQuote, quoteOf } from "./quote";
import { holds, rangesOf, sayTheSame } from "./range";

export interface AnchoredClaim {
  claim: Claim;
  /** One or more ranges per span of the claim, in text order. */
  ranges: Range[];
  /** The words of each certainty cue. */
  cues: Range[];
}

export interface Anchoring {
  anchored: AnchoredClaim[];
  /** Claims whose words are not on the page, or stand there more than once without telling context. */
  unlocated: Claim[];
}

/** Anchors claims in blocks; made anew whenever the page's blocks were read again. */
export class Anchorer {
  private readonly places: ReadonlyMap<string, ReadBlock>;
  /** Made when a block's first claim is placed. */
  private readonly indices = new Map<ReadBlock, number[]>();

  /**
   * `sent` are the blocks as the server saw them; `present` the page's blocks now, the same objects
   * while the page has not changed.
   */
  constructor(
    sent: readonly ReadBlock[],
    private readonly present: readonly ReadBlock[],
  ) {
    this.places = new Map(sent.map((block) => [block.id, block]));
  }

  anchor(claims: readonly Claim[]): Anchoring {
    const anchored: AnchoredClaim[] = [];
    const unlocated: Claim[] = [];
    for (const claim of claims) {
      const ranges = this.all(claim.spans);
      if (ranges) anchored.push({ claim, ranges, cues: claim.certainty.cues.flatMap((cue) => this.place(cue) ?? []) });
      else unlocated.push(claim);
    }
    return { anchored, unlocated };
  }

  /** The text the server's place stands for, or `null` where it leaves the block. */
  words(place: Place): string | null {
    const stretch = this.stretch(place);
    return stretch && stretch.block.map.text.slice(stretch.begin, stretch.end);
  }

  private all(places: readonly Place[]): Range[] | null {
    const ranges: Range[] = [];
    for (const place of places) {
      const found = this.place(place);
      if (!found) return null;
      ranges.push(...found);
    }
    return ranges.length ? ranges : null;
  }

  private stretch(place: Place): { block: ReadBlock; begin: number; end: number } | null {
    const block = this.places.get(place.block);
    const units = block && toUtf16(this.indexOf(block), place.begin, place.end);
    return units ? { block, ...units } : null;
  }

  private indexOf(block: ReadBlock): number[] {
    const known = this.indices.get(block) ?? codePointIndex(block.map.text);
    this.indices.set(block, known);
    return known;
  }

  private place(place: Place): Range[] | null {
    const stretch = this.stretch(place);
    if (!stretch) return null;
    const { block, begin, end } = stretch;
    const words = block.map.text.slice(begin, end);
    const slices = block.map.slices(begin, end);
    const ranges = sayTheSame(slices, words) ? rangesOf(slices) : null;
    if (ranges) return ranges;
    return this.searched(quoteOf(block.map.text, begin, end), block);
  }

  /** In the block with the same words first, then in the only block that has the quote. */
  private searched(quote: Quote, sent: ReadBlock): Range[] | null {
    const same = this.present.filter((block) => block.map.text === sent.map.text);
    const candidates = same.length === 1 ? same : this.present;
    const found = candidates.flatMap((block) => {
      const at = findQuote(block.map.text, quote);
      const ranges = at === null ? null : rangesOf(block.map.slices(at, at + quote.exact.length));
      return ranges && holds(ranges, quote.exact) ? [ranges] : [];
    });
    return found.length === 1 && found[0] ? found[0] : null;
  }
}
