/** Waits for an article that a script is still building. */

const PATIENCE = 4_000;
const PAUSE = 400;

/** Reads until there is an article, the page has had its time, or nobody wants it any more. */
export async function waitForArticle<Article>(read: () => Article | null, unwanted: () => boolean): Promise<Article | null> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const article = read();
    if (article || unwanted() || performance.now() > end) return article;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
