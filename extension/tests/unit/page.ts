/** A page for unit tests: jsdom with the few layout answers the reading code asks for. */

import { JSDOM } from "jsdom";

const GLOBALS = ["document", "Node", "Element", "HTMLElement", "HTMLSlotElement", "HTMLInputElement", "NodeFilter", "ShadowRoot", "DOMParser", "getComputedStyle"] as const;

/** Makes `html` the global document; jsdom lays nothing out, so everything counts as rendered unless it says `hidden`. */
export function openPage(html: string): Document {
  const { window } = new JSDOM(html, { url: "https://news.example/story" });
  for (const name of GLOBALS) Object.assign(globalThis, { [name]: window[name as keyof typeof window] });
  window.Element.prototype.checkVisibility = function (this: Element) {
    return this.closest("[hidden]") === null;
  };
  return window.document;
}

/** All text nodes under an element. */
export function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}
