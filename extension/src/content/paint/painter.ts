/**
 * Everything a reader sees of an analysis on the page: highlights, the card, the headline's badge.
 *
 * Knows no extension API, so the server's own pages use it too. Who owns a painter gives it the anchored
 * claims and is told which claim is chosen.
 */

import { SOURCE_TYPES, type Analysis, type Claim } from "../../shared/contract";
import { element } from "../../shared/element";
import { countTypes, isShown, type Filter } from "../../shared/filter";
import { translator, type Language, type Translate } from "../../shared/locale";
import type { AnchoredClaim } from "../anchor/anchor";
import { wordsOf } from "../anchor/range";
import type { ReadBlock } from "../extract/blocks";
import { visibleText } from "../textmap";
import { drawBadge, moveBadge } from "./badge";
import { claimAsText, drawCard } from "./card";
import { isOnDark } from "./darkness";
import { claimAt } from "./hit";
import { Highlights } from "./highlights";
import type { Hues } from "./palette";
import { placeCard } from "./place";
import { watchPointer } from "./pointer";
import { highlightCss } from "./styles";
import { hide, moveTo, show, Surface } from "./surface";
import { typeSwatch } from "./swatch";
import { drawVerdictCard } from "./verdict-card";

export interface PainterOptions {
  language: Language;
  theme: "auto" | "light" | "dark";
  hues: Hues;
  filter: Filter;
}

export interface PainterActions {
  /** Puts the highlight rules on the page, in place of those given before. */
  applyCss(css: string): void;
  report?: (claim: Claim | null) => void;
  panel?: () => void;
  /** Called after the chosen claim or the shown claims changed. */
  changed?: () => void;
}

export interface Painting {
  analysis: Analysis;
  anchored: AnchoredClaim[];
  headline: ReadBlock | null;
  /** An element of the running text, to judge the page's ground by. */
  text: Element;
}

export class Painter {
  readonly surface: Surface;
  private readonly highlights = new Highlights();
  private readonly card: HTMLElement;
  private readonly badge: HTMLElement;
  private readonly stops: (() => void)[];
  private painting: Painting | null = null;
  private chosen: AnchoredClaim | null = null;
  private pinned = false;
  private copied = false;
  /** The chosen claim is filtered out; the headline's rating led to it. */
  private isBeyondFilter = false;
  /** What the card stands beside. */
  private near: readonly (Range | Element)[] = [];
  private returnFocus: HTMLElement | null = null;
  private t: Translate;

  constructor(
    private options: PainterOptions,
    private readonly actions: PainterActions,
  ) {
    this.t = translator(options.language);
    this.surface = new Surface(options.language);
    this.card = this.surface.add(element("div", { class: "card" }));
    this.badge = this.surface.add(element("div", { class: "badge" }));
    this.stops = [this.watchKeys(), this.watchLayout(), this.watchPointer()];
  }

  /** The claims shown under the present filter, in text order. */
  get shown(): AnchoredClaim[] {
    return this.painting?.anchored.filter(({ claim }) => isShown(claim, this.options.filter)) ?? [];
  }

  get current(): string | null {
    return this.chosen?.claim.id ?? null;
  }

  /** Each source type that is shown: how it looks, its name, how often. */
  samples(): HTMLElement[] {
    const counts = countTypes(this.shown.map(({ claim }) => claim));
    const present = SOURCE_TYPES.filter((type) => counts.has(type));
    return present.map((type) => element("span", { class: "sample" }, typeSwatch(type, this.isDark, this.options.hues), this.t(`type_${type}`), element("b", {}, String(counts.get(type)))));
  }

  paint(painting: Painting): void {
    // A new analysis numbers its claims anew.
    const chosen = this.chosen?.claim;
    const same = chosen && painting.anchored.find(({ claim }) => claim.quote.exact === chosen.quote.exact && claim.quote.prefix === chosen.quote.prefix);
    if (same && painting.analysis !== this.painting?.analysis) this.chosen = same;
    this.painting = painting;
    this.redraw();
  }

  update(options: PainterOptions): void {
    this.options = options;
    this.t = translator(options.language);
    this.surface.host.lang = options.language;
    this.redraw();
  }

  /** Scrolls to a claim, also to one that is filtered out, and opens its card; with `focus` the keyboard goes into the card. */
  go(id: string, focus = false): boolean {
    const claim = this.painting?.anchored.find((anchored) => anchored.claim.id === id);
    const first = claim?.ranges[0];
    if (!claim || !first) return false;
    first.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    this.open(claim, true, focus);
    return true;
  }

  /** Goes to the next or previous shown claim, around the ends. */
  step(by: 1 | -1, focus = true): void {
    const shown = this.shown;
    if (!shown.length) return;
    const at = shown.findIndex(({ claim }) => claim.id === this.current);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    const id = shown[next]?.claim.id;
    if (id) this.go(id, focus);
  }

  close(): void {
    this.pinned = false;
    this.chosen = null;
    this.highlights.choose(null);
    hide(this.card);
    this.badge.querySelector("button")?.setAttribute("aria-expanded", "false");
    this.returnFocus?.focus({ preventScroll: true });
    this.returnFocus = null;
    this.actions.changed?.();
  }

  remove(): void {
    for (const stop of this.stops) stop();
    this.highlights.clear();
    this.actions.applyCss("");
    this.surface.remove();
  }

  private redraw(): void {
    if (!this.painting) return;
    const dark = this.isDark;
    this.surface.dark = dark;
    this.actions.applyCss(highlightCss({ dark, hues: this.options.hues }));
    this.highlights.draw(this.shown);
    const candidates = this.isBeyondFilter ? this.painting.anchored : this.shown;
    const kept = this.chosen && candidates.find(({ claim }) => claim.id === this.current);
    if (this.chosen && !kept) this.close();
    else if (kept) this.open(kept, this.pinned);
    drawBadge(this.badge, this.painting.analysis, this.t, () => this.openVerdict());
    this.layOut();
    this.actions.changed?.();
  }

  private get isDark(): boolean {
    const { theme } = this.options;
    return theme === "auto" ? isOnDark(this.painting?.text ?? document.body) : theme === "dark";
  }

  private open(claim: AnchoredClaim, pinned: boolean, focus = false): void {
    if (this.current !== claim.claim.id) this.copied = false;
    this.chosen = claim;
    this.pinned = pinned;
    this.isBeyondFilter = !this.shown.includes(claim);
    this.drawCard(claim);
    this.highlights.choose(claim);
    this.reveal(claim.ranges, focus);
    this.actions.changed?.();
  }

  private drawCard(chosen: AnchoredClaim): void {
    const shown = this.shown;
    const { report, panel } = this.actions;
    drawCard(
      this.card,
      { claim: chosen.claim, index: shown.indexOf(chosen) + 1, total: shown.length, dark: this.isDark, hues: this.options.hues, copied: this.copied },
      this.t,
      { copy: () => void this.copy(chosen), report, panel, step: (by) => this.step(by), close: () => this.close() },
    );
  }

  private openVerdict(): void {
    const { painting } = this;
    if (!painting?.headline) return;
    this.chosen = null;
    this.pinned = true;
    this.highlights.choose(null);
    const { report, panel } = this.actions;
    drawVerdictCard(this.card, painting.analysis, this.t, { go: (id) => this.go(id, true), report, panel, close: () => this.close() });
    this.badge.querySelector("button")?.setAttribute("aria-expanded", "true");
    this.reveal([this.badge], true);
  }

  /** Puts the card beside the first of these, and the keyboard into it if asked. */
  private reveal(near: readonly (Range | Element)[], focus: boolean): void {
    show(this.card);
    this.near = near;
    this.placeCard();
    if (!focus) return;
    const active = document.activeElement;
    if (active instanceof HTMLElement && active !== this.surface.host) this.returnFocus = active;
    this.card.focus({ preventScroll: true });
  }

  private placeCard(): void {
    const { near } = this;
    const line = near[0]?.getClientRects()[0] ?? near[0]?.getBoundingClientRect();
    const bottom = Math.max(...near.map((part) => part.getBoundingClientRect().bottom));
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    if (line) moveTo(this.card, placeCard({ left: line.left, right: line.right, top: line.top, bottom }, { width: this.card.offsetWidth, height: this.card.offsetHeight }, view));
  }

  private async copy(chosen: AnchoredClaim): Promise<void> {
    await navigator.clipboard.writeText(claimAsText(chosen.claim, visibleText(wordsOf(chosen.ranges)), this.t));
    this.copied = true;
    this.drawCard(chosen);
    this.card.querySelector<HTMLElement>(".copy")?.focus();
  }

  private layOut(): void {
    if (this.painting?.headline) moveBadge(this.badge, this.painting.headline);
  }

  private watchLayout(): () => void {
    const again = (): void => this.layOut();
    const observer = new ResizeObserver(again);
    observer.observe(document.body);
    const stop = new AbortController();
    const resized = (): void => {
      this.layOut();
      if (this.card.matches(":popover-open")) this.placeCard();
    };
    addEventListener("resize", resized, { signal: stop.signal, passive: true });
    // A scrolling box inside the page moves the headline without a resize.
    document.addEventListener("scroll", again, { signal: stop.signal, passive: true, capture: true });
    return () => {
      observer.disconnect();
      stop.abort();
    };
  }

  private watchPointer(): () => void {
    return watchPointer({
      at: (x, y) => claimAt(x, y, this.shown),
      owns: (event) => this.surface.owns(event),
      peek: (claim) => this.pinned || this.open(claim, false),
      pin: (claim) => this.open(claim, true),
      unpeek: () => this.pinned || this.chosen === null || this.close(),
      dismiss: () => this.close(),
    });
  }

  private watchKeys(): () => void {
    const stop = new AbortController();
    const escape = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && this.card.matches(":popover-open")) this.close();
    };
    document.addEventListener("keydown", escape, { signal: stop.signal });
    this.card.addEventListener("keydown", (event) => this.key(event), { signal: stop.signal });
    return () => stop.abort();
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { chosen } = this;
    const run: Record<string, () => unknown> = {
      Escape: () => this.close(),
      j: () => this.step(1),
      k: () => this.step(-1),
      c: () => chosen && void this.copy(chosen),
      r: () => chosen && this.actions.report?.(chosen.claim),
    };
    const action = run[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}
