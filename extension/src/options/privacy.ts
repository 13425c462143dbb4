/** What is sent where, in four sentences: on the first-run page and in the settings. */

import { element } from "../shared/element";
import type { Translate } from "../shared/locale";

export function privacyList(server: string, t: Translate): HTMLElement {
  const items = (["privacy_1", "privacy_2", "privacy_3", "privacy_4"] as const).map((key) => element("li", {}, t(key, { server })));
  return element("ul", { class: "privacy" }, ...items);
}
