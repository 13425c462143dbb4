/**
 * The readers' corrections on their way to the server. Each stays in `storage.local` until the server
 * took it (2xx) or refused it for good; its key makes a repeated delivery harmless.
 */

import type { Report } from "../shared/contract";

export type QueueState = "waiting" | "sent" | "refused" | "withdrawing";

export interface QueuedReport {
  report: Report;
  state: QueueState;
  attempts: number;
  /** When to try next, milliseconds since 1970. */
  nextAt: number;
  detail: string;
}

/** What one delivery came to. */
export type Outcome = { kind: "done" } | { kind: "refused"; detail: string } | { kind: "later"; detail: string; seconds?: number };

export interface QueueStore {
  load(): Promise<QueuedReport[]>;
  save(queue: QueuedReport[]): Promise<void>;
}

export interface Courier {
  send(report: Report): Promise<Outcome>;
  withdraw(key: string): Promise<Outcome>;
}

const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 30 * 60_000;
/** Delivered reports kept in sight, so that they can still be withdrawn. */
const KEPT = 20;

/** The wait after `attempts` failures: doubling, up to half an hour. */
export function backoff(attempts: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, attempts - 1));
}

export class ReportQueue {
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: QueueStore,
    private readonly courier: Courier,
    private readonly now: () => number,
    private readonly changed: (queue: QueuedReport[]) => void,
  ) {}

  list(): Promise<QueuedReport[]> {
    return this.store.load();
  }

  /** Stores the report first, then tries to deliver it. */
  async add(report: Report): Promise<QueuedReport[]> {
    await this.locked(async () => {
      const queue = await this.store.load();
      if (queue.some((entry) => entry.report.key === report.key)) return;
      await this.save([...queue, { report, state: "waiting", attempts: 0, nextAt: this.now(), detail: "" }]);
    });
    return this.flush();
  }

  /** Takes a report back: at once if it never left, else at the server too. */
  async withdraw(key: string): Promise<QueuedReport[]> {
    await this.locked(async () => {
      const queue = await this.store.load();
      const entry = queue.find((candidate) => candidate.report.key === key);
      if (!entry) return;
      const neverLeft = entry.state === "refused" || (entry.state === "waiting" && entry.attempts === 0);
      if (neverLeft) await this.save(queue.filter((other) => other !== entry));
      else await this.save(queue.map((other) => (other === entry ? { ...entry, state: "withdrawing", nextAt: this.now() } : other)));
    });
    return this.flush();
  }

  /** Tries everything that is due; with `force` everything that waits. */
  flush(force = false): Promise<QueuedReport[]> {
    return this.locked(async () => {
      for (const { report } of (await this.store.load()).filter((entry) => isPending(entry) && (force || entry.nextAt <= this.now()))) {
        await this.deliver(report.key);
      }
      return this.store.load();
    });
  }

  /** When the next try is due, or `null` when nothing waits. */
  async nextDue(): Promise<number | null> {
    const waiting = (await this.store.load()).filter(isPending).map((entry) => entry.nextAt);
    return waiting.length ? Math.min(...waiting) : null;
  }

  private async deliver(key: string): Promise<void> {
    const entry = (await this.store.load()).find((candidate) => candidate.report.key === key);
    if (!entry) return;
    const outcome = await (entry.state === "withdrawing" ? this.courier.withdraw(key) : this.courier.send(entry.report));
    const settled = this.settle(entry, outcome);
    const queue = await this.store.load();
    await this.save(queue.flatMap((other) => (other.report.key === key ? (settled ? [settled] : []) : [other])));
  }

  private settle(entry: QueuedReport, outcome: Outcome): QueuedReport | null {
    if (outcome.kind === "later") {
      const attempts = entry.attempts + 1;
      const wait = outcome.seconds === undefined ? backoff(attempts) : outcome.seconds * 1000;
      return { ...entry, attempts, nextAt: this.now() + wait, detail: outcome.detail };
    }
    if (entry.state === "withdrawing") return null;
    if (outcome.kind === "refused") return { ...entry, state: "refused", detail: outcome.detail };
    return { ...entry, state: "sent", detail: "" };
  }

  private async save(queue: QueuedReport[]): Promise<void> {
    const sent = queue.filter((entry) => entry.state === "sent");
    const surplus = new Set(sent.slice(0, Math.max(0, sent.length - KEPT)));
    const kept = queue.filter((entry) => !surplus.has(entry));
    await this.store.save(kept);
    this.changed(kept);
  }

  /** One change at a time: two tabs may report at once. */
  private locked<Result>(run: () => Promise<Result>): Promise<Result> {
    const result = this.work.then(run, run);
    this.work = result.catch(() => undefined);
    return result;
  }
}

function isPending(entry: QueuedReport): boolean {
  return entry.state === "waiting" || entry.state === "withdrawing";
}
