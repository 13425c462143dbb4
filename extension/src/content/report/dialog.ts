/** The dialog for a correction: what is wrong, what would be right, and exactly what will be sent. */

import { SOURCE_TYPES, STATUSES, BANDS, type Analysis, type Report, type Suggestion } from "../../shared/contract";
import { element, fill } from "../../shared/element";
import type { MessageKey, Translate } from "../../shared/locale";
import { fieldsFor, reportOf, type Draft } from "./draft";

export interface DialogContext {
  analysis: Analysis;
  kinds: Draft["kind"][];
  host: string;
  server: string;
  t: Translate;
  send(report: Report): Promise<void>;
  close(): void;
}

/** Draws the dialog's form for `draft` and keeps the preview up to date while the reader fills it in. */
export function drawDialog(dialog: HTMLElement, draft: Draft, context: DialogContext): void {
  new ReportDialog(dialog, draft, context).draw();
}

class ReportDialog {
  private readonly fields = element("div", { class: "fields" });
  private readonly preview = element("pre", { tabindex: 0 });
  private readonly t: Translate;

  constructor(
    private readonly dialog: HTMLElement,
    private readonly draft: Draft,
    private readonly context: DialogContext,
  ) {
    this.t = context.t;
  }

  draw(): void {
    const { t, draft, context } = this;
    const title = t(draft.kind === "missed_claim" ? "report_missed_title" : "report_title");
    this.dialog.setAttribute("role", "dialog");
    this.dialog.setAttribute("aria-modal", "true");
    this.dialog.setAttribute("aria-label", title);
    this.dialog.onkeydown = (event) => {
      if (event.key === "Escape") context.close();
    };
    const form = element(
      "form", { method: "dialog", onsubmit: (event) => void this.submit(event), oninput: () => this.refresh() },
      element("h2", {}, title),
      element("blockquote", {}, draft.quote.exact),
      context.kinds.length > 1 && this.kindChoice(),
      this.fields,
      this.comment(),
      this.hostChoice(),
      element("details", { open: true }, element("summary", {}, t("preview", { server: context.server })), this.preview),
      element(
        "div", { class: "row" },
        element("button", { type: "button", class: "plain", onclick: () => context.close() }, t("cancel")),
        element("button", { type: "submit", class: "primary" }, t("send")),
      ),
    );
    fill(this.dialog, form);
    this.drawFields();
    form.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    // A page's script could press the button too; only the reader's own press counts.
    if (!event.isTrusted) return;
    const button = this.dialog.querySelector<HTMLButtonElement>(".primary");
    if (button) button.disabled = true;
    await this.context.send(reportOf(this.draft, this.context.analysis));
  }

  private refresh(): void {
    this.preview.textContent = JSON.stringify(reportOf(this.draft, this.context.analysis), null, 2);
  }

  private kindChoice(): HTMLElement {
    const choices = this.context.kinds.map((kind) => {
      const input = element("input", {
        type: "radio", name: "kind", value: kind, checked: kind === this.draft.kind,
        onchange: () => {
          this.draft.kind = kind;
          this.drawFields();
        },
      });
      return element("label", { class: "choice" }, input, this.t(`kind_${kind}`));
    });
    return element("fieldset", { "aria-label": this.t("report_title") }, ...choices);
  }

  private drawFields(): void {
    const fields = fieldsFor(this.draft.kind);
    const legend = fields.length > 0 && element("h3", {}, this.t("suggest"));
    fill(this.fields, legend, ...fields.map((field) => this.field(field)));
    this.refresh();
  }

  private field(field: keyof Suggestion): HTMLElement {
    const { t, draft } = this;
    const label = t(`suggest_${field}`);
    const set = (event: Event): void => {
      Object.assign(draft.suggestion, { [field]: (event.target as HTMLInputElement).value || undefined });
      this.refresh();
    };
    if (field === "type") return select(label, SOURCE_TYPES, (type) => t(`type_${type}`), draft.suggestion.type, t, set);
    if (field === "status") return select(label, STATUSES, (status) => t(`status_${status}`), draft.suggestion.status, t, set);
    if (field === "band") return select(label, BANDS.slice(0, 4), (band) => t(`band_${band}` as MessageKey), draft.suggestion.band, t, set);
    if (field === "span") {
      const area = element("textarea", { name: field, maxlength: 2000, oninput: set });
      area.value = draft.suggestion.span ?? "";
      return element("label", {}, label, area);
    }
    return element("label", {}, label, element("input", { type: "text", name: field, maxlength: 300, value: draft.suggestion.source, oninput: set }));
  }

  private comment(): HTMLElement {
    const area = element("textarea", {
      name: "comment", maxlength: 1000,
      oninput: (event) => {
        this.draft.comment = (event.target as HTMLTextAreaElement).value;
      },
    });
    return element("label", {}, this.t("comment"), area);
  }

  private hostChoice(): HTMLElement {
    const { host } = this.context;
    const input = element("input", {
      type: "checkbox", name: "host", checked: this.draft.host !== null,
      onchange: (event) => {
        this.draft.host = (event.target as HTMLInputElement).checked ? host : null;
        this.refresh();
      },
    });
    return element("label", { class: "choice" }, input, this.t("send_host", { host }));
  }
}

function select<Value extends string>(
  label: string, values: readonly Value[], name: (value: Value) => string, chosen: Value | undefined, t: Translate, set: (event: Event) => void,
): HTMLElement {
  const options = values.map((value) => element("option", { value, selected: value === chosen }, name(value)));
  return element("label", {}, label, element("select", { onchange: set }, element("option", { value: "" }, t("choose")), ...options));
}
