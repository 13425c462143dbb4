import assert from "node:assert/strict";
import { test } from "node:test";
import { backoff, ReportQueue, type Outcome, type QueuedReport } from "../../src/background/queue";
import type { Report } from "../../src/shared/contract";

const report = (key: string): Report => ({ key }) as Report;
const LATER: Outcome = { kind: "later", detail: "503" };
const DONE: Outcome = { kind: "done" };

/** A queue on a store in memory, a clock that stands still, and a courier that answers as told. */
function queueWith(answers: Outcome[]) {
  let stored: QueuedReport[] = [];
  const clock = { now: 1000 };
  const sent: string[] = [];
  const next = (what: string) => (key: Report | string): Promise<Outcome> => {
    sent.push(`${what} ${typeof key === "string" ? key : key.key}`);
    return Promise.resolve(answers.shift() ?? DONE);
  };
  const store = { load: () => Promise.resolve(stored), save: (queue: QueuedReport[]) => Promise.resolve(void (stored = structuredClone(queue))) };
  const queue = new ReportQueue(store, { send: next("send"), withdraw: next("withdraw") }, () => clock.now, () => undefined);
  return { queue, clock, sent, states: () => stored.map(({ report: { key }, state, attempts }) => [key, state, attempts]) };
}

test("a report is stored before it is sent", async () => {
  const { queue, states, sent } = queueWith([]);
  await queue.add(report("a"));
  assert.deepEqual(states(), [["a", "sent", 0]]);
  assert.deepEqual(sent, ["send a"]);
});

test("the same report twice is sent once", async () => {
  const { queue, sent } = queueWith([]);
  await Promise.all([queue.add(report("a")), queue.add(report("a"))]);
  assert.deepEqual(sent, ["send a"]);
});

test("a failed delivery waits its time and is tried again with the same key", async () => {
  const { queue, clock, sent, states } = queueWith([LATER, DONE]);
  await queue.add(report("a"));
  assert.deepEqual(states(), [["a", "waiting", 1]]);
  await queue.flush();
  assert.equal(sent.length, 1);
  clock.now += backoff(1);
  await queue.flush();
  assert.deepEqual(sent, ["send a", "send a"]);
  assert.deepEqual(states(), [["a", "sent", 1]]);
});

test("the server's own Retry-After decides the wait", async () => {
  const { queue } = queueWith([{ kind: "later", detail: "503", seconds: 7 }]);
  await queue.add(report("a"));
  assert.equal(await queue.nextDue(), 1000 + 7000);
});

test("waits double up to half an hour", () => assert.deepEqual([1, 2, 3, 20].map(backoff), [5_000, 10_000, 20_000, 1_800_000]));

test("a refused report stays in sight and is not sent again", async () => {
  const { queue, sent, states } = queueWith([{ kind: "refused", detail: "422" }]);
  await queue.add(report("a"));
  await queue.flush(true);
  assert.deepEqual(sent, ["send a"]);
  assert.deepEqual(states(), [["a", "refused", 0]]);
});

test("a delivered report is withdrawn at the server, and stays until the server agreed", async () => {
  const { queue, clock, sent, states } = queueWith([DONE, LATER, DONE]);
  await queue.add(report("a"));
  await queue.withdraw("a");
  assert.deepEqual(states(), [["a", "withdrawing", 1]]);
  clock.now += backoff(1);
  await queue.flush();
  assert.deepEqual(states(), []);
  assert.deepEqual(sent, ["send a", "withdraw a", "withdraw a"]);
});

test("a report that may have arrived is withdrawn at the server too", async () => {
  const { queue, sent } = queueWith([LATER]);
  await queue.add(report("a"));
  await queue.withdraw("a");
  assert.deepEqual(sent, ["send a", "withdraw a"]);
});

test("only the last twenty delivered reports are kept; none that waits is dropped", async () => {
  const { queue, states } = queueWith([LATER]);
  for (let number = 0; number < 25; number += 1) await queue.add(report(String(number)));
  assert.equal(states().length, 21);
  assert.deepEqual(states()[0], ["0", "waiting", 1]);
});
