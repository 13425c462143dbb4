/** The reader's settings: one object in `storage.local`, read with defaults, so that a new option needs no migration. */

import { api } from "./browser";
import type { SourceType, Status } from "./contract";
import type { Language } from "./locale";

export interface Settings {
  server: string;
  language: "auto" | Language;
  theme: "auto" | "light" | "dark";
  /** Hidden source types and certainty statuses; what is not listed is shown. */
  hiddenTypes: SourceType[];
  hiddenStatuses: Status[];
  minConfidence: number;
  /** The reader's own hue per source type, 0–359 degrees. */
  hues: Partial<Record<SourceType, number>>;
  /** Origins where Hearsay starts by itself (`on`), or never does (`off`), whatever else is set. */
  sites: Record<string, "on" | "off">;
  /** Offer the report button when the reader selects text in a painted article. */
  selectionButton: boolean;
  /** Send the page's host name along with a report. */
  sendHost: boolean;
}

export const DEFAULTS: Settings = {
  server: "http://127.0.0.1:8765",
  language: "auto",
  theme: "auto",
  hiddenTypes: [],
  hiddenStatuses: [],
  minConfidence: 0.5,
  hues: {},
  sites: {},
  selectionButton: true,
  sendHost: false,
};

const KEY = "settings";

export async function loadSettings(): Promise<Settings> {
  const stored = await api.storage.local.get(KEY);
  return { ...DEFAULTS, ...(stored[KEY] as Partial<Settings> | undefined) };
}

/** Writes the changed options and returns the whole. */
export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await loadSettings()), ...change };
  await api.storage.local.set({ [KEY]: settings });
  return settings;
}

/** Calls `listener` with the new settings whenever any page of the extension saves them. */
export function onSettings(listener: (settings: Settings) => void): void {
  api.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && changes[KEY]) listener({ ...DEFAULTS, ...(changes[KEY].newValue as Partial<Settings>) });
  });
}

/** The list with `item` added or taken out. */
export function toggled<Item>(list: readonly Item[], item: Item): Item[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
