/** The style sheet for the highlights on the page: background and lines only, never the page's text colour. */

import { SOURCE_TYPES, STATUSES } from "../../shared/contract";
import { LOOKS, STATUS_LINES, statusColour, tone, type Hues } from "./palette";

/** Every highlight of ours is registered under this prefix; the page's own are never touched. */
export const PREFIX = "hearsay-";

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
      rule(type, `background-color: ${ground}; text-decoration: underline ${style} ${width}px ${line}; text-underline-offset: 0.2em; text-decoration-skip-ink: none`) +
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

// `:root` as well, because highlights inherit into shadow trees only from an element that matches.
function rule(name: string, declarations: string): string {
  return `  ::highlight(${PREFIX}${name}), :root::highlight(${PREFIX}${name}) { ${declarations}; }\n`;
}
