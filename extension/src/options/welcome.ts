/** The first-run page: what to do, and what is sent where. */

import { START_COMMAND } from "../content/notice";
import { api } from "../shared/browser";
import { element, fill } from "../shared/element";
import { applyLook, interfaceOf } from "../shared/look";
import { loadSettings } from "../shared/settings";
import { privacyList } from "./privacy";

const DEFAULT_SHORTCUT = "Alt+Shift+H";

const settings = await loadSettings();
const look = interfaceOf(settings);
const { t } = look;
const commands = await api.commands.getAll();
const shortcut = commands.find(({ name }) => name === "toggle")?.shortcut ?? DEFAULT_SHORTCUT;

applyLook(look);
document.title = t("welcome_title");
fill(
  document.getElementById("page") as HTMLElement,
  element("header", {}, element("h1", {}, t("welcome_title")), element("p", { class: "lead" }, t("welcome_lead"))),
  element(
    "ol", {},
    element("li", {}, element("p", {}, t("welcome_step_1")), element("pre", {}, START_COMMAND)),
    element("li", {}, element("p", {}, t("welcome_step_2"))),
    element("li", {}, element("p", {}, t("welcome_step_3", { shortcut: shortcut || DEFAULT_SHORTCUT }))),
  ),
  element("section", {}, element("h2", {}, t("welcome_privacy")), privacyList(settings.server, t)),
  element("p", {}, element("button", { type: "button", class: "plain", onclick: () => void api.runtime.openOptionsPage() }, t("welcome_open_options"))),
);
