/** The extension API under one name: Firefox calls it `browser`, Chrome `chrome`; both return promises under MV3. */

declare const BROWSER: "chrome" | "firefox" | "web";

interface SidebarAction {
  open(): Promise<void>;
}

interface Commands {
  /** Firefox only. */
  openShortcutSettings?(): Promise<void>;
}

type Api = typeof chrome & { sidebarAction?: SidebarAction; commands: Commands };

const namespaces = globalThis as unknown as { browser?: Api; chrome: Api };

export const api: Api = namespaces.browser ?? namespaces.chrome;
export const isFirefox = (): boolean => BROWSER === "firefox";

/** False once the extension was updated or removed under a page that is still open. */
export function extensionIsAlive(): boolean {
  try {
    return Boolean(api.runtime.id);
  } catch {
    return false;
  }
}
