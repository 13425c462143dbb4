/** The server's address: test it, ask the browser's permission for it, save it. */

import { api } from "../shared/browser";
import { element } from "../shared/element";
import type { Translate } from "../shared/locale";
import { askBackground } from "../shared/messages";
import { DEFAULTS, saveSettings, type Settings } from "../shared/settings";

type TestReply = { name: string; version: string } | { detail: string };

export function serverSection(settings: Settings, t: Translate): HTMLElement {
  const input = element("input", { type: "url", value: settings.server, "aria-label": t("options_server"), spellcheck: "false" });
  const message = element("p", { class: "message", role: "status" });
  const say = (text: string, mood: "" | "good" | "bad" = ""): void => {
    message.className = `message ${mood}`;
    message.textContent = text;
  };
  const checked = async (then: (origin: string) => Promise<void>): Promise<void> => {
    const origin = originOf(input.value);
    if (!origin) return say(t("options_invalid_url"), "bad");
    if (!(await mayReach(origin))) return say(t("options_permission_denied"), "bad");
    await then(origin);
  };
  const test = (): Promise<void> =>
    checked(async (server) => {
      say(t("options_testing"));
      const reply = await askBackground<TestReply>({ to: "background", action: "test_server", server });
      if ("detail" in reply) say(t("options_test_failed", { detail: reply.detail }), "bad");
      else say(t("options_test_ok", reply), "good");
    });
  const save = (): Promise<void> =>
    checked(async (server) => {
      await saveSettings({ server });
      input.value = server;
      if (isInsecure(server)) say(t("options_insecure"), "bad");
      else say(t("options_saved"), "good");
    });
  const reset = (): void => {
    input.value = DEFAULTS.server;
    void save();
  };
  return element(
    "section", { class: "server" },
    element("h2", {}, t("options_server")),
    element("p", { class: "small" }, t("options_server_hint")),
    element(
      "div", { class: "row" }, input,
      element("button", { type: "button", class: "plain test", onclick: () => void test() }, t("options_test")),
      element("button", { type: "button", class: "primary save", onclick: () => void save() }, t("options_save")),
      element("button", { type: "button", class: "link", onclick: reset }, t("options_reset")),
    ),
    message,
  );
}

/** The origin of a web address, or `null`. */
export function originOf(address: string): string | null {
  try {
    const { protocol, origin } = new URL(address.trim());
    return /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
}

/** Whether the article would cross a network in the clear. */
export function isInsecure(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "http:" && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

async function mayReach(origin: string): Promise<boolean> {
  const { protocol, hostname } = new URL(origin);
  return api.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
}
