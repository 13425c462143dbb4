/** The settings page. Every control saves at once, except the server's address. */

import { ALL_SITES } from "../background/sites";
import { LOOKS } from "../content/paint/palette";
import { statusSwatch, typeSwatch } from "../content/paint/swatch";
import { setSite } from "../panel/site";
import { SOURCE_TYPES, STATUSES, type SourceType } from "../shared/contract";
import { element, fill } from "../shared/element";
import { applyLook, interfaceOf, type Interface } from "../shared/look";
import { loadSettings, onSettings, saveSettings, toggled, type Settings } from "../shared/settings";
import { privacyList } from "./privacy";
import { serverSection } from "./server-section";
import { shortcutSection } from "./shortcuts";

const page = document.getElementById("page") as HTMLElement;
const server = element("div");
const rest = element("div", { class: "parts" });
const last = element("div", { class: "parts" });

function draw(settings: Settings): void {
  const look = interfaceOf(settings);
  const { t } = look;
  applyLook(look);
  document.title = t("options_title");
  fill(
    rest,
    generalSection(settings, look),
    colourSection(settings, look),
    statusSection(settings, look),
    siteSection(settings, look),
  );
  void shortcutSection(t).then((shortcuts) => {
    fill(last, shortcuts, element("section", {}, element("h2", {}, t("options_privacy")), privacyList(settings.server, t)));
  });
}

function generalSection(settings: Settings, { t }: Interface): HTMLElement {
  const percent = Math.round(settings.minConfidence * 100);
  const confidence = element("input", {
    type: "range", min: 0, max: 95, step: 5, value: percent, "aria-label": t("options_confidence"),
    onchange: (event) => void saveSettings({ minConfidence: Number((event.target as HTMLInputElement).value) / 100 }),
  });
  return element(
    "section", {},
    element("h2", {}, t("options_general")),
    choice(t("options_language"), settings.language, { auto: t("options_auto"), de: "Deutsch", en: "English" }, (language) => saveSettings({ language })),
    choice(t("options_theme"), settings.theme, { auto: t("options_auto"), light: t("theme_light"), dark: t("theme_dark") }, (theme) => saveSettings({ theme })),
    element("label", { class: "field" }, `${t("options_confidence")}: ${percent} %`, confidence),
    element("p", { class: "small" }, t("options_confidence_hint")),
    switchLine(t("options_selection"), settings.selectionButton, (selectionButton) => saveSettings({ selectionButton })),
    switchLine(t("options_send_host"), settings.sendHost, (sendHost) => saveSettings({ sendHost })),
  );
}

function colourSection(settings: Settings, { t, dark }: Interface): HTMLElement {
  const row = (type: SourceType): HTMLElement => {
    const name = t(`type_${type}`);
    const setHue = (hue: number | undefined): Promise<Settings> => {
      const others = Object.entries(settings.hues).filter(([other]) => other !== type);
      return saveSettings({ hues: Object.fromEntries(hue === undefined ? others : [...others, [type, hue]]) });
    };
    const shown = element("input", {
      type: "checkbox", checked: !settings.hiddenTypes.includes(type),
      onchange: () => void saveSettings({ hiddenTypes: toggled(settings.hiddenTypes, type) }),
    });
    const hue = element("input", {
      type: "range", class: "hue", min: 0, max: 359, value: settings.hues[type] ?? LOOKS[type].hue, "aria-label": t("options_colour_of", { name }),
      onchange: (event) => void setHue(Number((event.target as HTMLInputElement).value)),
    });
    const reset = element("button", { type: "button", class: "link", disabled: settings.hues[type] === undefined, "aria-label": `${t("options_reset")}: ${name}`, onclick: () => void setHue(undefined) }, t("options_reset"));
    return element("li", { "data-type": type }, typeSwatch(type, dark, settings.hues), element("label", {}, shown, name), hue, reset);
  };
  return element("section", {}, element("h2", {}, t("options_colours")), element("ul", { class: "colours" }, ...SOURCE_TYPES.map(row)));
}

function statusSection(settings: Settings, { t, dark }: Interface): HTMLElement {
  const boxes = STATUSES.map((status) => {
    const change = (): void => void saveSettings({ hiddenStatuses: toggled(settings.hiddenStatuses, status) });
    const input = element("input", { type: "checkbox", checked: !settings.hiddenStatuses.includes(status), onchange: change });
    return element("label", {}, input, statusSwatch(status, dark), t(`status_${status}`));
  });
  return element("section", {}, element("h2", {}, t("options_statuses")), element("div", { class: "statuses" }, ...boxes));
}

function siteSection(settings: Settings, { t }: Interface): HTMLElement {
  const named = Object.entries(settings.sites).filter(([site]) => site !== ALL_SITES);
  const rows = named.map(([site, state]) =>
    element(
      "li", {},
      element("strong", {}, new URL(site).host),
      element("span", { class: "small" }, t(`site_state_${state}`)),
      element("button", { type: "button", class: "link", onclick: () => void setSite(site, null, settings) }, t("remove")),
    ),
  );
  return element(
    "section", {},
    element("h2", {}, t("options_sites")),
    element("p", { class: "small" }, t("options_sites_hint")),
    switchLine(t("options_all_sites"), settings.sites[ALL_SITES] === "on", (on) => setSite(ALL_SITES, on ? "on" : null, settings)),
    rows.length ? element("ul", { class: "sites" }, ...rows) : element("p", { class: "small" }, t("options_sites_none")),
  );
}

function choice<Value extends string>(label: string, chosen: Value, names: Record<Value, string>, save: (value: Value) => Promise<unknown>): HTMLElement {
  const options = Object.entries<string>(names).map(([value, name]) => element("option", { value, selected: value === chosen }, name));
  const select = element("select", { onchange: (event) => void save((event.target as HTMLSelectElement).value as Value) }, ...options);
  return element("label", { class: "field" }, label, select);
}

function switchLine(label: string, on: boolean, save: (on: boolean) => Promise<unknown>): HTMLElement {
  const input = element("input", { type: "checkbox", checked: on, onchange: (event) => void save((event.target as HTMLInputElement).checked) });
  return element("label", { class: "line" }, input, label);
}

const settings = await loadSettings();
const { t } = interfaceOf(settings);
fill(server, serverSection(settings, t));
fill(page, element("h1", {}, t("options_title")), server, rest, last);
draw(settings);
onSettings((changed) => {
  if (changed.language !== settings.language) location.reload();
  else draw(changed);
});
