/** What Hearsay does not do: an element around every stretch. Only here, to measure what that would cost. */

import type { SourceType } from "../../src/shared/contract";
import { LOOKS, tone } from "../../src/content/paint/palette";

/** Puts a styled `span` around each range, the last first, so that the earlier ones keep their offsets. */
export function wrap(parts: readonly { type: SourceType; range: Range }[]): void {
  for (const { type, range } of [...parts].reverse()) {
    const span = document.createElement("span");
    const { line, ground } = tone(type, false);
    span.style.cssText = `background-color:${ground};text-decoration:underline ${LOOKS[type].line} ${LOOKS[type].width}px ${line};text-underline-offset:0.2em`;
    range.surroundContents(span);
  }
}
