/** The claims as a list: grouped by source type, searchable, walked with the keyboard. */

import { tone } from "../content/paint/palette";
import { statusSwatch, typeSwatch } from "../content/paint/swatch";
import { SOURCE_TYPES, type Claim } from "../shared/contract";
import { element } from "../shared/element";
import type { Translate } from "../shared/locale";
import type { Settings } from "../shared/settings";

export interface ListContext {
  claims: Claim[];
  unlocated: ReadonlySet<string>;
  current: string | null;
  settings: Settings;
  dark: boolean;
  t: Translate;
}

export interface ListActions {
  go(claim: string): void;
  copy(claim: Claim): void;
  report(claim: Claim): void;
}

/** The claims whose words, source or explanation contain the search text. */
export function matching(claims: readonly Claim[], search: string): Claim[] {
  const wanted = search.trim().toLowerCase();
  if (!wanted) return [...claims];
  return claims.filter(({ quote, source, certainty }) =>
    [quote.exact, source.text, source.resolved ?? "", ...certainty.cues.map(({ text }) => text)].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** One section per source type, then the claims that are not on the page. */
export function claimGroups(context: ListContext, actions: ListActions): HTMLElement[] {
  const { claims, unlocated, t, dark, settings } = context;
  const located = claims.filter(({ id }) => !unlocated.has(id));
  const lost = claims.filter(({ id }) => unlocated.has(id));
  const groups = SOURCE_TYPES.flatMap((type) => {
    const members = located.filter(({ source }) => source.type === type);
    return members.length ? [group([typeSwatch(type, dark, settings.hues), t(`type_${type}`)], null, members, context, actions)] : [];
  });
  return lost.length ? [...groups, group([t("unlocated")], t("unlocated_hint"), lost, context, actions)] : groups;
}

function group(title: (Node | string)[], hint: string | null, claims: Claim[], context: ListContext, actions: ListActions): HTMLElement {
  const items = claims.map((claim) => element("li", {}, claimButton(claim, context, actions)));
  return element(
    "section", { class: hint === null ? "group" : "group unlocated" },
    element("h3", {}, ...title, ` ${claims.length}`),
    hint !== null && element("p", { class: "small" }, hint),
    element("ul", {}, ...items),
  );
}

function claimButton(claim: Claim, { unlocated, current, settings, dark, t }: ListContext, actions: ListActions): HTMLElement {
  const { source, certainty } = claim;
  const lost = unlocated.has(claim.id);
  const button = element(
    "button",
    {
      type: "button", class: "claim", "data-claim": claim.id, style: `--tone:${tone(source.type, dark, settings.hues).line}`,
      "aria-current": claim.id === current ? "true" : null, "aria-disabled": lost ? "true" : null,
      title: lost ? null : t("jump"), onclick: () => lost || actions.go(claim.id),
    },
    element("span", { class: "words" }, claim.quote.exact),
    element(
      "span", { class: "meta" },
      source.text && element("strong", {}, source.text),
      source.text && !source.named && element("span", {}, t("not_named")),
      element("span", {}, statusSwatch(certainty.status, dark), ` ${t(`status_${certainty.status}`)} ${Math.round(certainty.score * 100)}`),
    ),
  );
  button.addEventListener("keydown", (event) => key(event, claim, actions));
  return button;
}

function key(event: KeyboardEvent, claim: Claim, actions: ListActions): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const run: Record<string, () => void> = {
    c: () => actions.copy(claim),
    r: () => actions.report(claim),
    j: () => neighbour(event.target, 1),
    k: () => neighbour(event.target, -1),
    ArrowDown: () => neighbour(event.target, 1),
    ArrowUp: () => neighbour(event.target, -1),
  };
  const action = run[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function neighbour(from: EventTarget | null, by: 1 | -1): void {
  const buttons = [...document.querySelectorAll<HTMLElement>(".claim")];
  const at = buttons.findIndex((button) => button === from);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
