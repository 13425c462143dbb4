/** The upper half of the panel: the headline's rating, the bar of source types, the toggles with counts. */

import { bandLabel, signedScore, verdictDetails } from "../content/paint/verdict";
import { tone } from "../content/paint/palette";
import { statusSwatch, typeSwatch } from "../content/paint/swatch";
import { SOURCE_TYPES, STATUSES, type Analysis, type SourceType, type Status } from "../shared/contract";
import { element } from "../shared/element";
import { countStatuses, countTypes, listed } from "../shared/filter";
import { counted, type Translate } from "../shared/locale";
import type { Settings } from "../shared/settings";

export interface SummaryContext {
  analysis: Analysis;
  settings: Settings;
  dark: boolean;
  t: Translate;
}

export function headlineCard({ analysis, t }: SummaryContext, go: (claim: string) => void, report: () => void): HTMLElement {
  const { mismatch } = analysis.headline;
  return element(
    "section", { class: `headline band-${mismatch.band}`, "aria-label": t("headline") },
    element("h2", {}, t("headline")),
    element("p", { class: "label" }, bandLabel(analysis.headline, t), element("b", {}, signedScore(mismatch.score))),
    verdictDetails(analysis, t, go, true),
    element("button", { type: "button", class: "link", onclick: report }, t("report")),
  );
}

/** The shares of the source types as one bar, with the same in words for screen readers. */
export function sharesBar({ analysis, settings, dark, t }: SummaryContext): HTMLElement {
  const counts = countTypes(listed(analysis.claims, settings));
  const present = SOURCE_TYPES.filter((type) => counts.has(type));
  const parts = present.map((type) => `${t(`type_${type}`)} ${counts.get(type) ?? 0}`).join(", ");
  const pieces = present.map((type) =>
    element("i", { style: `flex:${counts.get(type) ?? 0};background:${tone(type, dark, settings.hues).line}`, title: t(`type_${type}`) }),
  );
  return element(
    "section", {},
    element("h2", {}, t("summary")),
    element("div", { class: "shares", role: "img", "aria-label": t("summary_label", { parts }) }, ...pieces),
  );
}

export interface Toggles {
  type(type: SourceType): void;
  status(status: Status): void;
}

/** One button per source type and certainty status that occurs; pressed means shown. */
export function filterToggles({ analysis, settings, dark, t }: SummaryContext, toggles: Toggles): HTMLElement {
  const claims = listed(analysis.claims, settings);
  const types = countTypes(claims);
  const statuses = countStatuses(claims);
  const typeButtons = SOURCE_TYPES.filter((type) => types.has(type)).map((type) =>
    toggle(typeSwatch(type, dark, settings.hues), t(`type_${type}`), types.get(type) ?? 0, !settings.hiddenTypes.includes(type), t, () => toggles.type(type)),
  );
  const statusButtons = STATUSES.filter((status) => statuses.has(status)).map((status) =>
    toggle(statusSwatch(status, dark), t(`status_${status}`), statuses.get(status) ?? 0, !settings.hiddenStatuses.includes(status), t, () => toggles.status(status)),
  );
  return element(
    "section", { class: "filters" },
    element("div", { role: "group", "aria-label": t("filters_types") }, element("h2", {}, t("filters_types")), element("div", { class: "toggles types" }, ...typeButtons)),
    element("div", { role: "group", "aria-label": t("filters_statuses") }, element("h2", {}, t("filters_statuses")), element("div", { class: "toggles statuses" }, ...statusButtons)),
  );
}

function toggle(swatch: HTMLElement, name: string, count: number, pressed: boolean, t: Translate, flip: () => void): HTMLElement {
  const label = count === 1 ? t("filter_show_one", { name }) : t("filter_show", { name, count });
  const state = pressed ? "true" : "false";
  const unit = element("span", { class: "hidden" }, label.slice(`${name} ${count}`.length)); // what is seen starts the name
  return element("button", { type: "button", class: "toggle", "aria-pressed": state, onclick: flip }, swatch, `${name} `, element("b", {}, String(count)), unit);
}

/** The number of claims shown, for sight and for the live region. */
export function shownText(shown: number, total: number, t: Translate): string {
  return shown === total ? counted(t, "claims_count_one", "claims_count", total) : t("claims_shown", { shown, total });
}
