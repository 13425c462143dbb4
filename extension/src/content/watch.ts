/** Notices when the page changes under the highlights: scripts that rewrite it, late content, a new article without a new page. */

import { HOST } from "./paint/surface";

const CALM = 400;
/** A page that never stops changing is looked at this often all the same. */
const LONGEST = 2_500;

/** Calls `changed` once things have calmed down; `moved` is true when the address is another one. */
export function watchPage(changed: (moved: boolean) => void): () => void {
  let timer = 0;
  let since = 0;
  let address = addressNow();

  const fire = (): void => {
    since = 0;
    timer = 0;
    const moved = addressNow() !== address;
    address = addressNow();
    changed(moved);
  };
  const observer = new MutationObserver((records) => {
    if (records.every(isOurs)) return;
    const now = performance.now();
    since ||= now;
    clearTimeout(timer);
    timer = window.setTimeout(fire, Math.min(CALM, Math.max(0, since + LONGEST - now)));
  });
  observer.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (target !== document.documentElement) return false;
  return [...addedNodes, ...removedNodes].every((node) => node instanceof Element && node.localName === HOST);
}

/** Without the fragment: jumping inside an article is no new article. */
function addressNow(): string {
  return location.origin + location.pathname + location.search;
}
