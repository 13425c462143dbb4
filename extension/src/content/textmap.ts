/**
 * A block's text and where each of its characters lives on the page.
 *
 * The text is what a reader sees: white space collapsed, soft hyphens and zero-width characters gone.
 * Positions in it are UTF-16 units; `anchor/position.ts` turns the server's code points into them.
 */

/** A stretch of the block's text that is the same, character for character, in one text node. */
export interface Run {
  /** Where the run begins in the block's text. */
  begin: number;
  node: Text;
  /** Where the run begins in the node. */
  offset: number;
  length: number;
}

/** A stretch of one text node. */
export interface Slice {
  node: Text;
  begin: number;
  end: number;
}

const INVISIBLE = /^[\u00ad\u200b\u2060\ufeff]/;
/** \ufeff counts as white space in JavaScript, but readers do not see it. */
const SPACE = /^(?!\ufeff)\s/;
const UNEVEN = /[\u00ad\u200b\u2060\ufeff]|  |[^\S ]/;
/** What a reader does not see, white space, and words with single spaces between them. */
const PIECES = /[\u00ad\u200b\u2060\ufeff]+|\s+|[^\s\u00ad\u200b\u2060]+(?: [^\s\u00ad\u200b\u2060]+)*/g;

/** The text as a reader sees it: for comparing painted words with the server's. */
export function visibleText(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, "").replace(/\s+/g, " ").trim();
}

export class TextMap {
  private constructor(
    readonly text: string,
    readonly runs: readonly Run[],
  ) {}

  /** Reads the nodes in order; `null` in the list is a line break, which reads as a space. */
  static of(nodes: readonly (Text | null)[]): TextMap {
    const builder = new Builder();
    for (const node of nodes) {
      if (node) builder.addNode(node);
      else builder.addSpace();
    }
    return new TextMap(builder.text, builder.runs);
  }

  /** The nodes' text character for character: for pages that show a block exactly as it was sent. */
  static verbatim(nodes: readonly Text[]): TextMap {
    const runs: Run[] = [];
    let begin = 0;
    for (const node of nodes) {
      runs.push({ begin, node, offset: 0, length: node.length });
      begin += node.length;
    }
    return new TextMap(nodes.map((node) => node.data).join(""), runs);
  }

  /** Several blocks as one, with a space between. */
  static joined(maps: readonly TextMap[]): TextMap {
    const runs: Run[] = [];
    let text = "";
    for (const map of maps) {
      if (text) text += " ";
      const begin = text.length;
      runs.push(...map.runs.map((run) => ({ ...run, begin: run.begin + begin })));
      text += map.text;
    }
    return new TextMap(text, runs);
  }

  /** The part of this block between two positions, as a block of its own. */
  part(begin: number, end: number): TextMap {
    const runs = this.runs
      .map((run) => clip(run, begin, end))
      .filter((run) => run.length > 0)
      .map((run) => ({ ...run, begin: run.begin - begin }));
    return new TextMap(this.text.slice(begin, end), runs);
  }

  /** The stretches of text nodes that hold the characters `begin` to `end`; a collapsed space between two of one node is included. */
  slices(begin: number, end: number): Slice[] {
    const slices: Slice[] = [];
    for (const run of this.runs) {
      const { node, offset, length } = clip(run, begin, end);
      if (length <= 0) continue;
      const last = slices.at(-1);
      if (last?.node === node) last.end = offset + length;
      else slices.push({ node, begin: offset, end: offset + length });
    }
    return slices;
  }

  /** The part of this block's text that a DOM range covers, in UTF-16 units, or `null` where they do not meet. */
  stretchOf(range: Range): { begin: number; end: number } | null {
    let begin = Infinity;
    let end = -1;
    for (const run of this.runs) {
      if (!range.intersectsNode(run.node)) continue;
      const first = run.node === range.startContainer ? Math.max(range.startOffset, run.offset) : run.offset;
      const after = run.offset + run.length;
      const last = run.node === range.endContainer ? Math.min(range.endOffset, after) : after;
      if (first >= last) continue;
      begin = Math.min(begin, run.begin + first - run.offset);
      end = Math.max(end, run.begin + last - run.offset);
    }
    return end > begin ? { begin, end } : null;
  }

  /** The number of characters that stand in a connected text node, word for word, or for a break between two. */
  mappedCharacters(): number {
    const alive = this.runs.filter((run) => run.node.isConnected && this.matches(run));
    return alive.reduce((sum, run) => sum + run.length, 0) + this.syntheticSpaces();
  }

  private matches(run: Run): boolean {
    const there = run.node.data.slice(run.offset, run.offset + run.length).replace(/\s/g, " ");
    return there === this.text.slice(run.begin, run.begin + run.length);
  }

  /** Spaces that stand for a line break or a block boundary, and so live in no node. */
  private syntheticSpaces(): number {
    return this.text.length - this.runs.reduce((sum, run) => sum + run.length, 0);
  }
}

function clip(run: Run, begin: number, end: number): Run {
  const first = Math.max(run.begin, begin);
  const last = Math.min(run.begin + run.length, end);
  return { begin: first, node: run.node, offset: run.offset + first - run.begin, length: last - first };
}

/** Collects the text piece by piece: a space is only written once a word follows it. */
class Builder {
  text = "";
  readonly runs: Run[] = [];
  private pending: { node: Text | null; offset: number } | null = null;

  addSpace(): void {
    this.pending ??= { node: null, offset: 0 };
  }

  addNode(node: Text): void {
    const { data } = node;
    if (!UNEVEN.test(data)) return this.addEven(node, data);
    for (const { 0: piece, index: offset } of data.matchAll(PIECES)) {
      if (SPACE.test(piece)) this.pending ??= { node, offset };
      else if (!INVISIBLE.test(piece)) this.addWords(piece, node, offset);
    }
  }

  /** Most text by far: words with single spaces between them, and perhaps one at either end. */
  private addEven(node: Text, data: string): void {
    const begin = data.startsWith(" ") ? 1 : 0;
    const end = data.length > begin && data.endsWith(" ") ? data.length - 1 : data.length;
    if (begin) this.pending ??= { node, offset: 0 };
    if (end > begin) this.addWords(data.slice(begin, end), node, begin);
    if (end < data.length) this.pending ??= { node, offset: end };
  }

  private addWords(piece: string, node: Text, offset: number): void {
    if (this.pending && this.text) this.write(" ", this.pending.node, this.pending.offset);
    this.pending = null;
    this.write(piece, node, offset);
  }

  private write(piece: string, node: Text | null, offset: number): void {
    const run = this.runs.at(-1);
    if (node && run?.node === node && run.offset + run.length === offset && run.begin + run.length === this.text.length) run.length += piece.length;
    else if (node) this.runs.push({ begin: this.text.length, node, offset, length: piece.length });
    this.text += piece;
  }
}
