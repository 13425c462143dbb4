/** Which claim lies under the pointer. */

import type { AnchoredClaim } from "../anchor/anchor";

/** A pixel's grace around each line, so that the gap between lines does not flicker. */
const GRACE = 2;

/** The innermost claim under a point of the viewport, or `null`. */
export function claimAt(x: number, y: number, claims: readonly AnchoredClaim[]): AnchoredClaim | null {
  const hits = claims.filter(({ ranges }) => ranges.some((range) => contains(range, x, y)));
  return hits.sort((one, other) => length(one) - length(other))[0] ?? null;
}

function contains(range: Range, x: number, y: number): boolean {
  const whole = range.getBoundingClientRect();
  if (!inside(whole, x, y)) return false;
  return [...range.getClientRects()].some((rect) => inside(rect, x, y));
}

function inside(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top - GRACE && y <= rect.bottom + GRACE;
}

function length({ ranges }: AnchoredClaim): number {
  return ranges.reduce((sum, range) => sum + range.toString().length, 0);
}
