/** The overview beside the page: draws the shown tab's state, and passes the reader's wishes to it. */

import { claimAsText } from "../content/paint/card";
import { canRetry, failureText, START_COMMAND } from "../content/notice";
import type { QueuedReport } from "../background/queue";
import { reachPage } from "../background/inject";
import { api } from "../shared/browser";
import type { Claim } from "../shared/contract";
import { element, fill } from "../shared/element";
import { isShown, listed } from "../shared/filter";
import { applyLook, interfaceOf, type Interface } from "../shared/look";
import { askBackground, askPage, type PageMessage, type PageState } from "../shared/messages";
import { loadSettings, onSettings, saveSettings, toggled, type Settings } from "../shared/settings";
import { legend } from "./legend";
import { claimGroups, matching } from "./list";
import { queueSection } from "./queue";
import { siteSection } from "./site";
import { filterToggles, headlineCard, sharesBar, shownText } from "./summary";
import { followTab, shownTab } from "./tab";

class Panel {
  private state: PageState | null = null;
  private queue: QueuedReport[] = [];
  private search = "";
  private look: Interface;
  private readonly main = document.getElementById("panel") as HTMLElement;
  private readonly live = document.getElementById("live") as HTMLElement;
  private readonly parts = { top: slot(), body: slot(), list: slot(), rest: slot() };

  constructor(private settings: Settings) {
    this.look = interfaceOf(settings);
    fill(this.main, ...Object.values(this.parts));
  }

  follow(): void {
    onSettings((settings) => {
      this.settings = settings;
      this.look = interfaceOf(settings);
      this.draw();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.look = interfaceOf(this.settings);
      this.draw();
    });
    followTab({
      state: (state) => {
        this.state = state;
        this.draw();
      },
      queue: (queue) => {
        this.queue = queue;
        this.drawRest();
      },
    });
    void askBackground<QueuedReport[]>({ to: "background", action: "queue" }).then((queue) => {
      this.queue = queue;
      this.drawRest();
    });
  }

  private draw(): void {
    applyLook(this.look);
    this.drawTop();
    this.drawBody();
    this.drawList();
    this.drawRest();
  }

  private drawTop(): void {
    const { t } = this.look;
    const active = this.state && !["idle", "off"].includes(this.state.phase);
    fill(
      this.parts.top,
      element(
        "header", { class: "top" },
        element("h1", {}, t("panel_title")),
        active && element("button", { type: "button", class: "plain stop", onclick: () => void this.tell({ to: "page", action: "stop" }) }, t("panel_stop")),
        element("button", { type: "button", class: "icon", "aria-label": t("settings"), title: t("settings"), onclick: () => void api.runtime.openOptionsPage() }, "⚙"),
      ),
    );
  }

  private drawBody(): void {
    const { analysis, phase, failure } = this.state ?? {};
    const { t, dark } = this.look;
    if (analysis && phase === "painted") {
      const context = { analysis, settings: this.settings, dark, t };
      const toggles = filterToggles(context, {
        type: (type) => void saveSettings({ hiddenTypes: toggled(this.settings.hiddenTypes, type) }),
        status: (status) => void saveSettings({ hiddenStatuses: toggled(this.settings.hiddenStatuses, status) }),
      });
      const headline = headlineCard(context, (claim) => this.go(claim), () => void this.tell({ to: "page", action: "report", claim: null }));
      const warning = analysis.incomplete && element("p", { class: "small", role: "note" }, t("incomplete"));
      const open = this.parts.body.querySelector<HTMLDetailsElement>("details.evidence")?.open ?? false;
      headline.querySelector("details.evidence")?.toggleAttribute("open", open);
      keepFocus(this.parts.body, () => fill(this.parts.body, warning, headline, sharesBar(context), toggles));
    } else if (phase === "failed" && failure) {
      fill(
        this.parts.body,
        element(
          "div", { class: "empty failed" },
          element("strong", {}, t("failed_title")),
          element("p", {}, failureText(failure, this.settings.server, t)),
          failure.kind === "server_down" && element("p", { class: "small" }, t("fail_server_hint")),
          failure.kind === "server_down" && element("pre", {}, START_COMMAND),
          canRetry(failure) && element("button", { type: "button", class: "primary", onclick: () => void this.restart() }, t("retry")),
        ),
      );
    } else {
      const busy = phase === "reading" || phase === "waiting";
      fill(this.parts.body, element("div", { class: "empty" }, element("p", {}, t(busy ? phase : phase === "off" ? "panel_off" : "panel_idle")), !busy && this.startButton()));
    }
  }

  private startButton(): HTMLElement {
    return element("button", { type: "button", class: "primary", onclick: () => void this.start() }, this.look.t("panel_start"));
  }

  private drawList(): void {
    const { state, settings } = this;
    const { t, dark } = this.look;
    if (!state?.analysis || state.phase !== "painted") return fill(this.parts.list);
    const claims = listed(state.analysis.claims, settings);
    const shown = matching(claims.filter((claim) => isShown(claim, settings)), this.search);
    const text = shownText(shown.length, claims.length, t);
    if (this.live.textContent !== text) this.live.textContent = text;
    const context = { claims: shown, unlocated: new Set(state.unlocated), current: state.current, settings, dark, t };
    const groups = claimGroups(context, { go: (claim) => this.go(claim), copy: (claim) => void this.copy(claim), report: (claim) => this.report(claim) });
    const search = element("input", {
      type: "search", class: "search", "aria-label": t("search"), placeholder: t("search"), value: this.search,
      oninput: (event) => {
        this.search = (event.target as HTMLInputElement).value;
        this.drawList();
      },
    });
    const head = element("div", { class: "list-head" }, element("h2", {}, t("claims")), element("span", { class: "small count" }, text));
    const nothing = !shown.length && element("p", { class: "small" }, t(claims.length ? "nothing_shown" : "painted_none"));
    const hides = settings.hiddenTypes.length + settings.hiddenStatuses.length > 0;
    const all = hides && element("button", { type: "button", class: "link", onclick: () => void saveSettings({ hiddenTypes: [], hiddenStatuses: [] }) }, t("show_all"));
    keepFocus(this.parts.list, () => fill(this.parts.list, head, search, nothing, ...groups, all));
  }

  private drawRest(): void {
    const { t, dark } = this.look;
    const origin = this.state?.origin;
    const queue = queueSection(this.queue, t, {
      withdraw: (key) => void askBackground({ to: "background", action: "withdraw", key }),
      flush: () => void askBackground({ to: "background", action: "flush" }),
    });
    const open = this.parts.rest.querySelector("details")?.open ?? false;
    const key = legend(this.settings, dark, t);
    key.toggleAttribute("open", open);
    fill(this.parts.rest, queue, key, origin ? siteSection(origin, this.settings, t, () => void this.startIfIdle()) : null);
  }

  private go(claim: string): void {
    void this.tell({ to: "page", action: "go", claim });
  }

  private report(claim: Claim): void {
    void this.tell({ to: "page", action: "report", claim: claim.id });
  }

  private async copy(claim: Claim): Promise<void> {
    await navigator.clipboard.writeText(claimAsText(claim, claim.quote.exact, this.look.t));
    this.live.textContent = this.look.t("copied");
  }

  private async tell(message: PageMessage): Promise<void> {
    const tab = await shownTab();
    if (tab !== null) await askPage(tab, message);
  }

  private async start(): Promise<void> {
    const tab = await shownTab();
    if (tab !== null && (await reachPage(tab, { to: "page", action: "start" }))) return;
    fill(this.parts.body, element("div", { class: "empty" }, element("p", {}, this.look.t("panel_needs_click"))));
  }

  private async startIfIdle(): Promise<void> {
    if (!this.state || ["idle", "off"].includes(this.state.phase)) await this.start();
  }

  private async restart(): Promise<void> {
    await this.tell({ to: "page", action: "stop" });
    await this.start();
  }
}

function slot(): HTMLElement {
  return element("div", { style: "display:grid;gap:18px;min-width:0" });
}

/** Redraws without taking the focus from the control that has the same name afterwards. */
function keepFocus(parent: HTMLElement, draw: () => void): void {
  const focused = document.activeElement;
  const inside = focused instanceof HTMLElement && parent.contains(focused);
  const selector = inside ? `${focused.localName}.${[...focused.classList].join(".")}` : "";
  const name = (candidate: Element): string | null => candidate.getAttribute("data-claim") ?? candidate.getAttribute("aria-label") ?? candidate.textContent;
  const before = inside ? name(focused) : null;
  draw();
  if (!inside) return;
  const again = [...parent.querySelectorAll<HTMLElement>(selector)].find((candidate) => name(candidate) === before);
  again?.focus({ preventScroll: true });
  if (again instanceof HTMLInputElement) again.setSelectionRange(again.value.length, again.value.length);
}

new Panel(await loadSettings()).follow();
