/**
 * The highlight rules inside shadow roots. Chromium lets them inherit from the document; Firefox applies an
 * extension's sheets to the document alone, so there each root adopts one sheet of the page's own making:
 * no element is added, and no policy of the page forbids it.
 */

type Waived<Kind> = Kind & { wrappedJSObject?: Kind };

/** The page's own view of its window; only Firefox has it. */
const page = (globalThis as Waived<typeof globalThis>).wrappedJSObject;

export class RootSheet {
  private sheet: CSSStyleSheet | null = null;
  private readonly roots = new Set<ShadowRoot>();

  apply(css: string, roots: readonly ShadowRoot[]): void {
    if (!page) return;
    if (!this.sheet && (!css || !roots.length)) return;
    this.sheet ??= new page.CSSStyleSheet();
    this.sheet.replaceSync(css);
    for (const root of roots) this.adopt(root, this.sheet);
  }

  remove(): void {
    for (const root of this.roots) {
      const sheets = waived(root).adoptedStyleSheets;
      const at = this.sheet ? sheets.indexOf(this.sheet) : -1;
      if (at >= 0) sheets.splice(at, 1);
    }
    this.roots.clear();
  }

  private adopt(root: ShadowRoot, sheet: CSSStyleSheet): void {
    if (this.roots.has(root)) return;
    waived(root).adoptedStyleSheets.push(sheet);
    this.roots.add(root);
  }
}

function waived(root: Waived<ShadowRoot>): ShadowRoot {
  return root.wrappedJSObject ?? root;
}
