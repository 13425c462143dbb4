/** Per-site control: start by itself here, or never. */

import { patternsOf, releaseSite, withoutPort } from "../background/sites";
import { api } from "../shared/browser";
import { element } from "../shared/element";
import type { Translate } from "../shared/locale";
import { saveSettings, type Settings } from "../shared/settings";

/** The two switches for the site at `origin`. */
export function siteSection(origin: string, settings: Settings, t: Translate, start: () => void): HTMLElement {
  const state = settings.sites[origin];
  const { host } = new URL(origin);
  return element(
    "section", { class: "site" },
    checkbox(t("site_always", { host }), state === "on", async (on) => {
      if (await setSite(origin, on ? "on" : null, settings)) start();
    }),
    checkbox(t("site_off", { host }), state === "off", async (on) => void (await setSite(origin, on ? "off" : null, settings))),
  );
}

function checkbox(label: string, checked: boolean, change: (on: boolean) => Promise<void>): HTMLElement {
  const input = element("input", { type: "checkbox", checked, onchange: (event) => void change((event.target as HTMLInputElement).checked) });
  return element("label", {}, input, label);
}

/** Asks the browser's permission first, inside the reader's click; a refusal leaves all as it was. Whether the site is on now. */
export async function setSite(origin: string, state: "on" | "off" | null, settings: Settings): Promise<boolean> {
  if (state === "on" && !(await api.permissions.request({ origins: patternsOf(withoutPort(origin)) }))) {
    await saveSettings({ sites: { ...settings.sites } });
    return false;
  }
  const others = Object.entries(settings.sites).filter(([site]) => site !== origin);
  const saved = await saveSettings({ sites: Object.fromEntries(state ? [...others, [origin, state]] : others) });
  if (state !== "on" && settings.sites[origin] === "on") await releaseSite(origin, saved);
  return state === "on";
}
