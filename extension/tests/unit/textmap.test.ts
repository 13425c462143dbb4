import assert from "node:assert/strict";
import { test } from "node:test";
import { codePointIndex, toCodePoints, toUtf16 } from "../../src/content/anchor/position";
import { rangesOf, wordsOf } from "../../src/content/anchor/range";
import { TextMap, visibleText } from "../../src/content/textmap";
import { openPage, textNodes } from "./page";

const mapOf = (html: string): TextMap => TextMap.of(textNodes(openPage(`<p>${html}</p>`).body));

const READINGS: [html: string, text: string][] = [
  ["  Ein \n  Satz.  ", "Ein Satz."],
  ["Steuer&shy;geld", "Steuergeld"],
  ["a&#8203;b&#xFEFF;c", "abc"],
  ["Das <b>fette </b> Wort", "Das fette Wort"],
  ["3,4&nbsp;Millionen", "3,4 Millionen"],
  ["🚨🔥 <i>Alarm</i>", "🚨🔥 Alarm"],
  ["certi&#xFB01;cate", "certiﬁcate"],
];
for (const [html, text] of READINGS) {
  test(`${JSON.stringify(html)} reads as ${JSON.stringify(text)}`, () => assert.equal(mapOf(html).text, text));
}

test("every stretch of the text maps back to the same words on the page", () => {
  const map = mapOf("🚨 Die <b>Bürger&shy;</b>meisterin <a href=x>hat</a>   Geld&nbsp;<i>🙂 überwiesen</i>.");
  for (let begin = 0; begin < map.text.length; begin += 1) {
    for (let end = begin + 1; end <= map.text.length; end += 1) {
      const words = wordsOf(rangesOf(map.slices(begin, end)) ?? []);
      assert.equal(visibleText(words).replace(/\s/g, ""), map.text.slice(begin, end).replace(/\s/g, ""));
    }
  }
});

test("code points become UTF-16 units once, also behind emoji", () => {
  const text = "🚨🔥 soll";
  const place = toUtf16(codePointIndex(text), 3, 7);
  assert.deepEqual(place, { begin: 5, end: 9 });
  assert.equal(text.slice(5, 9), "soll");
  assert.deepEqual(toCodePoints(text, 5, 9), { begin: 3, end: 7 });
});

const OUTSIDE: [number, number][] = [[0, 9], [5, 5], [-1, 2], [4, 2]];
for (const [begin, end] of OUTSIDE) {
  test(`the place ${begin}–${end} leaves a text of six code points`, () => assert.equal(toUtf16(codePointIndex("abc🙂de"), begin, end), null));
}

test("a selection across elements is found in the text", () => {
  const page = openPage("<p>Er hat <b>Steuer&shy;geld</b> ver&shy;steckt.</p>");
  const nodes = textNodes(page.body);
  const range = page.createRange();
  range.setStart(nodes[0]!, 3);
  range.setEnd(nodes[2]!, 5);
  const map = TextMap.of(nodes);
  const stretch = map.stretchOf(range);
  assert.equal(map.text.slice(stretch!.begin, stretch!.end), "hat Steuergeld ver");
});

test("a part and a join keep their nodes", () => {
  const map = mapOf("Kicker: <b>Die Zeile</b>");
  const part = map.part(8, map.text.length);
  assert.equal(part.text, "Die Zeile");
  assert.equal(wordsOf(rangesOf(part.slices(0, 3))!), "Die");
  const joined = TextMap.joined([part, map]);
  assert.equal(joined.text, "Die Zeile Kicker: Die Zeile");
  assert.equal(wordsOf(rangesOf(joined.slices(10, 16))!), "Kicker");
});
