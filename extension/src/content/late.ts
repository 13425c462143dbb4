/** Waits for an article that a script is still building. */

const PATIENCE = 4_000;
/** Pages that hide everything until their scripts have run, as AMP's do, show it after eight seconds at the latest. */
const HIDDEN_PATIENCE = 10_000;
const PAUSE = 400;

/** Reads until there is an article, the page has had its time, or nobody wants it any more. */
export async function waitForArticle<Article>(read: () => Article | null, unwanted: () => boolean): Promise<Article | null> {
  const begin = performance.now();
  for (;;) {
    const article = read();
    const patience = isHidden(document.body) ? HIDDEN_PATIENCE : PATIENCE;
    if (article || unwanted() || performance.now() > begin + patience) return article;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

function isHidden(body: HTMLElement): boolean {
  const { visibility, opacity, display } = getComputedStyle(body);
  return visibility === "hidden" || opacity === "0" || display === "none";
}
