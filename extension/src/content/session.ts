/** One reading of one page: from the reader's click to painted claims, and everything that can happen in between. */

import { extensionIsAlive } from "../shared/browser";
import type { Analysis, AnalyzeRequest } from "../shared/contract";
import { listed } from "../shared/filter";
import { counted, languageOf, translator, type Language, type Translate } from "../shared/locale";
import { askBackground, type AnalyzeReply, type Failure, type PageState, type Phase } from "../shared/messages";
import type { Settings } from "../shared/settings";
import { Anchorer, type Anchoring } from "./anchor/anchor";
import { holds } from "./anchor/range";
import { readArticle, type ReadArticle } from "./extract/article";
import { waitForArticle } from "./late";
import { Notice } from "./notice";
import { Painter, type PainterOptions } from "./paint/painter";
import { RootSheet } from "./paint/root-sheet";
import { Reporting } from "./reporting";
import { hasNews } from "./news";
import { Pace } from "./pace";
import { PageWatch } from "./watch";

const MOST_OVERLOAD_TRIES = 3;
const AFTERWARDS = 1_000;

export class Session {
  private phase: Phase = "reading";
  private failure: Failure | null = null;
  private sent: ReadArticle | null = null;
  private analysis: Analysis | null = null;
  private anchoring: Anchoring = { anchored: [], unlocated: [] };
  /** The words of each claim as the server saw them. */
  private words = new Map<string, string>();
  private readonly painter: Painter;
  private readonly notice: Notice;
  private readonly reporting: Reporting;
  private readonly watch = new PageWatch((moved) => this.pageChanged(moved));
  private readonly pace = new Pace();
  private later = 0;
  private growing = false;
  private css = "";
  private readonly rootSheet = new RootSheet();
  private overloads = 0;
  private ended = false;
  private turn = 0;

  constructor(
    private settings: Settings,
    private readonly changed: () => void,
  ) {
    this.painter = new Painter(painterOptions(settings), {
      applyCss: (css) => this.applyCss(css),
      report: (claim) => this.reporting.about(claim),
      panel: openPanel,
      changed,
    });
    this.notice = new Notice(this.painter.surface);
    this.reporting = new Reporting(this.painter.surface, this.notice, () => this.reportingContext());
  }

  get state(): PageState {
    return {
      phase: this.phase,
      title: document.title,
      origin: location.origin,
      analysis: this.analysis,
      unlocated: this.anchoring.unlocated.map(({ id }) => id),
      shown: this.painter.shown.map(({ claim }) => claim.id),
      current: this.painter.current,
      failure: this.failure,
    };
  }

  /**
   * Reads, asks, paints. A later call makes an earlier one that still waits void. Where the article only grew,
   * `quietly` keeps what is painted until the new answer is there.
   */
  async start(quietly = false): Promise<void> {
    const turn = (this.turn += 1);
    const current = (): boolean => turn === this.turn && !this.ended;
    const say = (phase: "reading" | "waiting"): void => {
      if (quietly) return;
      this.enter(phase);
      this.notice.busy(this.t(phase));
    };
    say("reading");
    const article = await waitForArticle(() => readArticle(document), () => !current());
    if (!current()) return;
    if (!article) return quietly ? undefined : this.fail({ kind: "no_article" });
    this.watch.alsoIn(article.roots);
    say("waiting");
    const reply = await askBackground<AnalyzeReply>({ to: "background", action: "analyze", request: this.request(article) }).catch(
      (error: unknown): AnalyzeReply => ({ failure: { kind: "server_error", detail: String(error) } }),
    );
    if (!current()) return;
    if ("failure" in reply) return quietly ? undefined : this.fail(reply.failure);
    this.overloads = 0;
    this.sent = article;
    this.analysis = reply.analysis;
    this.paint(article);
    if (!quietly) this.announce();
  }

  update(settings: Settings): void {
    const other = settings.server !== this.settings.server || settings.minConfidence < this.settings.minConfidence;
    this.settings = settings;
    this.painter.update(painterOptions(settings));
    if (other && this.analysis) void this.start();
  }

  go(claim: string): boolean {
    return this.painter.go(claim, true);
  }

  step(by: 1 | -1): void {
    this.painter.step(by);
  }

  report(claim: string | null): void {
    this.reporting.about(this.analysis?.claims.find(({ id }) => id === claim) ?? null);
  }

  end(): void {
    this.ended = true;
    this.watch.stop();
    clearTimeout(this.later);
    this.reporting.remove();
    this.painter.remove();
    this.rootSheet.remove();
  }

  private get t(): Translate {
    return translator(interfaceLanguage(this.settings));
  }

  private request({ blocks, language }: ReadArticle): AnalyzeRequest {
    return {
      blocks: blocks.map(({ id, role, map }) => ({ id, role, text: map.text })),
      language: language === "de" || language === "en" ? language : null,
      min_confidence: this.settings.minConfidence,
      ui_language: interfaceLanguage(this.settings),
    };
  }

  private paint(present: ReadArticle): void {
    const { analysis, sent } = this;
    if (!analysis || !sent) return;
    const anchorer = new Anchorer(sent.blocks, present.blocks);
    this.anchoring = anchorer.anchor(analysis.claims);
    this.words = new Map(analysis.claims.map(({ id, spans }) => [id, spans.map((place) => anchorer.words(place) ?? "").join("")]));
    this.phase = "painted";
    this.failure = null;
    const headline = present.blocks.find(({ role }) => role === "headline") ?? null;
    const text = present.blocks.find(({ role }) => role === "body")?.element ?? document.body;
    this.painter.paint({ analysis, anchored: this.anchoring.anchored, headline, text });
    this.rootSheet.apply(this.css, present.roots);
  }

  private announce(): void {
    const count = listed(this.analysis?.claims ?? [], this.settings).length;
    const text = count ? counted(this.t, "painted_one", "painted", count) : this.t("painted_none");
    if (!count || this.analysis?.incomplete) return this.notice.brief(count ? `${text}. ${this.t("incomplete")}` : text);
    this.notice.found(text, this.painter.samples(), this.t("open_panel"), openPanel);
  }

  private fail(failure: Failure): void {
    this.failure = failure;
    this.enter("failed");
    const retry = (): void => void this.start();
    this.notice.failure(failure, this.settings.server, this.t, { retry, close: () => this.notice.hide() });
    if (failure.kind !== "overload" || this.overloads >= MOST_OVERLOAD_TRIES) return;
    this.overloads += 1;
    const { turn } = this;
    setTimeout(() => turn === this.turn && !this.ended && retry(), (failure.retryAfter ?? 1) * 1000);
  }

  private enter(phase: Phase): void {
    this.phase = phase;
    if (phase !== "failed") this.failure = null;
    this.changed();
  }

  private pageChanged(moved: boolean): void {
    if (!extensionIsAlive()) return this.end();
    if (this.phase !== "painted" || !this.sent) {
      if (moved) void this.start();
      return;
    }
    const broken = this.anchoring.anchored.some(({ claim, ranges }) => !holds(ranges, this.words.get(claim.id) ?? ""));
    const present = readArticle(document);
    if (present) this.watch.alsoIn(present.roots);
    const news = present !== null && hasNews(this.sent.blocks, present.blocks, moved);
    if (news && moved) {
      this.pace.reset();
      return void this.start();
    }
    if (broken || this.anchoring.unlocated.length || moved) this.paint(present ?? this.sent);
    if (news) void this.readAgain();
  }

  /** The article grew, as a live blog does: asks again at a bearable pace, and looks once more when the answer is there. */
  private async readAgain(): Promise<void> {
    if (this.growing) return;
    clearTimeout(this.later);
    const wait = this.pace.wait(performance.now());
    if (wait === 0) {
      this.pace.begin(performance.now());
      this.growing = true;
      await this.start(true);
      this.growing = false;
    }
    if (!this.ended) this.later = window.setTimeout(() => this.pageChanged(false), Math.max(wait, AFTERWARDS));
  }

  private reportingContext(): ReturnType<ConstructorParameters<typeof Reporting>[2]> {
    const { analysis, sent, settings } = this;
    if (!analysis || !sent || this.phase !== "painted") return null;
    return { analysis, blocks: sent.blocks, t: this.t, server: settings.server, sendHost: settings.sendHost, selectionButton: settings.selectionButton };
  }

  private applyCss(css: string): void {
    if (css === this.css) return;
    void askBackground({ to: "background", action: "style", css, previous: this.css });
    this.css = css;
    this.rootSheet.apply(css, []);
  }
}

function openPanel(): void {
  void askBackground({ to: "background", action: "open_panel" });
}

export function interfaceLanguage({ language }: Settings): Language {
  return languageOf(language, navigator.language);
}

function painterOptions(settings: Settings): PainterOptions {
  const { hiddenTypes, hiddenStatuses, minConfidence, hues, theme } = settings;
  return { language: interfaceLanguage(settings), theme, hues, filter: { hiddenTypes, hiddenStatuses, minConfidence } };
}
