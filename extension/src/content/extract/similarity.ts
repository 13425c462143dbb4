/** How alike two short texts are, by their words: blind to case, punctuation and white space. */

export function words(text: string): string[] {
  return text.toLowerCase().normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Dice coefficient of the two bags of words, 0 to 1. */
export function similarity(one: string, other: string): number {
  const first = words(one);
  const second = words(other);
  return first.length + second.length ? (2 * shared(first, second)) / (first.length + second.length) : 0;
}

/** Whether the similarity is above `least`, a high one; texts of very different length are not compared word by word. */
export function isAlike(one: string, other: string, least: number): boolean {
  return one.length < 3 * other.length && other.length < 3 * one.length && similarity(one, other) > least;
}

/** The share of `part`'s words that `whole` has too, 0 to 1. */
export function containment(part: string, whole: string): number {
  const inner = words(part);
  return inner.length ? shared(inner, words(whole)) / inner.length : 0;
}

function shared(one: string[], other: string[]): number {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  let count = 0;
  for (const word of one) {
    const rest = left.get(word) ?? 0;
    if (rest > 0) {
      count += 1;
      left.set(word, rest - 1);
    }
  }
  return count;
}
