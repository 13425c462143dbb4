/** The card about one claim: who says it, how sure, which words tell, why, and how sure Hearsay itself is. */

import type { Claim } from "../../shared/contract";
import { element, fill } from "../../shared/element";
import type { MessageKey, Translate } from "../../shared/locale";
import { tone, type Hues } from "./palette";
import { statusSwatch } from "./swatch";

export interface CardView {
  claim: Claim;
  index: number;
  total: number;
  dark: boolean;
  hues: Hues;
  copied: boolean;
}

export interface CardActions {
  copy(claim: Claim): void;
  report?: ((claim: Claim) => void) | undefined;
  panel?: (() => void) | undefined;
  step(by: 1 | -1): void;
  close(): void;
}

/** Draws `view` into `card`, which keeps its place in the document. */
export function drawCard(card: HTMLElement, view: CardView, t: Translate, actions: CardActions): void {
  const { claim } = view;
  const { type } = claim.source;
  const { status } = claim.certainty;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", t("card_label", { type: t(`type_${type}`), status: t(`status_${status}`) }));
  card.tabIndex = -1;
  card.style.setProperty("--tone", tone(type, view.dark, view.hues).line);
  fill(card, header(claim, t, actions), sourceLine(claim, t), meter(claim, view, t), cues(claim, t), reason(claim, t), footer(view, t, actions));
}

function header(claim: Claim, t: Translate, actions: CardActions): HTMLElement {
  return element(
    "div", { class: "head" },
    element("span", { class: "type" }, t(`type_${claim.source.type}`)),
    element("button", { class: "icon", type: "button", "aria-label": t("close"), onclick: () => actions.close() }, "×"),
  );
}

function sourceLine({ source }: Claim, t: Translate): HTMLElement {
  if (source.type === "none") return element("p", { class: "source quiet" }, t("own_voice"));
  if (!source.text) return element("p", { class: "source quiet" }, t("no_source"));
  const named = element("span", { class: source.named ? "named" : "named no" }, t(source.named ? "named" : "not_named"));
  const resolved = source.resolved && source.resolved !== source.text && element("span", { class: "resolved" }, t("resolved", { source: source.resolved }));
  return element("p", { class: "source" }, element("strong", {}, source.text), " ", named, resolved);
}

function meter({ certainty }: Claim, { dark }: CardView, t: Translate): HTMLElement {
  const percent = Math.round(certainty.score * 100);
  const bar = element("span", { class: "bar", role: "img", "aria-label": t("certainty_value", { score: percent }) }, element("i", { style: `left:${percent}%` }));
  return element(
    "div", { class: "certainty" },
    element("div", { class: "status" }, statusSwatch(certainty.status, dark), element("b", {}, t(`status_${certainty.status}`)), element("span", { class: "score" }, String(percent))),
    bar,
    element("p", { class: "about" }, t(`about_${certainty.status}`)),
  );
}

function cues({ certainty, cue }: Claim, t: Translate): HTMLElement | null {
  const kinds = new Map(certainty.cues.map(({ text, kind, rule }) => [text, { kind, rule }]));
  if (cue.text && !kinds.has(cue.text)) kinds.set(cue.text, { kind: "", rule: "" });
  if (!kinds.size) return null;
  const words = [...kinds].map(([text, { kind, rule }]) =>
    element("li", { title: rule || null }, element("mark", {}, text), kind && element("small", {}, t(`cue_${kind}` as MessageKey))),
  );
  return element("div", { class: "cues" }, element("h3", {}, t("cue_words")), element("ul", {}, ...words));
}

function reason(claim: Claim, t: Translate): HTMLElement {
  const percent = Math.round(claim.confidence * 100);
  return element(
    "div", { class: "why" },
    element("h3", {}, t("why")),
    element("p", {}, ...withRules(claim.explanation)),
    element("p", { class: "small" }, t("confidence", { percent }), ruleNote(claim)),
  );
}

/** The rules' names among the words of an explanation, set apart: they are for those who look them up. */
function withRules(explanation: string): (Node | string)[] {
  return explanation.split(/\b([a-z]{2}\.[a-z]+\.[a-z_]+)/).map((part, index) => (index % 2 ? element("code", {}, part) : part));
}

/** The rule's id, where the explanation does not name it already. */
function ruleNote({ rule, explanation }: Claim): HTMLElement | null {
  return rule && !explanation.includes(rule) ? element("span", {}, " · ", element("code", {}, rule)) : null;
}

function footer({ claim, index, total, copied }: CardView, t: Translate, actions: CardActions): HTMLElement {
  const button = (label: string, name: string, run: () => void): HTMLElement =>
    element("button", { type: "button", class: name, onclick: run }, label);
  const { report, panel } = actions;
  return element(
    "div", { class: "foot" },
    button(copied ? t("copied") : t("copy"), "copy", () => actions.copy(claim)),
    report && button(t("report"), "report", () => report(claim)),
    panel && button(t("open_panel"), "panel", panel),
    index > 0 && element(
      "span", { class: "steps" },
      element("button", { type: "button", class: "icon", "aria-label": t("previous"), onclick: () => actions.step(-1) }, "‹"),
      element("span", {}, t("position", { index, total })),
      element("button", { type: "button", class: "icon", "aria-label": t("next"), onclick: () => actions.step(1) }, "›"),
    ),
  );
}

/** The claim and who says it, for the clipboard. */
export function claimAsText(claim: Claim, words: string, t: Translate): string {
  const source = claim.source.text || t(`type_${claim.source.type}`);
  return `${words}\n— ${source} (${t(`type_${claim.source.type}`)}; ${t(`status_${claim.certainty.status}`)})`;
}
