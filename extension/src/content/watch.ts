/** Notices when the page changes under the highlights: scripts that rewrite it, late content, a new article without a new page. */

import { HOST } from "./paint/surface";

const CALM = 400;
/** A page that never stops changing is looked at this often all the same. */
const LONGEST = 2_500;
const WHAT = { childList: true, characterData: true, subtree: true };

export class PageWatch {
  private timer = 0;
  private since = 0;
  private address = addressNow();
  private readonly observer = new MutationObserver((records) => {
    if (!records.every(isOurs)) this.soon();
  });

  /** Calls `changed` once things have calmed down; `moved` is true when the address is another one. */
  constructor(private readonly changed: (moved: boolean) => void) {
    this.observer.observe(document.documentElement, WHAT);
  }

  /** Changes inside a shadow root do not show outside it. */
  alsoIn(roots: readonly ShadowRoot[]): void {
    for (const root of roots) this.observer.observe(root, WHAT);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.observer.disconnect();
  }

  private soon(): void {
    const now = performance.now();
    this.since ||= now;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.fire(), Math.min(CALM, Math.max(0, this.since + LONGEST - now)));
  }

  private fire(): void {
    this.since = 0;
    const moved = addressNow() !== this.address;
    this.address = addressNow();
    this.changed(moved);
  }
}

function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (target !== document.documentElement) return false;
  return [...addedNodes, ...removedNodes].every((node) => node instanceof Element && node.localName === HOST);
}

/** Without the fragment: jumping inside an article is no new article. */
function addressNow(): string {
  return location.origin + location.pathname + location.search;
}
