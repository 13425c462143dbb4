/** The card behind the headline's badge. */

import type { Analysis, Claim } from "../../shared/contract";
import { element, fill } from "../../shared/element";
import type { Translate } from "../../shared/locale";
import { bandLabel, signedScore, verdictDetails } from "./verdict";

export interface VerdictActions {
  go(claim: string): void;
  report?: ((claim: Claim | null) => void) | undefined;
  panel?: (() => void) | undefined;
  close(): void;
}

/** Draws the headline's rating into `card`. */
export function drawVerdictCard(card: HTMLElement, analysis: Analysis, t: Translate, actions: VerdictActions): void {
  const label = bandLabel(analysis.headline, t);
  const { report, panel, close } = actions;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", label);
  card.tabIndex = -1;
  card.style.removeProperty("--tone");
  fill(
    card,
    element(
      "div", { class: `head band-${analysis.headline.mismatch.band}` },
      element("span", { class: "type" }, label, " ", element("b", {}, signedScore(analysis.headline.mismatch.score))),
      element("button", { class: "icon", type: "button", "aria-label": t("close"), onclick: () => close() }, "×"),
    ),
    verdictDetails(analysis, t, (claim) => actions.go(claim)),
    element(
      "div", { class: "foot" },
      report && element("button", { type: "button", class: "report", onclick: () => report(null) }, t("report")),
      panel && element("button", { type: "button", class: "panel", onclick: () => panel() }, t("open_panel")),
    ),
  );
}
