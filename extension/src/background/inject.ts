/** Brings the content script into a tab, once, on the reader's wish. */

import { api } from "../shared/browser";
import { askPage, type PageMessage } from "../shared/messages";

/** Sends a message to the tab's content script, injecting it first where it is missing; false where the browser forbids it. */
export async function reachPage(tab: number, message: PageMessage): Promise<boolean> {
  const present = await askPage(tab, { to: "page", action: "ping" });
  if (!present) {
    try {
      await api.scripting.executeScript({ target: { tabId: tab }, files: ["content.js"] });
    } catch {
      return false;
    }
  }
  // On a site that starts by itself a script that was only just injected may be running already.
  await askPage(tab, !present && message.action === "toggle" ? { to: "page", action: "start" } : message);
  return true;
}

/** Swaps the highlight rules of a tab. */
export async function swapStyle(tab: number, css: string, previous: string): Promise<void> {
  const target = { tabId: tab };
  if (css) await api.scripting.insertCSS({ target, css });
  if (previous) await api.scripting.removeCSS({ target, css: previous });
}
