/** The headline's mismatch in words and numbers: for the badge, its card and the panel. */

import type { Analysis, Claim, Headline } from "../../shared/contract";
import { element } from "../../shared/element";
import type { MessageKey, Translate } from "../../shared/locale";

/** The band in a few words; an understating headline has words of its own. */
export function bandLabel({ mismatch }: Headline, t: Translate): string {
  const { band, direction } = mismatch;
  const under = direction === "understates" && band !== "aligned" && band !== "not_rated" ? "_under" : "";
  return t(`badge_${band}${under}` as MessageKey);
}

/** The score with its sign, or an empty string where nothing was rated. */
export function signedScore(score: number | null): string {
  if (score === null) return "";
  const whole = Math.round(score);
  return whole > 0 ? `+${whole}` : whole < 0 ? `−${-whole}` : "0";
}

/** The sentence, the sum and the evidence, which may be folded away; `go` jumps to a claim of the body. */
export function verdictDetails(analysis: Analysis, t: Translate, go: (claim: string) => void, folded = false): HTMLElement {
  const { mismatch } = analysis.headline;
  return element(
    "div", { class: `verdict band-${mismatch.band}` },
    element("p", { class: "sentence" }, mismatch.explanation),
    sum(analysis.headline, t),
    evidenceList(analysis, t, go, folded),
  );
}

function sum({ certainty, mismatch }: Headline, t: Translate): HTMLElement | null {
  if (certainty === null || mismatch.support === null || mismatch.score === null) return null;
  const row = (label: string, value: number): HTMLElement => {
    const percent = Math.round(value * 100);
    return element(
      "div", { class: "gauge" },
      element("span", {}, label),
      element("span", { class: "track", "aria-hidden": "true" }, element("i", { style: `width:${percent}%` })),
      element("b", {}, String(percent)),
    );
  };
  const score = signedScore(mismatch.score);
  return element(
    "div", { class: "sum" },
    row(t("headline_certainty"), certainty),
    row(t("headline_support"), mismatch.support),
    element("p", { class: "gauge total" }, element("span", {}, t("headline_difference")), element("span", {}), element("b", {}, score)),
  );
}

function evidenceList({ headline, claims }: Analysis, t: Translate, go: (claim: string) => void, folded: boolean): HTMLElement | null {
  const { evidence, band } = headline.mismatch;
  if (band === "not_rated") return null;
  if (!evidence.length) return element("p", { class: "small" }, t("no_evidence"));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const items = evidence.map((line) => {
    const claim = byId.get(line.claim);
    return element(
      "li", {},
      element("span", { class: "effect" }, signedScore(line.effect)),
      element("span", {}, line.reason, claim && " ", claim && jumpButton(claim, t, go)),
    );
  });
  const list = element("ul", {}, ...items);
  if (folded) return element("details", { class: "evidence" }, element("summary", {}, t("evidence")), list);
  return element("div", { class: "evidence" }, element("h3", {}, t("evidence")), list);
}

function jumpButton(claim: Claim, t: Translate, go: (claim: string) => void): HTMLElement {
  const label = t("quoted", { text: shortened(claim.quote.exact) });
  return element("button", { type: "button", class: "link", title: t("jump"), onclick: () => go(claim.id) }, label);
}

function shortened(text: string, length = 70): string {
  const characters = [...text.replace(/^[„“"»«]+|[“”"«»]+$/g, "")];
  return characters.length <= length ? characters.join("") : `${characters.slice(0, length).join("").trimEnd()}…`;
}
