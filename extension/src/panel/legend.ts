/** The legend: every source type and certainty status, as it looks and in a sentence. */

import { statusSwatch, typeSwatch } from "../content/paint/swatch";
import { SOURCE_TYPES, STATUSES } from "../shared/contract";
import { element } from "../shared/element";
import type { Translate } from "../shared/locale";
import type { Settings } from "../shared/settings";

export function legend(settings: Settings, dark: boolean, t: Translate): HTMLElement {
  const types = SOURCE_TYPES.map((type) =>
    element("li", {}, typeSwatch(type, dark, settings.hues), element("strong", {}, t(`type_${type}`)), element("p", { class: "small" }, t(`legend_${type}`))),
  );
  const statuses = STATUSES.map((status) =>
    element("li", {}, statusSwatch(status, dark), element("strong", {}, t(`status_${status}`)), element("p", { class: "small" }, t(`about_${status}`))),
  );
  return element(
    "details", { class: "legend" },
    element("summary", {}, element("h2", {}, t("legend"))),
    element("p", { class: "small" }, t("legend_underline")),
    element("ul", {}, ...types),
    element("p", { class: "small" }, t("legend_overline")),
    element("ul", {}, ...statuses),
    element("p", { class: "small" }, t("keys")),
  );
}
