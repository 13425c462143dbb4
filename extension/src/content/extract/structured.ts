/** What a page says about itself in its head: titles, summary, body, authors. Used to choose among visible text, never sent. */

export interface Metadata {
  /** Likely headlines, the most trusted first. */
  titles: string[];
  /** Likely leads. */
  summaries: string[];
  /** The whole text, where the publisher gives it in JSON-LD. */
  body: string | null;
  authors: string[];
}

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

const ARTICLE = /Article|BlogPosting|Report/;

/** Reads JSON-LD, Open Graph, and the plain title and description. */
export function readMetadata(page: Document): Metadata {
  const articles = jsonLd(page).filter((item) => ARTICLE.test(textOf(item["@type"])));
  const from = (key: string): string[] => articles.map((item) => textOf(item[key])).filter(Boolean);
  return {
    titles: unique([...from("headline"), meta(page, "og:title"), meta(page, "twitter:title"), page.title, ...from("alternativeHeadline")]),
    summaries: unique([...from("description"), meta(page, "og:description"), meta(page, "description")]),
    body: from("articleBody").sort((one, other) => other.length - one.length)[0] ?? null,
    authors: unique(articles.flatMap((item) => names(item["author"] ?? null))),
  };
}

function meta(page: Document, name: string): string {
  const found = page.querySelector<HTMLMetaElement>(`meta[property="${name}"], meta[name="${name}"]`);
  return decoded(page, found?.content.trim() ?? "");
}

function jsonLd(page: Document): { [key: string]: Json }[] {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')];
  return scripts.flatMap((script) => objectsIn(parsed(script.textContent ?? "")));
}

function parsed(text: string): Json {
  try {
    // Some publishers leave raw line breaks inside strings.
    return JSON.parse(text.replace(/[\n\r\t]/g, " ")) as Json;
  } catch {
    return null;
  }
}

function objectsIn(value: Json): { [key: string]: Json }[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (value === null || typeof value !== "object") return [];
  return [value, ...objectsIn(value["@graph"] ?? null), ...objectsIn(value["mainEntity"] ?? null)];
}

function names(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(names);
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? [textOf(value["name"])] : [];
}

function textOf(value: Json | undefined): string {
  if (Array.isArray(value)) return value.map(textOf).join(" ");
  return typeof value === "string" ? value.trim() : "";
}

/** Some publishers escape the text of a tag twice. */
function decoded(page: Document, text: string): string {
  if (!/&\w+;|&#\d+;/.test(text)) return text;
  const parser = new (page.defaultView ?? globalThis).DOMParser();
  return parser.parseFromString(text, "text/html").documentElement.textContent ?? text;
}

function unique(texts: string[]): string[] {
  return [...new Set(texts.filter(Boolean))];
}
