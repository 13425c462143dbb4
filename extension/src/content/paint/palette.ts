/**
 * How each source type and certainty status looks. The line under the words tells the source, the line
 * above them the certainty, so that neither depends on colour alone.
 */

import type { SourceType, Status } from "../../shared/contract";

export type LineStyle = "solid" | "double" | "dotted" | "dashed" | "wavy";

export interface Look {
  /** Degrees on the OKLCH colour circle; warm for sources nobody can check. */
  hue: number;
  chroma: number;
  line: LineStyle;
  /** Thickness of the underline in pixels. */
  width: number;
}

export const LOOKS: Record<SourceType, Look> = {
  unspecified: { hue: 22, chroma: 1, line: "wavy", width: 2 },
  anonymous: { hue: 52, chroma: 1, line: "dotted", width: 3 },
  witness: { hue: 92, chroma: 1, line: "dashed", width: 3 },
  social_media: { hue: 345, chroma: 1, line: "wavy", width: 1 },
  document: { hue: 300, chroma: 1, line: "solid", width: 1 },
  media: { hue: 268, chroma: 1, line: "double", width: 2 },
  expert: { hue: 205, chroma: 1, line: "dashed", width: 1 },
  official: { hue: 245, chroma: 1, line: "solid", width: 3 },
  organisation: { hue: 172, chroma: 1, line: "double", width: 1 },
  person: { hue: 140, chroma: 1, line: "dotted", width: 2 },
  none: { hue: 260, chroma: 0.06, line: "solid", width: 1 },
};

/** The mark above the words; nothing for what is stated or reported plainly. */
export const STATUS_LINES: Partial<Record<Status, { line: LineStyle; where: "overline" }>> = {
  hedged: { line: "dashed", where: "overline" },
  distanced: { line: "wavy", where: "overline" },
  questioned: { line: "dotted", where: "overline" },
  hypothetical: { line: "double", where: "overline" },
  denied: { line: "solid", where: "overline" },
};

export type Hues = Partial<Record<SourceType, number>>;

export interface Tone {
  line: string;
  ground: string;
  strong: string;
}

/** The three colours of a source type: for the underline, behind the words, and behind the chosen claim. */
export function tone(type: SourceType, dark: boolean, hues: Hues = {}): Tone {
  const { hue, chroma } = LOOKS[type];
  const degrees = hues[type] ?? hue;
  const colour = (light: number, saturation: number, alpha: number): string =>
    `oklch(${light} ${(saturation * chroma).toFixed(3)} ${degrees} / ${alpha})`;
  const quiet = type === "none";
  return dark
    ? { line: colour(0.8, 0.14, quiet ? 0.5 : 1), ground: colour(0.62, 0.14, quiet ? 0 : 0.27), strong: colour(0.62, 0.15, 0.5) }
    : { line: colour(0.56, 0.19, quiet ? 0.45 : 1), ground: colour(0.8, 0.15, quiet ? 0 : 0.26), strong: colour(0.8, 0.15, 0.55) };
}

export function statusColour(dark: boolean): string {
  return dark ? "oklch(0.86 0.02 80 / 0.95)" : "oklch(0.4 0.02 80 / 0.9)";
}
