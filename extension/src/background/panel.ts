/** Opens the overview: Chrome's side panel, Firefox's sidebar, or a small window where neither may open. */

import { api } from "../shared/browser";

/** From a toolbar or keyboard gesture. */
export function openPanel(tab: chrome.tabs.Tab | undefined): void {
  if (api.sidebarAction) void api.sidebarAction.open();
  else if (tab?.windowId !== undefined) void api.sidePanel.open({ windowId: tab.windowId });
}

/** From a button in a page: Firefox does not count that as a gesture, so the overview gets a window of its own. */
export async function openPanelFromPage(tab: chrome.tabs.Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  if (!api.sidebarAction) {
    await api.sidePanel.open({ windowId: tab.windowId }).catch(() => openWindow(tab));
    return;
  }
  await openWindow(tab);
}

async function openWindow(tab: chrome.tabs.Tab): Promise<void> {
  await api.windows.create({ url: api.runtime.getURL(`panel.html?tab=${tab.id}`), type: "popup", width: 420, height: 720 });
}
