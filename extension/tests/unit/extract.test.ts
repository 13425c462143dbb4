import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticle } from "../../src/content/extract/article";
import { openPage } from "./page";

const SENTENCE = "Die Stadt Neu-Arnsheim hat am Dienstag einen neuen Haushalt beschlossen, der deutlich größer ausfällt als im Vorjahr. ";
const BODY = `<p>${SENTENCE.repeat(3)}</p><p>Der Kämmerer sprach von einem Kraftakt. ${SENTENCE.repeat(2)}</p><p>Die Opposition stimmte dagegen. ${SENTENCE.repeat(2)}</p>`;

const page = (article: string, head = ""): string => `<html lang="de-DE"><head><title>Haushalt beschlossen | Elbkurier</title>${head}</head>
  <body><nav><a href="/">Start</a></nav><main><article>${article}</article></main><footer>Impressum</footer></body></html>`;

const rolesOf = (html: string): [string, string][] => (readArticle(openPage(html))?.blocks ?? []).map(({ role, map }) => [role, map.text.slice(0, 40)]);

test("headline, subheading and body are told apart", () => {
  const roles = rolesOf(page(`<h1>Haushalt beschlossen</h1>${BODY}<h2>Streit im Rat</h2><p>${SENTENCE.repeat(2)}</p>`)).map(([role]) => role);
  assert.deepEqual(roles, ["headline", "body", "body", "body", "subheading", "body"]);
});

const KICKERS = [
  '<h1><span class="kicker">Stadtrat</span>Haushalt beschlossen</h1>',
  "<h1><div>Stadtrat</div><div>Haushalt beschlossen</div></h1>",
];
for (const heading of KICKERS) {
  test(`the kicker is kept apart in ${heading}`, () => {
    assert.deepEqual(rolesOf(page(heading + BODY)).slice(0, 2), [["kicker", "Stadtrat"], ["headline", "Haushalt beschlossen"]]);
  });
}

test("the page's own statements choose among headings", () => {
  const head = '<meta property="og:title" content="Haushalt beschlossen: Stadt gibt mehr aus">';
  const html = page(`<h1>Elbkurier</h1><h2>Haushalt beschlossen: Stadt gibt mehr aus</h2>${BODY}`, head);
  assert.deepEqual(rolesOf(html)[0], ["headline", "Haushalt beschlossen: Stadt gibt mehr au"]);
});

const NOISE = [
  '<p class="byline">Von Jonas Trebbin</p>',
  "<figure><figcaption>Das Rathaus im Abendlicht</figcaption></figure>",
  '<div class="newsletter"><p>Abonnieren Sie unseren Newsletter und verpassen Sie nichts mehr aus der Region.</p></div>',
  '<p>Lesen Sie auch: <a href="/x">Das Millionenloch</a></p>',
  "<p hidden>Dieser Text ist nicht zu sehen, aber er ist lang genug, um aufzufallen.</p>",
  '<aside><p>Mehr zum Thema Haushalt in unserem großen Überblick zur Lage der Stadt.</p></aside>',
  "<p>Foto: Elbkurier</p>",
];
for (const noise of NOISE) {
  test(`left out: ${noise.slice(0, 60)}`, () => {
    const [first, ...rest] = BODY.split("</p>");
    const with_ = rolesOf(page(`<h1>Haushalt beschlossen</h1>${first}</p>${noise}${rest.join("</p>")}`));
    assert.deepEqual(with_, rolesOf(page(`<h1>Haushalt beschlossen</h1>${BODY}`)));
  });
}

test("a page without running text holds no article", () => {
  assert.equal(readArticle(openPage(page("<h1>Start</h1><p>Willkommen.</p>"))), null);
});

test("text in an open shadow root is read, slots in their place", () => {
  const document = openPage(page(`<h1>Haushalt beschlossen</h1><news-text><p slot="last">${SENTENCE.repeat(2)}Schluss.</p></news-text>`));
  const root = document.querySelector("news-text")!.attachShadow({ mode: "open" });
  root.innerHTML = `${BODY}<slot name="last"></slot>`;
  const blocks = readArticle(document)!.blocks;
  assert.equal(blocks.length, 5);
  assert.match(blocks.at(-1)!.map.text, /Schluss\.$/);
});

test("reading leaves the page as it was, and every character lives in it", () => {
  const document = openPage(page(`<h1>Haushalt beschlossen</h1>${BODY}`));
  const before = document.documentElement.outerHTML;
  const { blocks } = readArticle(document)!;
  assert.equal(document.documentElement.outerHTML, before);
  for (const { map } of blocks) assert.equal(map.mappedCharacters(), map.text.length);
});

test("the language is the page's own statement", () => assert.equal(readArticle(openPage(page(BODY)))?.language, "de"));
