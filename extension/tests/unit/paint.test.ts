import assert from "node:assert/strict";
import { test } from "node:test";
import { channelsOf } from "../../src/content/paint/darkness";
import { LOOKS, STATUS_LINES, tone } from "../../src/content/paint/palette";
import { placeBadge, placeCard } from "../../src/content/paint/place";
import { highlightCss } from "../../src/content/paint/styles";
import { SOURCE_TYPES, STATUSES } from "../../src/shared/contract";
import { countTypes, isShown } from "../../src/shared/filter";
import type { Claim } from "../../src/shared/contract";

test("no two source types share line and thickness; the article's own voice has no ground", () => {
  const looks = SOURCE_TYPES.filter((type) => type !== "none").map((type) => `${LOOKS[type].line} ${LOOKS[type].width}`);
  assert.equal(new Set(looks).size, looks.length);
});

test("no two marked certainty statuses look alike", () => {
  const marks = Object.values(STATUS_LINES).map(({ line, where }) => `${where} ${line}`);
  assert.equal(new Set(marks).size, marks.length);
});

for (const dark of [false, true]) {
  test(`the ${dark ? "dark" : "light"} sheet has a rule for every category and sets no text colour`, () => {
    const css = highlightCss({ dark, hues: {} });
    for (const name of [...SOURCE_TYPES, ...Object.keys(STATUS_LINES)]) assert.match(css, new RegExp(`::highlight\\(hearsay-${name}\\)`));
    assert.doesNotMatch(css, /[{;]\s*color:/);
    assert.match(css, /^@media screen/);
  });
}

test("a reader's own hue replaces the given one", () => assert.match(tone("media", false, { media: 7 }).line, / 7 \//));

const VIEW = { width: 1000, height: 800 };
const CARD = { width: 340, height: 300 };
const PLACES: [what: string, line: [number, number, number, number], left: number, top: number][] = [
  ["below", [100, 100, 300, 120], 100, 128],
  ["above when there is no room below", [100, 600, 300, 620], 100, 292],
  ["inside at the right edge", [900, 100, 990, 120], 652, 128],
];
for (const [what, [left, top, right, bottom], x, y] of PLACES) {
  test(`the card stands ${what}`, () => assert.deepEqual(placeCard({ left, top, right, bottom }, CARD, VIEW), { left: x, top: y }));
}

test("the card moves to the right edge where it fits neither above nor below", () => {
  const spot = placeCard({ left: 100, top: 200, right: 500, bottom: 620 }, { width: 340, height: 500 }, VIEW);
  assert.deepEqual(spot, { left: 652, top: 292 });
});

test("the badge stands behind the last line, else in the gap below", () => {
  const line = { left: 100, top: 100, right: 400, bottom: 140 };
  const pill = { width: 200, height: 26 };
  assert.deepEqual(placeBadge(line, line, 30, pill, VIEW), { left: 412, top: 107 });
  assert.deepEqual(placeBadge({ ...line, right: 950 }, { ...line, right: 950 }, 30, pill, VIEW), { left: 100, top: 142 });
});

test("colours are read with their transparency", () => {
  assert.deepEqual(channelsOf("rgb(1, 2, 3)"), { rgb: [1, 2, 3], alpha: 1 });
  assert.deepEqual(channelsOf("rgba(0, 0, 0, 0)"), { rgb: [0, 0, 0], alpha: 0 });
});

const claim = (type: string, status: string, confidence: number): Claim => ({ source: { type }, certainty: { status }, confidence }) as Claim;
test("a claim is shown unless its type, its status or its confidence is filtered out", () => {
  const filter = { hiddenTypes: ["none" as const], hiddenStatuses: ["denied" as const], minConfidence: 0.5 };
  const shown = (type: string, status: string, confidence: number): boolean => isShown(claim(type, status, confidence), filter);
  assert.deepEqual([shown("media", "reported", 0.5), shown("none", "reported", 1), shown("media", "denied", 1), shown("media", "reported", 0.4)], [true, false, false, false]);
  assert.equal(countTypes([claim("media", "reported", 1), claim("media", "denied", 1)]).get("media"), 2);
  assert.equal(STATUSES.length, 7);
});
