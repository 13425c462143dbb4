/** Mozilla's Readability as it is published, on a copy, because it destroys the document it reads: the measure of our own work. */

import { Readability } from "@mozilla/readability";

function parse(): { milliseconds: number; characters: number } {
  void document.body.offsetHeight;
  const begin = performance.now();
  const article = new Readability(document.cloneNode(true) as Document).parse();
  return { milliseconds: performance.now() - begin, characters: article?.length ?? 0 };
}

(globalThis as unknown as { HearsayReference: object }).HearsayReference = { parse };
