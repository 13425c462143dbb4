/** Brings the content script into a tab, once, on the reader's wish. */

import { api } from "../shared/browser";
import { askPage, type PageMessage } from "../shared/messages";

/** Milliseconds between tries: Chromium's leave to read the page sometimes comes a moment after the reader's click. */
const WAITS = [0, 50, 250];

/** Sends a message to the tab's content script, injecting it first where it is missing; false where the browser forbids it. */
export async function reachPage(tab: number, message: PageMessage): Promise<boolean> {
  const present = await askPage(tab, { to: "page", action: "ping" });
  if (!present && !(await inject(tab))) return false;
  // On a site that starts by itself a script that was only just injected may be running already.
  await askPage(tab, !present && message.action === "toggle" ? { to: "page", action: "start" } : message);
  return true;
}

async function inject(tab: number): Promise<boolean> {
  for (const wait of WAITS) {
    await new Promise((done) => setTimeout(done, wait));
    try {
      await api.scripting.executeScript({ target: { tabId: tab }, files: ["content.js"] });
      return true;
    } catch {
      // tried again
    }
  }
  return false;
}

/** Swaps the highlight rules of a tab. */
export async function swapStyle(tab: number, css: string, previous: string): Promise<void> {
  const target = { tabId: tab };
  if (css) await api.scripting.insertCSS({ target, css });
  if (previous) await api.scripting.removeCSS({ target, css: previous });
}
