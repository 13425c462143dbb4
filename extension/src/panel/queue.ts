/** The reader's corrections and where they are: waiting, sent, refused; each can be withdrawn. */

import type { QueuedReport } from "../background/queue";
import { element } from "../shared/element";
import type { Translate } from "../shared/locale";

export interface QueueActions {
  withdraw(key: string): void;
  flush(): void;
}

/** `null` while there is nothing to show. */
export function queueSection(queue: readonly QueuedReport[], t: Translate, actions: QueueActions): HTMLElement | null {
  if (!queue.length) return null;
  const waits = queue.some(({ state }) => state === "waiting" || state === "withdrawing");
  const items = [...queue].reverse().map((entry) =>
    element(
      "li", { "data-key": entry.report.key, "data-state": entry.state },
      element("span", {}, element("strong", {}, t(`kind_${entry.report.kind}`)), " · ", stateText(entry, t)),
      element("q", {}, entry.report.quote.exact.slice(0, 120)),
      entry.state !== "withdrawing" && element("button", { type: "button", class: "link", onclick: () => actions.withdraw(entry.report.key) }, t("withdraw")),
    ),
  );
  return element(
    "section", { class: "queue" },
    element("h2", {}, t("queue")),
    element("ul", {}, ...items),
    waits && element("button", { type: "button", class: "plain", onclick: () => actions.flush() }, t("queue_retry")),
  );
}

function stateText({ state, detail, attempts, nextAt }: QueuedReport, t: Translate): string {
  if (state === "sent") return t("queue_sent");
  if (state === "refused") return t("queue_refused", { detail });
  const next = attempts ? `, ${t("queue_next", { time: new Date(nextAt).toLocaleTimeString() })}` : "";
  return t(state === "withdrawing" ? "queue_withdrawing" : "queue_waiting") + next;
}
