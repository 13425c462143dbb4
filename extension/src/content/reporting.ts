/** Reports from the page: from a card, from the headline's badge, or from the reader's own selection. */

import type { Analysis, Claim, Quote, Report } from "../shared/contract";
import { element, fill } from "../shared/element";
import type { Translate } from "../shared/locale";
import { askBackground } from "../shared/messages";
import type { QueuedReport } from "../background/queue";
import { quoteOf } from "./anchor/quote";
import type { ReadBlock } from "./extract/blocks";
import type { Notice } from "./notice";
import { hide, moveTo, show, type Surface } from "./paint/surface";
import { drawDialog } from "./report/dialog";
import { kindsFor, LIMITS, type Draft } from "./report/draft";
import { selectedText, type SelectedText } from "./selection";

export interface ReportingContext {
  analysis: Analysis;
  blocks: readonly ReadBlock[];
  t: Translate;
  server: string;
  sendHost: boolean;
  selectionButton: boolean;
}

const SELECTION_CALM = 250;

export class Reporting {
  private readonly dialog: HTMLElement;
  private readonly button: HTMLElement;
  private readonly stop = new AbortController();
  private timer = 0;

  /** `context` is asked anew each time: `null` while nothing is painted. */
  constructor(
    surface: Surface,
    private readonly notice: Notice,
    private readonly context: () => ReportingContext | null,
  ) {
    this.dialog = surface.add(element("div", { class: "dialog" }));
    this.button = surface.add(element("div", { class: "missed" }));
    document.addEventListener("selectionchange", () => this.selectionChanged(), { signal: this.stop.signal });
  }

  /** About one claim, or with `null` about the headline's rating. */
  about(claim: Claim | null): void {
    const context = this.context();
    if (!context) return;
    const [kind = "headline_score"] = kindsFor(claim ? "claim" : "headline");
    const quote = claim ? claimQuote(claim, context.blocks) : headlineQuote(context.blocks);
    this.open({ key: crypto.randomUUID(), kind, claim, quote, suggestion: claim ? { span: claim.quote.exact } : {}, comment: "", host: null }, context);
  }

  close(): void {
    hide(this.dialog);
  }

  remove(): void {
    clearTimeout(this.timer);
    this.stop.abort();
  }

  private open(draft: Draft, context: ReportingContext): void {
    draft.host = context.sendHost ? location.hostname : null;
    const subject = draft.kind === "missed_claim" ? "selection" : draft.kind === "headline_score" ? "headline" : "claim";
    hide(this.dialog);
    show(this.dialog);
    drawDialog(this.dialog, draft, {
      analysis: context.analysis,
      kinds: kindsFor(subject),
      host: location.hostname,
      server: context.server,
      t: context.t,
      send: (report) => this.send(report, context.t),
      close: () => this.close(),
    });
  }

  private async send(report: Report, t: Translate): Promise<void> {
    const entry = await askBackground<QueuedReport | null>({ to: "background", action: "report", report });
    this.close();
    if (entry === null) return this.notice.brief(t("report_failed"));
    if (entry.state === "refused") return this.notice.brief(t("queue_refused", { detail: entry.detail }));
    const text = t(entry.state === "sent" ? "report_sent" : "report_queued");
    this.notice.offer(text, t("undo"), () => void this.withdraw(report.key, t));
  }

  private async withdraw(key: string, t: Translate): Promise<void> {
    const rest = await askBackground<QueuedReport[]>({ to: "background", action: "withdraw", key });
    this.notice.brief(t(rest.some(({ report }) => report.key === key) ? "report_withdrawing" : "report_withdrawn"));
  }

  private selectionChanged(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.offer(), SELECTION_CALM);
  }

  private offer(): void {
    const context = this.context();
    const selected = context?.selectionButton ? selectedText(context.blocks) : null;
    if (!context || !selected) {
      hide(this.button);
      return;
    }
    const open = (): void => {
      hide(this.button);
      this.missed(selected, context);
    };
    fill(this.button, element("button", { type: "button", onclick: open, onpointerdown: (event) => event.preventDefault() }, context.t("missed_button")));
    show(this.button);
    moveTo(this.button, { left: Math.min(selected.rect.right, innerWidth - this.button.offsetWidth - 8), top: selected.rect.bottom + 6 });
  }

  private missed({ quote }: SelectedText, context: ReportingContext): void {
    const suggestion = { span: quote.exact };
    this.open({ key: crypto.randomUUID(), kind: "missed_claim", claim: null, quote, suggestion, comment: "", host: null }, context);
  }
}

/** The claim's first words with enough around them to judge them by: the cue and the source often stand there. */
function claimQuote({ spans: [place], quote }: Claim, blocks: readonly ReadBlock[]): Quote {
  const text = blocks.find(({ id }) => id === place?.block)?.map.text;
  if (place === undefined || text === undefined) return quote;
  const points = [...text];
  const begin = points.slice(0, place.begin).join("").length;
  const end = begin + points.slice(place.begin, place.end).join("").length;
  return quoteOf(text, begin, end, LIMITS.context);
}

function headlineQuote(blocks: readonly ReadBlock[]): Quote {
  return { exact: blocks.find(({ role }) => role === "headline")?.map.text ?? "–", prefix: "", suffix: "" };
}
