import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { languageOf, translator, type MessageKey } from "../../src/shared/locale";

const ROOT = new URL("../../", import.meta.url);
const load = (code: string): Record<string, { message: string }> => JSON.parse(readFileSync(new URL(`_locales/${code}/messages.json`, ROOT), "utf8"));
const [german, english] = [load("de"), load("en")];
const PREFIXES = ["type_", "legend_", "status_", "about_", "badge_", "band_", "kind_", "cue_", "fail_", "site_state_", "suggest_", "privacy_"];

test("German and English have the same messages", () => assert.deepEqual(Object.keys(german), Object.keys(english)));

test("both languages fill in the same places", () => {
  const places = (message: string): string[] => (message.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(english)) assert.deepEqual(places(german[key]!.message), places(english[key]!.message), key);
});

test("no message is left over", () => {
  const files = readdirSync(new URL("src/", ROOT), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const manifests = ["manifest.base.json", "manifest.firefox.json"].map((name) => readFileSync(new URL(name, ROOT), "utf8"));
  const source = [...files.map((name) => readFileSync(new URL(`src/${name}`, ROOT), "utf8")), ...manifests].join("\n");
  const unused = Object.keys(english).filter((key) => !source.includes(key) && !PREFIXES.some((prefix) => key.startsWith(prefix)));
  assert.deepEqual(unused, []);
});

test("values are filled in, unknown places stay", () => {
  assert.equal(translator("de")("position", { index: 2, total: 7 }), "2 von 7");
  assert.equal(translator("en")("position" satisfies MessageKey, { index: 2 }), "2 of {total}");
});

test("the browser's language decides, English where it is neither", () => {
  assert.deepEqual([languageOf("auto", "de-AT"), languageOf("auto", "fr"), languageOf("en", "de")], ["de", "en", "en"]);
});
