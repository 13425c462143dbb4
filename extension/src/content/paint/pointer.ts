/** The pointer over painted claims: resting shows the card, a click keeps it, leaving lets it go. */

import type { AnchoredClaim } from "../anchor/anchor";

const REST = 220;
const LEAVE = 320;

export interface PointerTarget {
  /** The claim under a point, or `null`. */
  at(x: number, y: number): AnchoredClaim | null;
  /** Whether the event belongs to Hearsay's own interface. */
  owns(event: Event): boolean;
  peek(claim: AnchoredClaim): void;
  pin(claim: AnchoredClaim): void;
  /** The pointer left a card that was only peeked at. */
  unpeek(): void;
  /** A click beside everything. */
  dismiss(): void;
}

/** Listens until the returned function is called. */
export function watchPointer(target: PointerTarget): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true } as const;
  let resting: AnchoredClaim | null = null;
  let timer = 0;
  let frame = 0;

  const settle = (hit: AnchoredClaim | null, owned: boolean): void => {
    if (hit === resting && !owned) return;
    resting = hit;
    clearTimeout(timer);
    if (hit) timer = window.setTimeout(() => target.peek(hit), REST);
    else if (!owned) timer = window.setTimeout(() => target.unpeek(), LEAVE);
  };
  const move = (event: PointerEvent): void => {
    if (event.pointerType === "touch" || frame) return;
    const owned = target.owns(event);
    frame = requestAnimationFrame(() => {
      frame = 0;
      settle(owned ? null : target.at(event.clientX, event.clientY), owned);
    });
  };
  const click = (event: MouseEvent): void => {
    if (target.owns(event) || !isPlainClick(event)) return;
    const hit = target.at(event.clientX, event.clientY);
    clearTimeout(timer);
    if (hit) target.pin(hit);
    else target.dismiss();
  };
  document.addEventListener("pointermove", move, options);
  document.addEventListener("click", click, options);
  stop.signal.addEventListener("abort", () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  });
  return () => stop.abort();
}

/** Not the end of a selection, not on something the page itself reacts to. */
function isPlainClick(event: MouseEvent): boolean {
  if (event.button !== 0 || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  if (!(getSelection()?.isCollapsed ?? true)) return false;
  return !(event.target instanceof Element && event.target.closest("a[href], button, input, select, textarea, summary, label"));
}
