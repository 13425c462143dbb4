/** A sample of a category as it looks on the page: for the card, the panel and the legend. */

import type { SourceType, Status } from "../../shared/contract";
import { element } from "../../shared/element";
import { LOOKS, STATUS_LINES, statusColour, tone, type Hues } from "./palette";

/** Two letters over the source type's ground and line; decoration only, the name stands beside it. */
export function typeSwatch(type: SourceType, dark: boolean, hues: Hues): HTMLElement {
  const { line, ground } = tone(type, dark, hues);
  const look = LOOKS[type];
  const style = `background:${ground};text-decoration:underline ${look.line} ${look.width}px ${line};text-underline-offset:0.2em;text-decoration-skip-ink:none`;
  return element("span", { class: "swatch", style, "aria-hidden": "true" }, "Aa");
}

/** Two letters with the certainty status's line above them. */
export function statusSwatch(status: Status, dark: boolean): HTMLElement {
  const mark = STATUS_LINES[status];
  const style = mark ? `text-decoration:${mark.where} ${mark.line} 1px ${statusColour(dark)}` : "";
  return element("span", { class: "swatch", style, "aria-hidden": "true" }, "Aa");
}
