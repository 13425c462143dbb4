import assert from "node:assert/strict";
import { test } from "node:test";
import { Anchorer } from "../../src/content/anchor/anchor";
import { findQuote, quoteOf } from "../../src/content/anchor/quote";
import { wordsOf } from "../../src/content/anchor/range";
import type { ReadBlock } from "../../src/content/extract/blocks";
import { TextMap } from "../../src/content/textmap";
import type { Claim } from "../../src/shared/contract";
import { openPage, textNodes } from "./page";

const read = (page: Document): ReadBlock[] =>
  [...page.querySelectorAll("p")].map((element, index) => ({ id: `b${index}`, role: "body", element, map: TextMap.of(textNodes(element)) }));

const claimAt = (block: string, begin: number, end: number): Claim =>
  ({ id: "c1", spans: [{ block, begin, end }], certainty: { status: "reported", score: 0.7, cues: [] } }) as unknown as Claim;

test("by identity: the words the server saw, behind an emoji and across elements", () => {
  const blocks = read(openPage("<p>🙂 Er <b>soll</b> es gewusst haben.</p>"));
  const { anchored } = new Anchorer(blocks, blocks).anchor([claimAt("b0", 2, 9)]);
  assert.equal(wordsOf(anchored[0]!.ranges), "Er soll");
});

test("a rewritten paragraph is found again by its words", () => {
  const page = openPage("<p>Er soll es gewusst haben.</p><p>Sie nicht.</p>");
  const sent = read(page);
  page.querySelector("p")!.innerHTML = "Er <em>soll</em> es gewusst haben.";
  const { anchored, unlocated } = new Anchorer(sent, read(page)).anchor([claimAt("b0", 0, 15)]);
  assert.equal(unlocated.length, 0);
  assert.equal(wordsOf(anchored[0]!.ranges), "Er soll es gewu");
});

test("words that are gone are listed, not guessed", () => {
  const page = openPage("<p>Er soll es gewusst haben.</p>");
  const sent = read(page);
  page.querySelector("p")!.textContent = "Der Absatz wurde entfernt.";
  const { anchored, unlocated } = new Anchorer(sent, read(page)).anchor([claimAt("b0", 0, 7)]);
  assert.deepEqual([anchored.length, unlocated.length], [0, 1]);
});

test("words in two paragraphs without telling context are nobody's", () => {
  const page = openPage("<p>Er soll es gewusst haben.</p>");
  const sent = read(page);
  page.body.innerHTML = "<p>Er soll es gewusst haben!</p><p>Er soll es gewusst haben?</p>";
  assert.equal(new Anchorer(sent, read(page)).anchor([claimAt("b0", 0, 24)]).unlocated.length, 1);
});

test("a place outside the block anchors nothing", () => {
  const blocks = read(openPage("<p>Kurz.</p>"));
  assert.equal(new Anchorer(blocks, blocks).anchor([claimAt("b0", 0, 99), claimAt("b7", 0, 1)]).unlocated.length, 2);
});

const TEXT = "Er sagte nichts. Sie sagte nichts. Er ging.";
const QUOTES: [exact: string, prefix: string, suffix: string, at: number | null][] = [
  ["sagte nichts", "Sie ", ".", 21],
  ["sagte nichts", "Er ", ". Sie", 3],
  ["sagte nichts", "", "", null],
  ["sagte alles", "", "", null],
  ["Er ging", "", "", 35],
];
for (const [exact, prefix, suffix, at] of QUOTES) {
  test(`“${prefix}[${exact}]${suffix}” stands at ${at}`, () => assert.equal(findQuote(TEXT, { exact, prefix, suffix }), at));
}

test("a quote carries 32 characters of context and is found by them", () => {
  const long = `${"a b ".repeat(20)}ZIEL${" c d".repeat(20)}`;
  const quote = quoteOf(long, 80, 84);
  assert.deepEqual([quote.exact, quote.prefix.length, quote.suffix.length], ["ZIEL", 32, 32]);
  assert.equal(findQuote(long, quote), 80);
});
