/** Tabs in which the reader switched Hearsay off: there it stays off, wherever the tab goes, until it is switched on again. */

import { api } from "../shared/browser";

const KEY = "tabsOff";

export async function isOffIn(tab: number): Promise<boolean> {
  return (await tabsOff()).includes(tab);
}

/** Remembers the reader's choice for one tab, for this browser session. */
export async function switchTab(tab: number, off: boolean): Promise<void> {
  const known = await tabsOff();
  if (known.includes(tab) === off) return;
  const others = known.filter((other) => other !== tab);
  await api.storage.session.set({ [KEY]: off ? [...others, tab] : others });
}

async function tabsOff(): Promise<number[]> {
  return ((await api.storage.session.get(KEY))[KEY] as number[] | undefined) ?? [];
}
