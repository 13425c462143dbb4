/** Every message between the parts of the extension, and the state the page shares with the panel. */

import { api } from "./browser";
import type { Analysis, AnalyzeRequest, Report } from "./contract";
import type { QueuedReport } from "../background/queue";

/** Why there is no analysis; each has its own words in the interface. */
export type FailureKind =
  | "no_article" | "too_long" | "too_short" | "language" | "server_down" | "overload" | "refused" | "server_error" | "page_forbidden";

export interface Failure {
  kind: FailureKind;
  detail?: string;
  /** Seconds until another try makes sense. */
  retryAfter?: number;
}

export type Phase = "idle" | "off" | "reading" | "waiting" | "painted" | "failed";

/** What the page knows; the panel draws it. */
export interface PageState {
  phase: Phase;
  title: string;
  origin: string;
  analysis: Analysis | null;
  /** Claims whose words could not be found on the page. */
  unlocated: string[];
  /** Ids of the claims shown under the present settings, in text order. */
  shown: string[];
  current: string | null;
  failure: Failure | null;
}

/** For a page that was just opened. */
export interface HelloReply {
  start: boolean;
  /** The reader switched Hearsay off in this tab. */
  off: boolean;
}

export type AnalyzeReply = { analysis: Analysis } | { failure: Failure };

/** To the background. */
export type BackgroundMessage =
  | { to: "background"; action: "analyze"; request: AnalyzeRequest }
  | { to: "background"; action: "hello" }
  | { to: "background"; action: "tab"; off: boolean }
  | { to: "background"; action: "style"; css: string; previous: string }
  | { to: "background"; action: "report"; report: Report }
  | { to: "background"; action: "withdraw"; key: string }
  | { to: "background"; action: "queue" }
  | { to: "background"; action: "flush" }
  | { to: "background"; action: "test_server"; server: string }
  | { to: "background"; action: "open_panel" }
  | { to: "background"; action: "count"; count: number | null };

/** To the content script of one tab. */
export type PageMessage =
  | { to: "page"; action: "ping" }
  | { to: "page"; action: "toggle" }
  | { to: "page"; action: "start" }
  | { to: "page"; action: "stop" }
  | { to: "page"; action: "state" }
  | { to: "page"; action: "go"; claim: string }
  | { to: "page"; action: "step"; by: 1 | -1 }
  | { to: "page"; action: "report"; claim: string | null };

/** To whoever listens: the page's state changed. */
export interface StateMessage {
  to: "panel";
  action: "state";
  state: PageState;
}

export interface QueueMessage {
  to: "panel";
  action: "queue";
  queue: QueuedReport[];
}

/** Asks the background; a background that was just shut down is asked once more. */
export async function askBackground<Reply>(message: BackgroundMessage): Promise<Reply> {
  try {
    return (await api.runtime.sendMessage(message)) as Reply;
  } catch (error) {
    if (!/Receiving end|(port|channel) closed|disconnected/i.test(String(error))) throw error;
    return (await api.runtime.sendMessage(message)) as Reply;
  }
}

/** Asks one tab's content script; `null` where none runs. */
export async function askPage<Reply>(tab: number, message: PageMessage): Promise<Reply | null> {
  try {
    return (await api.tabs.sendMessage(tab, message, { frameId: 0 })) as Reply;
  } catch {
    return null;
  }
}
