/** A correction in the making, and the report it turns into. */

import type { Analysis, Claim, Quote, Report, ReportKind, Suggestion } from "../../shared/contract";

/** The server's limits, in characters. */
export const LIMITS = { exact: 2000, context: 300, span: 2000, source: 300, comment: 1000 };

export interface Draft {
  key: string;
  kind: ReportKind;
  /** The claim in question; `null` for a missed claim and for the headline. */
  claim: Claim | null;
  quote: Quote;
  suggestion: Suggestion;
  comment: string;
  /** Sent only if the reader agrees. */
  host: string | null;
}

/** The kinds of mistake a reader can name for what the report is about. */
export function kindsFor(subject: "claim" | "headline" | "selection"): ReportKind[] {
  if (subject === "headline") return ["headline_score"];
  if (subject === "selection") return ["missed_claim"];
  return ["not_a_claim", "wrong_span", "wrong_source", "wrong_type", "wrong_certainty"];
}

/** Which parts of a suggestion make sense for a kind. */
export function fieldsFor(kind: ReportKind): (keyof Suggestion)[] {
  const fields: Record<ReportKind, (keyof Suggestion)[]> = {
    not_a_claim: [],
    wrong_span: ["span"],
    wrong_source: ["source", "type"],
    wrong_type: ["type"],
    wrong_certainty: ["status"],
    missed_claim: ["span", "source", "type", "status"],
    headline_score: ["band"],
  };
  return fields[kind];
}

/** Exactly what is sent, by the server's contract. */
export function reportOf(draft: Draft, analysis: Analysis): Report {
  const allowed = new Set<string>(fieldsFor(draft.kind));
  const suggestion = Object.fromEntries(
    Object.entries(draft.suggestion)
      .filter(([field, value]) => allowed.has(field) && value)
      .map(([field, value]) => [field, cut(value, field === "span" ? LIMITS.span : LIMITS.source)]),
  ) as Suggestion;
  return {
    key: draft.key,
    kind: draft.kind,
    quote: {
      exact: cut(draft.quote.exact, LIMITS.exact),
      prefix: draft.quote.prefix.slice(-LIMITS.context),
      suffix: cut(draft.quote.suffix, LIMITS.context),
    },
    answer: draft.kind === "missed_claim" ? null : (draft.claim ?? analysis.headline),
    suggestion,
    comment: cut(draft.comment.trim(), LIMITS.comment),
    language: analysis.language.code,
    software: analysis.software,
    page: draft.host ? { host: draft.host } : {},
  };
}

/** By code points, so that no character is cut in two. */
function cut(text: string, length: number): string {
  return [...text].slice(0, length).join("");
}
