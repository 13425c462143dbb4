/** Small messages in the corner: what is happening, what went wrong and what to do about it. */

import { element } from "../shared/element";
import type { MessageKey, Translate } from "../shared/locale";
import type { Failure } from "../shared/messages";
import { hide, show, type Surface } from "./paint/surface";

const BRIEF = 2_600;
const LONG = 9_000;
/** How the server is started; a command, so the same in every language. */
export const START_COMMAND = "make run";

export class Notice {
  private toast: HTMLElement;
  private readonly live: HTMLElement;
  private timer = 0;

  constructor(private readonly surface: Surface) {
    this.toast = surface.add(element("div", { class: "toast" }));
    this.live = surface.add(element("div", { class: "live", role: "status", "aria-live": "polite" }));
    show(this.live);
  }

  /** A line that stays until something else is said. */
  busy(text: string): void {
    this.draw("toast quiet", text, element("p", {}, text));
  }

  /** A line that goes away by itself. */
  brief(text: string): void {
    this.busy(text);
    this.hideLater(BRIEF);
  }

  /** A line with one thing to do about it, long enough to reach for. */
  offer(text: string, label: string, act: () => void): void {
    this.draw("toast quiet", text, element("p", {}, text, " ", element("button", { type: "button", class: "link", onclick: act }, label)));
    this.hideLater(LONG);
  }

  /** What was found, source type by source type, so that the colours explain themselves. */
  found(text: string, samples: readonly HTMLElement[], label: string, open: () => void): void {
    const list = element("ul", {}, ...samples.map((sample) => element("li", {}, sample)));
    this.draw("toast found", text, element("h2", {}, text), list, element("button", { type: "button", class: "link", onclick: open }, label));
    this.hideLater(LONG);
  }

  /** A failure with its remedy and a button to try again. */
  failure(failure: Failure, server: string, t: Translate, actions: { retry(): void; close(): void }): void {
    const text = failureText(failure, server, t);
    const isDown = failure.kind === "server_down";
    this.draw(
      "toast",
      text,
      element("h2", {}, t("failed_title")),
      element("p", {}, text),
      isDown && element("p", { class: "small" }, t("fail_server_hint")),
      isDown && element("pre", {}, START_COMMAND),
      element(
        "div", { class: "row" },
        canRetry(failure) && element("button", { type: "button", class: "primary retry", onclick: () => actions.retry() }, t("retry")),
        element("button", { type: "button", class: "plain", onclick: () => actions.close() }, t("close")),
      ),
    );
  }

  hide(): void {
    hide(this.toast);
  }

  /** Not while the pointer or the keyboard is in it. */
  private hideLater(after: number): void {
    this.timer = window.setTimeout(() => (this.toast.matches(":hover, :focus-within") ? this.hideLater(BRIEF) : hide(this.toast)), after);
  }

  /** A new element each time: one that changes its size would count as the site's own layout shift. */
  private draw(name: string, spoken: string, ...content: (Node | false)[]): void {
    clearTimeout(this.timer);
    const before = this.toast;
    this.toast = this.surface.add(element("div", { class: name }, ...content));
    before.remove();
    this.live.textContent = spoken;
    show(this.toast);
  }
}

/** The failure in a sentence. */
export function failureText({ kind, detail = "", retryAfter = 0 }: Failure, server: string, t: Translate): string {
  return t(`fail_${kind}` as MessageKey, { detail, server, seconds: retryAfter });
}

export function canRetry({ kind }: Failure): boolean {
  return !["too_long", "too_short", "language", "page_forbidden"].includes(kind);
}
