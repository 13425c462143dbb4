/**
 * A copy of the page that remembers, for each text node, the live one it was made from.
 *
 * Readability rewrites the document it reads, so it gets this copy. Reachable shadow roots are
 * flattened into it, and what the page does not render is left out.
 */

declare global {
  interface Element {
    /** Firefox, content scripts only. */
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}

/** The attribute that ties a copied element to its live twin when Readability reparses its markup. */
export const TAG = "data-hearsay-node";

const SKIPPED = new Set([
  "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "IFRAME", "OBJECT", "SVG", "CANVAS", "VIDEO", "AUDIO",
  "SELECT", "TEXTAREA", "INPUT", "DIALOG", "HEARSAY-UI",
]);

export class Snapshot {
  readonly document: Document;
  /** The shadow roots that were read. */
  readonly roots: ShadowRoot[] = [];
  private readonly liveText = new WeakMap<Node, Text>();
  private readonly twins = new WeakMap<Node, Element>();
  private readonly liveElements: Element[] = [];

  constructor(page: Document) {
    this.document = page.implementation.createHTMLDocument(page.title);
    this.document.documentElement.lang = page.documentElement.lang;
    this.copyChildren(page.body, this.document.body);
  }

  /** The live element that an element of the copy was made from. */
  twin(copied: Element): Element | null {
    return this.twins.get(copied) ?? null;
  }

  /** The live element that a copied one stands for; after a reparse, or for what Readability made, that of its nearest tagged ancestor. */
  liveElement(copied: Node): Element | null {
    const twin = this.twins.get(copied);
    if (twin) return twin;
    const tagged = (copied instanceof Element ? copied : copied.parentElement)?.closest(`[${TAG}]`);
    return tagged ? (this.liveElements[Number(tagged.getAttribute(TAG))] ?? null) : null;
  }

  /** The live twin of a copied text node; after a reparse, the text under the same element with the same words. */
  liveTwin(copied: Text): Text | null {
    const twin = this.liveText.get(copied);
    if (twin) return twin;
    const children = this.liveElement(copied)?.childNodes ?? [];
    return ([...children].find((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue === copied.data) as Text | undefined) ?? null;
  }

  /** The live text nodes whose copies stand under `root`. */
  liveTextIn(root: Element): Set<Text> {
    const found = new Set<Text>();
    const walker = this.document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const live = this.liveTwin(walker.currentNode as Text);
      if (live) found.add(live);
    }
    return found;
  }

  private copyChildren(from: Element | ShadowRoot, to: Element): void {
    for (let node = from.firstChild; node; node = node.nextSibling) this.copy(node, to);
  }

  private copy(node: Node, to: Element): void {
    if (node.nodeType === Node.TEXT_NODE) {
      const made = this.document.createTextNode((node as Text).data);
      this.liveText.set(made, node as Text);
      to.append(made);
    } else if (node instanceof Element && !SKIPPED.has(node.tagName.toUpperCase()) && isRendered(node)) {
      this.copyElement(node, to);
    }
  }

  private copyElement(element: Element, to: Element): void {
    const made = this.document.importNode(element, false);
    made.setAttribute(TAG, String(this.liveElements.push(element) - 1));
    this.twins.set(made, element);
    to.append(made);
    const root = shadowRootOf(element);
    if (root) {
      this.roots.push(root);
      this.copyChildren(root, made);
    } else if (element instanceof HTMLSlotElement && element.assignedNodes().length) {
      for (const node of element.assignedNodes({ flatten: true })) this.copy(node, made);
    } else this.copyChildren(element, made);
  }
}

/** Open roots everywhere; closed ones where the browser lets extensions in. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (!element.localName.includes("-")) return null;
  if (element.openOrClosedShadowRoot !== undefined) return element.openOrClosedShadowRoot;
  const dom = (globalThis as { chrome?: { dom?: typeof chrome.dom } }).chrome?.dom;
  return element instanceof HTMLElement ? ((dom?.openOrClosedShadowRoot(element) as ShadowRoot | null | undefined) ?? null) : null;
}

function isRendered(element: Element): boolean {
  if (element.getAttribute("aria-hidden") === "true" && element.localName !== "body") return false;
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  // A box without a display of its own still shows its children.
  return getComputedStyle(element).display === "contents";
}
