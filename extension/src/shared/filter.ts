/** Which claims are shown. The page, the panel and the web painter ask the same functions. */

import type { Claim, SourceType, Status } from "./contract";

export interface Filter {
  hiddenTypes: readonly SourceType[];
  hiddenStatuses: readonly Status[];
  minConfidence: number;
}

export const EVERYTHING: Filter = { hiddenTypes: [], hiddenStatuses: [], minConfidence: 0 };

export function isShown(claim: Claim, filter: Filter): boolean {
  return (
    claim.confidence >= filter.minConfidence &&
    !filter.hiddenTypes.includes(claim.source.type) &&
    !filter.hiddenStatuses.includes(claim.certainty.status)
  );
}

/**
 * The claims Hearsay is sure enough of. The server also gives less sure ones where the headline's rating
 * rests on them: those are shown when the rating leads there, and counted nowhere.
 */
export function listed(claims: readonly Claim[], { minConfidence }: Pick<Filter, "minConfidence">): Claim[] {
  return claims.filter(({ confidence }) => confidence >= minConfidence);
}

/** How many claims have each source type. */
export function countTypes(claims: readonly Claim[]): Map<SourceType, number> {
  return tally(claims, (claim) => claim.source.type);
}

/** How many claims have each certainty status. */
export function countStatuses(claims: readonly Claim[]): Map<Status, number> {
  return tally(claims, (claim) => claim.certainty.status);
}

function tally<Key>(claims: readonly Claim[], keyOf: (claim: Claim) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const claim of claims) counts.set(keyOf(claim), (counts.get(keyOf(claim)) ?? 0) + 1);
  return counts;
}
