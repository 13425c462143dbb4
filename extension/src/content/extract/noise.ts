/** Leaves out what stands among an article's paragraphs but is not the article: teasers, bylines, captions, service lines. */

import patterns from "./noise.json";
import type { RawBlock } from "./blocks";
import { containment, words } from "./similarity";
import type { Metadata } from "./structured";

// Without the `u` flag: classes of all Unicode letters take longer to compile than a short article to read.
const LINES = new RegExp(patterns.lines.map((pattern) => `(?:${pattern})`).join("|"), "i");
const CLASSES = new RegExp(patterns.classes.join("|"), "i");
const OUTSIDE = new Set(["FIGCAPTION", "FIGURE", "NAV", "FORM", "BUTTON", "LABEL", "TIME", "ADDRESS", "FOOTER", "ASIDE", "TABLE", "DT", "DD"]);
/** How far up an element's surroundings speak for it. */
const STEPS = 4;

/** Judges the blocks of one reading, and remembers what it found: the same elements surround many blocks. */
export class NoiseFilter {
  private readonly known = new Map<RawBlock, boolean>();
  private readonly elements = new Map<Element, "frame" | "noisy" | "plain">();

  /** `most` is the length of text from which an element holds the article itself, whatever its classes say. */
  constructor(
    private readonly metadata: Metadata,
    private readonly most: number,
  ) {}

  isNoise(block: RawBlock): boolean {
    const known = this.known.get(block) ?? this.judge(block);
    this.known.set(block, known);
    return known;
  }

  private judge(block: RawBlock): boolean {
    const { map, path, element } = block;
    if (path.some((tag) => OUTSIDE.has(tag)) || this.hasNoisyClass(element)) return true;
    return isTeaser(block) || isServiceLine(map.text) || isByline(map.text, this.metadata) || isWordless(map.text);
  }

  private hasNoisyClass(element: Element): boolean {
    for (let at: Element | null = element, steps = 0; at && steps < STEPS; at = at.parentElement, steps += 1) {
      const kind = this.elements.get(at) ?? this.kindOf(at);
      this.elements.set(at, kind);
      if (kind !== "plain") return kind === "noisy";
    }
    return false;
  }

  private kindOf(element: Element): "frame" | "noisy" | "plain" {
    if (/^(body|article|main)$/.test(element.localName) || element.textContent.length > this.most) return "frame";
    return CLASSES.test(`${element.getAttribute("class") ?? ""} ${element.id}`) ? "noisy" : "plain";
  }
}

function isTeaser({ linked, map, path }: RawBlock): boolean {
  const share = path.includes("LI") ? 0.4 : 0.8;
  return linked > share * map.text.length && map.text.length < 300;
}

function isServiceLine(text: string): boolean {
  return text.length < 400 && LINES.test(text);
}

function isByline(text: string, { authors }: Metadata): boolean {
  return text.length < 120 && words(text).length <= 8 && authors.some((author) => author !== "" && containment(author, text) === 1);
}

/** Dividers, counters, bare numbers. */
function isWordless(text: string): boolean {
  return !/\p{L}{2}/u.test(text);
}
