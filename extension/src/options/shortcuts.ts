/** The keyboard shortcuts as the browser has them now, and the way to the browser's own page to change them. */

import { api, isFirefox } from "../shared/browser";
import { element } from "../shared/element";
import type { MessageKey, Translate } from "../shared/locale";

const COMMANDS = ["toggle", "next", "previous", "panel"] as const;

export async function shortcutSection(t: Translate): Promise<HTMLElement> {
  const known = new Map((await api.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]));
  const rows = COMMANDS.map((name) => element("li", {}, element("span", {}, t(`command_${name}` as MessageKey)), keysOf(known.get(name), t)));
  return element(
    "section", {},
    element("h2", {}, t("options_shortcuts")),
    element("ul", { class: "shortcuts" }, ...rows),
    element("p", {}, element("button", { type: "button", class: "plain", onclick: changeShortcuts }, t("options_shortcuts_change"))),
  );
}

/** Each key of a shortcut like `Alt+Shift+H` as a key. */
export function keysOf(shortcut: string | undefined, t: Translate): HTMLElement {
  if (!shortcut) return element("span", { class: "small" }, t("options_shortcut_none"));
  const keys = shortcut.split("+").flatMap((key, index) => [index ? "+" : "", element("kbd", {}, key)]);
  return element("span", { class: "keys" }, ...keys);
}

function changeShortcuts(): void {
  if (isFirefox()) void api.commands.openShortcutSettings?.();
  else void api.tabs.create({ url: "chrome://extensions/shortcuts" });
}
