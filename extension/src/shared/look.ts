/** The language and the colours of the extension's own pages. */

import { languageOf, translator, type Language, type Translate } from "./locale";
import type { Settings } from "./settings";

export interface Interface {
  language: Language;
  dark: boolean;
  t: Translate;
}

export function interfaceOf({ language, theme }: Settings): Interface {
  const chosen = languageOf(language, navigator.language);
  const dark = theme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
  return { language: chosen, dark, t: translator(chosen) };
}

export function applyLook({ language, dark }: Interface): void {
  document.documentElement.lang = language;
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}
