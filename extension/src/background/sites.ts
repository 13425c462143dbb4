/** Where Hearsay starts by itself: registered content scripts for the sites the reader allowed. */

import { api } from "../shared/browser";
import type { Settings } from "../shared/settings";

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

/** Match patterns know no ports. */
export function withoutPort(site: string): string {
  return site.replace(/:\d+$/, "");
}
