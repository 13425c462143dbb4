/**
 * The words of the interface. They are bundled rather than read through `i18n.getMessage`, because the
 * reader may choose another language than the browser's, and the web painter has no extension API.
 */

import german from "../../_locales/de/messages.json";
import english from "../../_locales/en/messages.json";

export type Language = "de" | "en";
export type MessageKey = keyof typeof english;
export type Values = Record<string, string | number>;
/** Looks a message up; `{name}` in it is replaced by `values.name`. */
export type Translate = (key: MessageKey, values?: Values) => string;

const MESSAGES: Record<Language, Record<MessageKey, { message: string }>> = { de: german, en: english };

/** `auto` means the browser's language; anything but German falls back to English. */
export function languageOf(chosen: "auto" | Language, preferred: string): Language {
  if (chosen !== "auto") return chosen;
  return preferred.toLowerCase().startsWith("de") ? "de" : "en";
}

/** The lookup for one language. */
export function translator(language: Language): Translate {
  return (key, values = {}) =>
    (MESSAGES[language][key]?.message ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The singular or the plural message, `count` filled in. */
export function counted(t: Translate, one: MessageKey, many: MessageKey, count: number): string {
  return t(count === 1 ? one : many, { count });
}
