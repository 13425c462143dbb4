/** The style sheet for the highlights on the page: background and lines only, never the page's text colour. */

import { SOURCE_TYPES, STATUSES } from "../../shared/contract";
import { LOOKS, STATUS_LINES, statusColour, tone, type Hues } from "./palette";

/** Every highlight of ours is registered under this prefix; the page's own are never touched. */
export const PREFIX = "hearsay-";

/**
 * Since version 131 Chromium hands a highlight's style down the tree, into shadow roots too, so one element has to
 * match and not each of the page; other browsers do not.
 */
const SELECTOR = globalThis.navigator?.userAgent.includes(" Chrome/") ? ":root::highlight" : "::highlight";

export interface Appearance {
  dark: boolean;
  hues: Hues;
}

/**
 * Rules for every category; nothing is painted on paper. Under forced colours Chromium gives every highlight
 * the colours of a selection, whatever a sheet says, but draws its lines: there they go inside the box, where
 * they can be seen.
 */
export function highlightCss({ dark, hues }: Appearance): string {
  const types = SOURCE_TYPES.map((type) => {
    const { line, ground, strong } = tone(type, dark, hues);
    const { line: style, width } = LOOKS[type];
    return (
      rule(type, `background-color: ${ground}; text-decoration: underline ${style} ${width}px ${line}; text-underline-offset: 20%; text-decoration-skip-ink: none`) +
      rule(`current-${type}`, `background-color: ${strong}`)
    );
  });
  const statuses = STATUSES.flatMap((status) => {
    const mark = STATUS_LINES[status];
    return mark ? [rule(status, `text-decoration: ${mark.where} ${mark.line} 1px ${statusColour(dark)}`)] : [];
  });
  const cue = rule("cue", `text-shadow: 0.35px 0 currentColor, -0.35px 0 currentColor`);
  const forced = SOURCE_TYPES.map((type) => rule(type, `text-decoration-thickness: ${Math.min(2, LOOKS[type].width)}px; text-underline-offset: 1px`));
  return `@media screen {\n${[...types, ...statuses, cue].join("")}}\n@media screen and (forced-colors: active) {\n${forced.join("")}}\n`;
}

function rule(name: string, declarations: string): string {
  return `  ${SELECTOR}(${PREFIX}${name}) { ${declarations}; }\n`;
}
