/** How soon a page that keeps growing may be analysed again: a live blog all day, a runaway script less and less often. */

const FREE = 2;
const FIRST_WAIT = 10_000;
const LONGEST_WAIT = 300_000;

export class Pace {
  private count = 0;
  private last = 0;

  /** The milliseconds still to wait at the time `now`; 0 when the next analysis may begin. */
  wait(now: number): number {
    if (this.count < FREE) return 0;
    const pause = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.count - FREE));
    return Math.max(0, this.last + pause - now);
  }

  begin(now: number): void {
    this.count += 1;
    this.last = now;
  }

  /** Another article: everything from the start. */
  reset(): void {
    this.count = 0;
  }
}
