/** The content script: injected on the reader's click, once per page; waits for messages and holds the session. */

import { api, extensionIsAlive } from "../shared/browser";
import { askBackground, type HelloReply, type PageMessage, type PageState, type StateMessage } from "../shared/messages";
import { loadSettings, onSettings } from "../shared/settings";
import { Session } from "./session";

/** Tells a script whose extension was updated under it that another one took over. */
const SUCCESSOR = "hearsay-successor";
const IDLE: Omit<PageState, "title" | "origin"> = { phase: "idle", analysis: null, unlocated: [], shown: [], current: null, failure: null };

class Page {
  private session: Session | null = null;
  /** Switched off in this tab, so that nothing starts by itself. */
  private off = false;

  listen(): void {
    api.runtime.onMessage.addListener((message: PageMessage, sender, reply) => {
      if (message.to !== "page" || sender.id !== api.runtime.id) return false;
      void this.answer(message).then(reply);
      return true;
    });
    onSettings((settings) => this.session?.update(settings));
    document.addEventListener(SUCCESSOR, () => extensionIsAlive() || this.end());
    void askBackground<HelloReply | null>({ to: "background", action: "hello" }).then((hello) => {
      if (hello?.start) void this.start();
      else if (hello?.off && !this.session) {
        this.off = true;
        this.publish();
      }
    });
  }

  private async answer(message: PageMessage): Promise<unknown> {
    switch (message.action) {
      case "ping":
        return true;
      case "toggle":
        return this.session ? this.switchOff() : this.switchOn();
      case "start":
        return this.switchOn();
      case "stop":
        return this.switchOff();
      case "state":
        return this.state;
      case "go":
        return this.session?.go(message.claim) ?? false;
      case "step":
        return this.session ? this.session.step(message.by) : this.switchOn();
      case "report":
        return this.session?.report(message.claim);
    }
  }

  private get state(): PageState {
    return this.session?.state ?? { ...IDLE, phase: this.off ? "off" : "idle", title: document.title, origin: location.origin };
  }

  private async start(): Promise<void> {
    if (this.session) return;
    this.session = new Session(await loadSettings(), () => this.publish());
    await this.session.start();
  }

  /** The reader's own wish, which holds for the tab. */
  private switchOn(): Promise<void> {
    this.off = false;
    void askBackground({ to: "background", action: "tab", off: false });
    return this.start();
  }

  private switchOff(): void {
    this.off = true;
    void askBackground({ to: "background", action: "tab", off: true });
    this.end();
    this.publish();
  }

  private end(): void {
    this.session?.end();
    this.session = null;
  }

  private publish(): void {
    if (!extensionIsAlive()) return;
    const { state } = this;
    const count = state.phase === "painted" ? state.shown.length : null;
    void askBackground({ to: "background", action: "count", count }).catch(() => undefined);
    void api.runtime.sendMessage({ to: "panel", action: "state", state } satisfies StateMessage).catch(() => undefined);
  }
}

// Injecting twice is harmless: the first one stays, unless the extension was updated under it.
const mark = globalThis as { hearsayPage?: () => boolean };
if (!mark.hearsayPage?.()) {
  mark.hearsayPage = extensionIsAlive;
  document.dispatchEvent(new Event(SUCCESSOR));
  new Page().listen();
}
