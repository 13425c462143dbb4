/**
 * The one element Hearsay adds to a page: an empty host beside the body, whose shadow root holds every
 * floating piece as a popover in the top layer. The article itself gets no node and does not move.
 */

import { element } from "../../shared/element";
import css from "./surface.css";

export const HOST = "hearsay-ui";

const KEPT_INSIDE = ["keydown", "keyup", "keypress", "beforeinput", "input", "paste", "copy", "cut", "wheel"] as const;

export class Surface {
  readonly host: HTMLElement;
  private readonly root: ShadowRoot;

  constructor(language: string) {
    document.querySelector(HOST)?.remove();
    this.host = document.createElement(HOST);
    this.host.lang = language;
    this.root = this.host.attachShadow({ mode: "open" });
    this.root.append(element("style", {}, css));
    // A site's shortcuts must not fire while the reader types here.
    for (const type of KEPT_INSIDE) this.host.addEventListener(type, (event) => event.stopPropagation());
    document.documentElement.append(this.host);
  }

  set dark(dark: boolean) {
    this.host.dataset["theme"] = dark ? "dark" : "light";
  }

  /** Adds a piece that `show` and `hide` take to the top layer and back. */
  add<Piece extends HTMLElement>(piece: Piece): Piece {
    piece.popover = "manual";
    this.root.append(piece);
    return piece;
  }

  /** Whether an event happened inside the interface. */
  owns(event: Event): boolean {
    return event.composedPath().includes(this.host);
  }

  /** The element inside the interface that has the focus. */
  get focused(): Element | null {
    return this.root.activeElement;
  }

  remove(): void {
    this.host.remove();
  }
}

export function show(piece: HTMLElement): void {
  if (piece.isConnected && !piece.matches(":popover-open")) piece.showPopover();
}

export function hide(piece: HTMLElement): void {
  if (piece.isConnected && piece.matches(":popover-open")) piece.hidePopover();
}

/**
 * Puts a piece at a spot of the page, in the page's own coordinates, so that it scrolls along. By `translate`,
 * because moving `left` and `top` would count as the site's own layout shift in its measurements.
 */
export function moveTo(piece: HTMLElement, spot: { left: number; top: number }): void {
  piece.style.translate = `${Math.round(spot.left + scrollX)}px ${Math.round(spot.top + scrollY)}px`;
}
