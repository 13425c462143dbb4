/**
 * The server's first page: an article pasted, dropped or picked is sent to the server that gave the page, and
 * painted as the extension paints it. Nothing is stored anywhere.
 */

import { claimAsText } from "../content/paint/card";
import type { Analysis, Block } from "../shared/contract";
import { element, fill } from "../shared/element";
import { isShown, listed } from "../shared/filter";
import { translator, type Language } from "../shared/locale";
import { DEFAULTS, toggled, type Settings } from "../shared/settings";
import { legend } from "../panel/legend";
import { claimGroups } from "../panel/list";
import { filterToggles, headlineCard, sharesBar, shownText } from "../panel/summary";
import { mount, type BlockElement, type Mounted } from "./painter";

type Placed = Omit<Block, "text"> & { begin: number; end: number };
type Answer = Analysis & { blocks?: Placed[] };
type Sent = { text: string } | { blocks: Block[] };

const find = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;
const language = document.documentElement.lang as Language;
const t = translator(language);
const dark = matchMedia("(prefers-color-scheme: dark)");

class Playground {
  private readonly text = find<HTMLTextAreaElement>("text");
  private readonly status = find("status");
  private settings: Settings = { ...DEFAULTS, minConfidence: 0 };
  private analysis: Analysis | null = null;
  private view: Mounted | null = null;
  private current: string | null = null;
  private asked = 0;

  start(): void {
    find<HTMLFormElement>("input").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.analyze({ text: this.text.value });
    });
    this.text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) find<HTMLFormElement>("input").requestSubmit();
    });
    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-sample]")) button.addEventListener("click", () => void this.sample(button.dataset["sample"] ?? ""));
    find<HTMLInputElement>("file").addEventListener("change", (event) => void this.open((event.target as HTMLInputElement).files?.[0]));
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      void this.open(event.dataTransfer?.files[0]);
    });
    dark.addEventListener("change", () => this.draw());
    void this.sample(language);
  }

  private async sample(code: string): Promise<void> {
    const answer = await fetch(`/playground/sample/${encodeURIComponent(code)}`);
    this.text.value = await answer.text();
    await this.analyze({ text: this.text.value });
  }

  private async open(file: File | undefined): Promise<void> {
    if (!file) return;
    const content = await file.text();
    if (!/\.html?$/i.test(file.name) && file.type !== "text/html") {
      this.text.value = content;
      return this.analyze({ text: content });
    }
    const read = await this.post<{ blocks: Block[] }>("/playground/article", { page: content });
    if (!read) return;
    this.text.value = read.blocks.map(({ text }) => text).join("\n");
    await this.analyze(read);
  }

  private async analyze(sent: Sent): Promise<void> {
    const asked = ++this.asked;
    this.say(this.status.dataset["reading"] ?? "");
    const answer = await this.post<Answer>("/v1/analyze", { ...sent, ui_language: language, min_confidence: 0 });
    if (!answer || asked !== this.asked) return;
    this.say("");
    this.analysis = answer;
    this.current = null;
    this.settings = { ...this.settings, hiddenTypes: [], hiddenStatuses: [] };
    this.paint("text" in sent ? cut(sent.text, answer.blocks ?? []) : sent.blocks, answer);
    this.draw();
  }

  private async post<Result>(path: string, body: unknown): Promise<Result | null> {
    try {
      const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      if (answer.ok) return (await answer.json()) as Result;
      this.say(this.status.dataset[`fail${answer.status}`] ?? this.status.dataset["fail"] ?? "");
    } catch {
      this.say(this.status.dataset["away"] ?? "");
    }
    return null;
  }

  private paint(blocks: Block[], analysis: Analysis): void {
    this.view?.remove();
    const elements: BlockElement[] = blocks.map(({ id, role, text }) => ({ id, role, element: element(tagOf(role), { "data-role": role }, text) }));
    fill(find("article"), ...elements.map(({ element: made }) => made as HTMLElement));
    find("article").lang = analysis.language.code;
    this.view = mount(elements, analysis, { ...this.filter(), language, onChoose: (claim) => this.choose(claim) });
    find("result").hidden = false;
  }

  private filter(): Pick<Settings, "hiddenTypes" | "hiddenStatuses" | "minConfidence"> {
    const { hiddenTypes, hiddenStatuses, minConfidence } = this.settings;
    return { hiddenTypes, hiddenStatuses, minConfidence };
  }

  private choose(claim: string | null): void {
    this.current = claim;
    this.drawList();
  }

  private change(change: Partial<Settings>): void {
    this.settings = { ...this.settings, ...change };
    this.view?.update(this.filter());
    this.draw();
  }

  private draw(): void {
    document.documentElement.dataset["theme"] = dark.matches ? "dark" : "light";
    if (!this.analysis) return;
    const context = { analysis: this.analysis, settings: this.settings, dark: dark.matches, t };
    const focused = document.activeElement?.textContent;
    const headline = headlineCard(context, (claim) => this.view?.go(claim), () => undefined);
    headline.querySelector(":scope > button.link")?.remove(); // corrections are sent by the extension
    headline.querySelector("details.evidence")?.toggleAttribute("open", true); // there is room
    const toggles = filterToggles(context, {
      type: (type) => this.change({ hiddenTypes: toggled(this.settings.hiddenTypes, type) }),
      status: (status) => this.change({ hiddenStatuses: toggled(this.settings.hiddenStatuses, status) }),
    });
    fill(find("summary"), this.analysis.incomplete && element("p", { role: "note" }, t("incomplete")), headline, sharesBar(context), toggles);
    [...find("summary").querySelectorAll<HTMLElement>("button.toggle")].find(({ textContent }) => textContent === focused)?.focus();
    this.drawList();
    fill(find("legend"), legend(this.settings, dark.matches, t));
  }

  private drawList(): void {
    if (!this.analysis) return;
    const claims = listed(this.analysis.claims, this.settings);
    const shown = claims.filter((claim) => isShown(claim, this.settings));
    const context = { claims: shown, unlocated: new Set(this.view?.unlocated), current: this.current, settings: this.settings, dark: dark.matches, t };
    const groups = claimGroups(context, { go: (claim) => this.view?.go(claim), copy: (claim) => void navigator.clipboard.writeText(claimAsText(claim, claim.quote.exact, t)), report: () => undefined });
    find("count").textContent = shownText(shown.length, claims.length, t);
    fill(find("claims"), !claims.length && element("p", { class: "small" }, t("painted_none")), ...groups);
  }

  private say(text: string): void {
    this.status.textContent = text;
    document.body.classList.toggle("busy", text !== "" && text === this.status.dataset["reading"]);
  }
}

/** The blocks the server cut a text into; its places count code points. */
function cut(text: string, places: Placed[]): Block[] {
  const points = [...text];
  return places.map(({ id, role, begin, end }) => ({ id, role, text: points.slice(begin, end).join("") }));
}

function tagOf(role: Block["role"]): "h1" | "h2" | "p" {
  return role === "headline" ? "h1" : role === "subheading" ? "h2" : "p";
}

new Playground().start();
