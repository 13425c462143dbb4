/** Where Hearsay starts by itself: registered content scripts for the sites the reader allowed. */

import { api } from "../shared/browser";
import { loadSettings, saveSettings, type Settings } from "../shared/settings";

const SCRIPT = "always-on";
export const ALL_SITES = "*";

/** The match patterns of a site's setting; `*` stands for every site. */
export function patternsOf(site: string): string[] {
  return site === ALL_SITES ? ["http://*/*", "https://*/*"] : [`${site}/*`];
}

/** Whether a page of `origin` starts by itself. */
export function startsAlone(origin: string, sites: Settings["sites"]): boolean {
  const own = sites[origin];
  return own ? own === "on" : sites[ALL_SITES] === "on";
}

/** Registers the content script where the reader wants it and the browser's permission is there. */
export async function registerSites(sites: Settings["sites"]): Promise<void> {
  const wanted = Object.entries(sites).filter(([, state]) => state === "on");
  const matches: string[] = [];
  for (const [site] of wanted) {
    const origins = patternsOf(withoutPort(site));
    if (await api.permissions.contains({ origins })) matches.push(...origins);
  }
  const present = await api.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (present.length) await api.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (matches.length) await api.scripting.registerContentScripts([{ id: SCRIPT, js: ["content.js"], matches, runAt: "document_idle" }]);
}

/** The reader may take a permission back in the browser's own settings; a site without it starts no more by itself. */
export async function dropSitesWithoutPermission(): Promise<void> {
  const { sites } = await loadSettings();
  const kept: [string, "on" | "off"][] = [];
  for (const [site, state] of Object.entries(sites)) {
    if (state === "off" || (await api.permissions.contains({ origins: patternsOf(withoutPort(site)) }))) kept.push([site, state]);
  }
  if (kept.length < Object.keys(sites).length) await saveSettings({ sites: Object.fromEntries(kept) });
}

/** Gives a site's permission back to the browser, unless another site or the server needs it. */
export async function releaseSite(site: string, { sites, server }: Settings): Promise<void> {
  const [pattern = ""] = patternsOf(withoutPort(site));
  const needed = [server, ...Object.keys(sites).filter((other) => other !== site && sites[other] === "on")];
  if (needed.some((other) => patternsOf(withoutPort(other)).includes(pattern))) return;
  await api.permissions.remove({ origins: patternsOf(withoutPort(site)) }).catch(() => undefined);
}

/** Match patterns know no ports. */
export function withoutPort(site: string): string {
  return site.replace(/:\d+$/, "");
}
