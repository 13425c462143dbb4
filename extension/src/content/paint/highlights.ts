/** Draws ranges with the CSS Custom Highlight API: no element is added to the article and nothing moves. */

import type { SourceType, Status } from "../../shared/contract";
import type { AnchoredClaim } from "../anchor/anchor";
import { STATUS_LINES } from "./palette";
import { PREFIX } from "./styles";

/** Later paints over earlier where claims overlap. */
const PRIORITY = { type: 1, status: 2, cue: 3, current: 4 };

export class Highlights {
  private readonly names = new Set<string>();

  /** Replaces everything drawn before. */
  draw(claims: readonly AnchoredClaim[]): void {
    this.clear();
    const types = new Map<SourceType, Range[]>();
    const statuses = new Map<Status, Range[]>();
    for (const { claim, ranges } of claims) {
      collect(types, claim.source.type, ranges);
      if (STATUS_LINES[claim.certainty.status]) collect(statuses, claim.certainty.status, ranges);
    }
    for (const [type, ranges] of types) this.set(type, ranges, PRIORITY.type);
    for (const [status, ranges] of statuses) this.set(status, ranges, PRIORITY.status);
    this.set("cue", claims.flatMap(({ cues }) => cues), PRIORITY.cue);
  }

  /** Marks one claim as the chosen one, or none. */
  choose(chosen: AnchoredClaim | null): void {
    for (const name of [...this.names]) if (name.startsWith("current-")) this.remove(name);
    if (chosen) this.set(`current-${chosen.claim.source.type}`, chosen.ranges, PRIORITY.current);
  }

  /** Takes our own highlights away, and only those. */
  clear(): void {
    for (const name of [...this.names]) this.remove(name);
  }

  private set(name: string, ranges: readonly Range[], priority: number): void {
    if (!ranges.length) return;
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(PREFIX + name, highlight);
    this.names.add(name);
  }

  private remove(name: string): void {
    CSS.highlights.delete(PREFIX + name);
    this.names.delete(name);
  }
}

function collect<Key>(into: Map<Key, Range[]>, key: Key, ranges: readonly Range[]): void {
  into.set(key, [...(into.get(key) ?? []), ...ranges]);
}
