/** Text positions: the server counts code points, the DOM UTF-16 units. They are converted here and nowhere else. */

/** For each code point of `text`, and its end, the UTF-16 index where it begins. */
export function codePointIndex(text: string): number[] {
  const index: number[] = [];
  let at = 0;
  for (const character of text) {
    index.push(at);
    at += character.length;
  }
  index.push(at);
  return index;
}

/** A stretch of code points as UTF-16 positions; `null` where it leaves the text. */
export function toUtf16(index: readonly number[], begin: number, end: number): { begin: number; end: number } | null {
  const first = index[begin];
  const last = index[end];
  return first === undefined || last === undefined || first >= last ? null : { begin: first, end: last };
}

/** The UTF-16 positions as code points, for quoting a reader's own selection. */
export function toCodePoints(text: string, begin: number, end: number): { begin: number; end: number } {
  const count = (part: string): number => [...part].length;
  const first = count(text.slice(0, begin));
  return { begin: first, end: first + count(text.slice(begin, end)) };
}
