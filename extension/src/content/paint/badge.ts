/** The pill beside the headline. It floats in the top layer where the headline ends; the page keeps its layout. */

import type { Analysis } from "../../shared/contract";
import { element, fill } from "../../shared/element";
import type { Translate } from "../../shared/locale";
import type { ReadBlock } from "../extract/blocks";
import { rangesOf } from "../anchor/range";
import { placeBadge, type Box } from "./place";
import { hide, moveTo, show } from "./surface";
import { bandLabel, signedScore } from "./verdict";

/** Fills the pill with the headline's rating. */
export function drawBadge(badge: HTMLElement, analysis: Analysis, t: Translate, open: () => void): void {
  const { mismatch } = analysis.headline;
  const label = bandLabel(analysis.headline, t);
  badge.className = `badge band-${mismatch.band}`;
  const score = signedScore(mismatch.score);
  fill(
    badge,
    element(
      "button", { type: "button", "aria-haspopup": "dialog", "aria-label": `Hearsay: ${label}${score && ` ${score}`}`, onclick: open },
      element("i", { class: "dot", "aria-hidden": "true" }),
      element("span", {}, label),
      score && mismatch.band !== "aligned" && element("b", {}, score),
    ),
  );
}

/** Moves the pill to where the headline is now; hides it while the headline is not laid out. */
export function moveBadge(badge: HTMLElement, headline: ReadBlock): void {
  const lines = linesOf(headline);
  const last = lines.at(-1);
  if (!last) {
    hide(badge);
    return;
  }
  show(badge);
  const size = { width: badge.offsetWidth, height: badge.offsetHeight };
  const view = { width: document.documentElement.clientWidth, height: innerHeight };
  const box = around(lines);
  moveTo(badge, placeBadge(last, box, gapBelow(headline.element, box), size, view));
}

function linesOf({ map }: ReadBlock): Box[] {
  const ranges = rangesOf(map.slices(0, map.text.length)) ?? [];
  return ranges.flatMap((range) => [...range.getClientRects()]).filter((rect) => rect.width > 1 && rect.height > 1);
}

function around(lines: readonly Box[]): Box {
  return {
    left: Math.min(...lines.map((line) => line.left)),
    top: Math.min(...lines.map((line) => line.top)),
    right: Math.max(...lines.map((line) => line.right)),
    bottom: Math.max(...lines.map((line) => line.bottom)),
  };
}

/** The free height between the headline and the next thing on the page. */
function gapBelow(element: Element, { bottom }: Box): number {
  let at: Element | null = element;
  while (at && !at.nextElementSibling) at = at.parentElement;
  const next = at?.nextElementSibling?.getBoundingClientRect();
  return next && next.height > 0 ? Math.max(0, next.top - bottom) : 0;
}
