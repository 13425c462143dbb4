/** Which tab the panel shows, and what that tab's page says about itself. */

import { api } from "../shared/browser";
import { askPage, type PageState, type QueueMessage, type StateMessage } from "../shared/messages";
import type { QueuedReport } from "../background/queue";

export interface TabListener {
  /** `null` where no content script runs in the tab. */
  state(state: PageState | null): void;
  queue(queue: QueuedReport[]): void;
}

/** A panel in a window of its own is tied to the tab that opened it; a side panel follows the active one. */
const tied = Number(new URLSearchParams(location.search).get("tab")) || null;

export async function shownTab(): Promise<number | null> {
  if (tied !== null) return tied;
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Tells the listener about the shown tab, now and whenever it changes. */
export function followTab(listener: TabListener): void {
  const refresh = async (): Promise<void> => {
    const tab = await shownTab();
    listener.state(tab === null ? null : await askPage<PageState>(tab, { to: "page", action: "state" }));
  };
  api.runtime.onMessage.addListener((message: StateMessage | QueueMessage, sender) => {
    if (message.to !== "panel") return;
    if (message.action === "queue") listener.queue(message.queue);
    else void shownTab().then((tab) => sender.tab?.id === tab && listener.state(message.state));
  });
  api.tabs.onActivated.addListener(() => void refresh());
  api.tabs.onUpdated.addListener((_tab, change) => {
    if (change.status === "complete") void refresh();
  });
  void refresh();
}
