import assert from "node:assert/strict";
import { test } from "node:test";
import { secondsOf } from "../../src/background/server";
import type { ReadBlock } from "../../src/content/extract/blocks";
import { hasNews } from "../../src/content/news";
import { Pace } from "../../src/content/pace";

const PARAGRAPH = "Der Pegel am alten Siel ist seit dem Morgen um achtzig Zentimeter gestiegen, teilte das Amt mit. ";
const blocks = (...texts: string[]): ReadBlock[] => texts.map((text) => ({ map: { text } }) as ReadBlock);
const LONG = Array.from({ length: 10 }, (_, index) => `${PARAGRAPH}${index}`);

const CASES: [what: string, present: string[], moved: boolean, news: boolean][] = [
  ["nothing changed", LONG, false, false],
  ["a new paragraph", [...LONG, `${PARAGRAPH}new`], false, true],
  ["a counter that counts on", [...LONG.slice(0, 9), `${PARAGRAPH}8 minutes ago`], false, false],
  ["a new button", [...LONG, "Jetzt abonnieren"], false, false],
  ["paragraphs gone", LONG.slice(0, 5), false, false],
  ["most of the text is another one", [...LONG.slice(0, 5), ...LONG.slice(5).map((text) => text.toUpperCase())], false, true],
  ["another address with the same text", LONG, true, false],
  ["another address with a paragraph of another text", [...LONG.slice(0, 9), PARAGRAPH.toUpperCase()], true, true],
];
for (const [what, present, moved, news] of CASES) {
  test(`${what}: ${news ? "asked again" : "left alone"}`, () => assert.equal(hasNews(blocks(...LONG), blocks(...present), moved), news));
}

test("a growing page is asked about at once twice, then less and less often", () => {
  const pace = new Pace();
  const waits: number[] = [];
  for (let now = 0, turn = 0; turn < 12; turn += 1) {
    waits.push(pace.wait(now));
    now += pace.wait(now);
    pace.begin(now);
  }
  assert.deepEqual(waits, [0, 0, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000, 300_000, 300_000]);
  pace.reset();
  assert.equal(pace.wait(0), 0);
});

const NOW = Date.UTC(2026, 2, 14, 12, 0, 0);
const WAITS: [given: string, seconds: number][] = [
  ["7", 7],
  ["Sat, 14 Mar 2026 12:00:30 GMT", 30],
  ["Sat, 14 Mar 2026 11:00:00 GMT", 5],
  ["", 5],
  ["soon", 5],
  ["0", 5],
  ["999999", 3600],
];
for (const [given, seconds] of WAITS) {
  test(`Retry-After ${JSON.stringify(given)} means ${seconds} seconds`, () => assert.equal(secondsOf(given, NOW), seconds));
}
