/** Talks to the Hearsay server. Only the background does: pages may not reach the reader's own machine. */

import { api } from "../shared/browser";
import type { Analysis, AnalyzeRequest, Problem, Report } from "../shared/contract";
import type { AnalyzeReply, Failure } from "../shared/messages";
import type { Outcome } from "./queue";

const PATIENCE = 90_000;
/** A background page without events is shut down after 30 seconds, whatever it waits for. */
const HEARTBEAT = 20_000;
const DEFAULT_WAIT = 5;
const LONGEST_WAIT = 3600;

export class Server {
  constructor(private readonly origin: string) {}

  async analyze(request: AnalyzeRequest): Promise<AnalyzeReply> {
    const response = await this.call("/v1/analyze", "POST", request);
    if (!response) return { failure: { kind: "server_down", detail: this.origin } };
    if (response.ok) return { analysis: (await response.json()) as Analysis };
    return { failure: await failureOf(response) };
  }

  async send(report: Report): Promise<Outcome> {
    return outcomeOf(await this.call("/v1/reports", "POST", report));
  }

  /** A report the server does not know is as good as withdrawn. */
  async withdraw(key: string): Promise<Outcome> {
    const response = await this.call(`/v1/reports/${encodeURIComponent(key)}`, "DELETE");
    return response?.status === 404 ? { kind: "done" } : outcomeOf(response);
  }

  /** The software's name and version, or what went wrong. */
  async test(): Promise<{ name: string; version: string } | { detail: string }> {
    const response = await this.call("/health/ready", "GET");
    if (!response) return { detail: this.origin };
    if (!response.ok) return { detail: String(response.status) };
    const body = (await response.json().catch(() => ({}))) as { name?: string; version?: string };
    return { name: body.name ?? "Hearsay", version: body.version ?? "" };
  }

  /** `null` where nobody answers. */
  private async call(path: string, method: "GET" | "POST" | "DELETE", body?: object): Promise<Response | null> {
    const heartbeat = setInterval(() => void api.runtime.getPlatformInfo(), HEARTBEAT);
    try {
      return await fetch(this.origin + path, {
        method,
        headers: body ? { "Content-Type": "application/json" } : {},
        body: body ? JSON.stringify(body) : null,
        signal: AbortSignal.timeout(PATIENCE),
        credentials: "omit",
        cache: "no-store",
        redirect: "error",
      });
    } catch {
      return null;
    } finally {
      clearInterval(heartbeat);
    }
  }
}

async function problemOf(response: Response): Promise<Problem> {
  return (await response.json().catch(() => ({}))) as Problem;
}

async function failureOf(response: Response): Promise<Failure> {
  const { status } = response;
  const problem = await problemOf(response);
  const detail = problem.title ? `${status}, ${problem.title}` : String(status);
  if (status === 413) return { kind: "too_long", detail };
  if (status === 403) return { kind: "refused", detail };
  if (status === 429 || status === 503) return { kind: "overload", detail, retryAfter: waitOf(response) };
  if (problem.code === "unsupported_language") return { kind: "language", detail };
  return { kind: "server_error", detail };
}

function waitOf(response: Response): number {
  return secondsOf(response.headers.get("Retry-After") ?? "", Date.now());
}

/** The seconds a `Retry-After` asks for, given as seconds or as a date; at most an hour. */
export function secondsOf(retryAfter: string, now: number): number {
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : Math.ceil((Date.parse(retryAfter) - now) / 1000);
  return seconds > 0 ? Math.min(seconds, LONGEST_WAIT) : DEFAULT_WAIT;
}

/** What an answer means for the queue: anything but a clear no is tried again. */
async function outcomeOf(response: Response | null): Promise<Outcome> {
  if (!response) return { kind: "later", detail: "" };
  if (response.ok) return { kind: "done" };
  const { status } = response;
  const again = status >= 500 || status === 408 || status === 425 || status === 429;
  if (again) return { kind: "later", detail: String(status), ...(response.headers.has("Retry-After") ? { seconds: waitOf(response) } : {}) };
  const { title, errors } = await problemOf(response);
  return { kind: "refused", detail: [status, title, ...(errors ?? []).map(({ at }) => at)].filter(Boolean).join(", ") };
}
