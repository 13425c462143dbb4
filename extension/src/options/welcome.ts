/** The first-run page: what to do, and what is sent where. */

import { START_COMMAND } from "../content/notice";
import { api } from "../shared/browser";
import { element, fill } from "../shared/element";
import { applyLook, interfaceOf } from "../shared/look";
import { askBackground } from "../shared/messages";
import { loadSettings } from "../shared/settings";
import { example } from "./example";
import { privacyList } from "./privacy";
import { keysOf } from "./shortcuts";

const DEFAULT_SHORTCUT = "Alt+Shift+H";

const PAUSE = 3_000;

const settings = await loadSettings();
const look = interfaceOf(settings);
const { t } = look;
const commands = await api.commands.getAll();
const shortcut = commands.find(({ name }) => name === "toggle")?.shortcut ?? DEFAULT_SHORTCUT;

const status = element("p", { class: "status small", role: "status" });

/** The sentence with the shortcut's keys in their place. */
function withKeys(sentence: string): (Node | string)[] {
  const [before = "", after = ""] = sentence.split("{shortcut}");
  return [before, keysOf(shortcut || DEFAULT_SHORTCUT, t), after];
}

/** Says whether the server runs, until it does. */
async function watchServer(): Promise<void> {
  const reply = await askBackground<{ name: string } | { detail: string }>({ to: "background", action: "test_server", server: settings.server });
  const up = "name" in reply;
  status.className = `status small ${up ? "good" : "bad"}`;
  const text = t(up ? "welcome_server_up" : "welcome_server_down");
  if (status.textContent !== text) status.textContent = text;
  if (!up) setTimeout(() => void watchServer(), PAUSE);
}

applyLook(look);
document.title = t("welcome_title");
fill(
  document.getElementById("page") as HTMLElement,
  element("header", {}, element("h1", {}, t("welcome_title")), element("p", { class: "lead" }, t("welcome_lead"))),
  element("section", {}, element("h2", {}, t("welcome_example")), example(look)),
  element(
    "ol", {},
    element("li", {}, element("p", {}, t("welcome_step_1")), element("pre", {}, START_COMMAND), status),
    element("li", {}, element("p", {}, t("welcome_step_2"))),
    element("li", {}, element("p", {}, ...withKeys(t("welcome_step_3")))),
  ),
  element("section", {}, element("h2", {}, t("welcome_privacy")), privacyList(settings.server, t)),
  element("p", {}, element("button", { type: "button", class: "plain", onclick: () => void api.runtime.openOptionsPage() }, t("welcome_open_options"))),
);
void watchServer();
