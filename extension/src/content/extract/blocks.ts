/** Cuts a tree into blocks: runs of text between two block boundaries, with the text nodes they came from. */

import type { Role } from "../../shared/contract";
import { TextMap } from "../textmap";
import type { Snapshot } from "./snapshot";

/** A block as it was read from the page. */
export interface ReadBlock {
  id: string;
  role: Role;
  map: TextMap;
  /** The live element that holds it. */
  element: Element;
}

/** A block before anybody decided what it is. */
export interface RawBlock {
  map: TextMap;
  element: Element;
  /** Characters that stand inside links. */
  linked: number;
  /** Tag names from the block up to the root of the tree, the nearest first. */
  path: string[];
}

/** A text of this many characters can be a paragraph. */
const PARAGRAPH = 100;
const BLOCK = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 " +
    "HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL").split(" "),
);

/** The blocks under `root`, a part of the snapshot, in reading order. */
export function cutBlocks(root: Element, snapshot: Snapshot): RawBlock[] {
  const cutter = new Cutter(snapshot, root);
  cutter.walk(root);
  cutter.close();
  return cutter.blocks;
}

class Cutter {
  readonly blocks: RawBlock[] = [];
  private nodes: (Text | null)[] = [];
  private holder: Element | null = null;
  private linked = 0;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly root: Element,
  ) {}

  walk(parent: Element, inLink = false): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) this.addText(node as Text, parent, inLink);
      else if (node instanceof Element) this.walkElement(node, inLink || leadsAway(node));
    }
  }

  close(): void {
    if (!this.nodes.length) return;
    const map = TextMap.of(this.nodes);
    if (map.text && this.holder) {
      const element = this.snapshot.liveElement(this.holder) ?? this.holder;
      this.blocks.push({ map, element, linked: this.linked, path: pathOf(this.holder, this.root) });
    }
    this.nodes = [];
    this.holder = null;
    this.linked = 0;
  }

  private walkElement(element: Element, inLink: boolean): void {
    if (element.tagName === "BR") {
      // Two breaks in a row part paragraphs, and so does one after a long, finished sentence.
      if (followsBreak(element) || this.isFinished()) this.close();
      else this.nodes.push(null);
      return;
    }
    const boundary = this.isBlock(element);
    if (boundary) this.close();
    this.walk(element, inLink);
    if (boundary) this.close();
  }

  private isFinished(): boolean {
    const { text } = TextMap.of(this.nodes);
    return text.length >= PARAGRAPH && /[.!?…]["“”»«’')\]]*$/.test(text);
  }

  private addText(node: Text, parent: Element, inLink: boolean): void {
    const live = this.snapshot.liveTwin(node);
    if (!live) return;
    this.nodes.push(live);
    if (!live.data.trim()) return;
    this.holder ??= nearestBlock(parent, this.root);
    if (inLink) this.linked += live.data.trim().length;
  }

  private isBlock(element: Element): boolean {
    if (BLOCK.has(element.tagName)) return true;
    const live = this.snapshot.twin(element);
    if (!live) return false;
    const { display, float } = getComputedStyle(live);
    return float === "none" && /^(block|flex|grid|list-item|table|flow-root)/.test(display);
  }
}

/** A link to another page; headings often link to themselves. */
function leadsAway(element: Element): boolean {
  return element.tagName === "A" && /^[^#]/.test(element.getAttribute("href") ?? "");
}

function followsBreak(element: Element): boolean {
  let before = element.previousSibling;
  while (before?.nodeType === Node.TEXT_NODE && !(before as Text).data.trim()) before = before.previousSibling;
  return before instanceof Element && before.tagName === "BR";
}

function nearestBlock(element: Element, root: Element): Element {
  let holder = element;
  while (holder !== root && !BLOCK.has(holder.tagName) && holder.parentElement) holder = holder.parentElement;
  return holder;
}

function pathOf(element: Element, root: Element): string[] {
  const path: string[] = [];
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) path.push(at.tagName);
  return path;
}
