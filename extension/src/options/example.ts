/** Three sentences as Hearsay marks them, with what the marks mean: the product in a glance. */

import { LOOKS, tone } from "../content/paint/palette";
import type { SourceType } from "../shared/contract";
import { element } from "../shared/element";
import type { Interface } from "../shared/look";

export function example({ t, dark }: Interface): HTMLElement {
  return element(
    "div", { class: "example" },
    sentence("", t("welcome_example_1"), "unspecified"),
    sentence(t("welcome_example_2a"), t("welcome_example_2b"), "anonymous"),
    sentence(t("welcome_example_3a"), t("welcome_example_3b"), "official"),
  );

  function sentence(before: string, words: string, type: SourceType): HTMLElement {
    const { line, ground } = tone(type, dark);
    const look = LOOKS[type];
    const style = `background:${ground};text-decoration:underline ${look.line} ${look.width}px ${line};text-underline-offset:0.2em;text-decoration-skip-ink:none`;
    return element(
      "p", { style: `--tone:${line}` },
      element("span", { class: "text" }, before, element("span", { style }, words), "."),
      element("span", { class: "says" }, element("strong", {}, t(`type_${type}`)), element("span", {}, t(`legend_${type}`))),
    );
  }
}
