/**
 * The server's contract (v1) as types. Every offset that comes from the server counts Unicode code
 * points in one block's text as it was sent, end exclusive.
 */

export const SOURCE_TYPES = [
  "unspecified", "anonymous", "witness", "social_media", "document",
  "media", "expert", "official", "organisation", "person", "none",
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

export const STATUSES = ["asserted", "reported", "hedged", "distanced", "questioned", "hypothetical", "denied"] as const;
export type Status = (typeof STATUSES)[number];

export const BANDS = ["aligned", "slight", "marked", "severe", "not_rated"] as const;
export type Band = (typeof BANDS)[number];

export type Role = "kicker" | "headline" | "lead" | "subheading" | "body" | "caption";
export type Form = "direct" | "indirect" | "reported" | "free_indirect" | "none";

/** One paragraph or heading as it is sent. */
export interface Block {
  id: string;
  role: Role;
  text: string;
}

export interface AnalyzeRequest {
  blocks: Block[];
  language: string | null;
  min_confidence?: number;
  ui_language?: string;
}

export interface Place {
  block: string;
  begin: number;
  end: number;
}

export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

export interface Source {
  type: SourceType;
  text: string;
  named: boolean;
  resolved: string | null;
  medium: string;
  spans: Place[];
}

export interface CertaintyCue extends Place {
  text: string;
  kind: string;
  rule: string;
}

export interface Claim {
  id: string;
  form: Form;
  spans: Place[];
  quote: Quote;
  source: Source;
  cue: { text: string; spans: Place[] };
  certainty: { status: Status; score: number; cues: CertaintyCue[] };
  checkworthy: number;
  confidence: number;
  rule: string;
  explanation: string;
}

export interface Mismatch {
  score: number | null;
  band: Band;
  direction: "overstates" | "understates" | "none";
  support: number | null;
  evidence: { claim: string; effect: number; reason: string }[];
  explanation: string;
}

export interface Headline {
  certainty: number | null;
  claims: string[];
  mismatch: Mismatch;
}

export interface Software {
  name: string;
  version: string;
  models: Record<string, string>;
}

export interface Analysis {
  software: Software;
  language: { code: string; detected: boolean };
  offsets: "code-points";
  claims: Claim[];
  headline: Headline;
  incomplete: boolean;
}

export const REPORT_KINDS = [
  "not_a_claim", "wrong_span", "wrong_source", "wrong_type", "wrong_certainty", "missed_claim", "headline_score",
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export interface Suggestion {
  type?: SourceType;
  status?: Status;
  source?: string;
  span?: string;
  band?: Band;
}

/** A reader's correction, exactly as it is sent; `key` makes a repeated delivery harmless. */
export interface Report {
  key: string;
  kind: ReportKind;
  quote: Quote;
  answer: Claim | Headline | null;
  suggestion: Suggestion;
  comment: string;
  language: string;
  software: Software;
  page: { host?: string };
}

/** RFC 9457; `code` tells errors apart that share a status. */
export interface Problem {
  type?: string;
  code?: string;
  title?: string;
  status?: number;
  detail?: string;
  errors?: { at: string; message: string }[];
}
