// Builds dist/{chrome,firefox} (loadable folders), dist/hearsay-{chrome,firefox}.zip, and dist/web (the painter and the playground for web pages).
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { zipFolder } from "./zip.mjs";

const BROWSERS = ["chrome", "firefox"];
const PAGES = ["panel", "options", "welcome"];
const readJson = async (path) => JSON.parse(await readFile(path, "utf8"));

/** Readability keeps and restores pages as markup; stores rightly flag that, and cloned nodes do the same. */
const WITHOUT_MARKUP = [
  ["var pageCacheHtml = page.innerHTML;", "var pageCache = page.cloneNode(true);"],
  ["page.innerHTML = pageCacheHtml;", "page.replaceChildren(...pageCache.cloneNode(true).childNodes);"],
  ["tmp.innerHTML = noscript.innerHTML;", "tmp.append(...noscript.cloneNode(true).childNodes);"],
];

const readability = {
  name: "readability-without-markup",
  setup({ onLoad }) {
    onLoad({ filter: /readability[\\/]Readability\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [old, replacement] of WITHOUT_MARKUP) {
        if (contents.split(old).length !== 2) throw new Error(`Readability changed: ${old}`);
        contents = contents.replace(old, replacement);
      }
      return { contents, loader: "js" };
    });
  },
};

// Stores review the code: nothing is minified but white space in the styles.
const shared = { bundle: true, target: ["chrome128", "firefox140"], charset: "utf8", legalComments: "inline", logLevel: "warning", loader: { ".css": "text" }, plugins: [readability] };

async function manifestFor(browser, version) {
  const base = await readJson("manifest.base.json");
  const own = await readJson(`manifest.${browser}.json`);
  return { ...base, version, ...own, permissions: [...base.permissions, ...(own.permissions ?? [])] };
}

async function buildBrowser(browser, version) {
  const out = `dist/${browser}`;
  const define = { BROWSER: JSON.stringify(browser) };
  await build({ ...shared, define, format: "iife", outdir: out, entryPoints: { content: "src/content/main.ts", background: "src/background/main.ts" } });
  await build({ ...shared, define, format: "esm", splitting: true, chunkNames: "chunks/[name]-[hash]", outdir: out, entryPoints: Object.fromEntries(PAGES.map((page) => [page, `src/${page === "panel" ? "panel" : "options"}/${page}.ts`])) });
  for (const page of PAGES) {
    const folder = page === "panel" ? "panel" : "options";
    await cp(`src/${folder}/${page}.html`, `${out}/${page}.html`);
  }
  await cp("src/shared/page.css", `${out}/page.css`);
  await cp("src/panel/panel.css", `${out}/panel.css`);
  await cp("src/options/options.css", `${out}/options.css`);
  await cp("src/icons", `${out}/icons`, { recursive: true, filter: (path) => !path.endsWith(".svg") });
  await cp("_locales", `${out}/_locales`, { recursive: true });
  await writeFile(`${out}/manifest.json`, JSON.stringify(await manifestFor(browser, version), null, 2));
  await zipFolder(out, `dist/hearsay-${browser}.zip`);
}

async function buildWeb() {
  await build({ ...shared, define: { BROWSER: '"web"' }, format: "iife", globalName: "HearsayPainter", outfile: "dist/web/hearsay-painter.js", entryPoints: ["src/web/painter.ts"] });
  await build({ ...shared, define: { BROWSER: '"web"' }, format: "iife", outfile: "dist/web/playground.js", entryPoints: ["src/web/playground.ts"] });
  await cp("src/shared/page.css", "dist/web/page.css");
  await cp("src/panel/panel.css", "dist/web/panel.css");
  await cp("src/icons/icon.svg", "dist/web/icon.svg");
}

const { version } = await readJson("package.json");
await rm("dist", { recursive: true, force: true });
await mkdir("dist", { recursive: true });
await Promise.all([...BROWSERS.map((browser) => buildBrowser(browser, version)), buildWeb()]);
// The content script's work as page scripts, for measuring it (tests/e2e/saved_pages.py, benchmarks/extension.py).
const forTests = { ...shared, define: { BROWSER: '"web"' }, format: "iife", outdir: "dist/test" };
await build({ ...forTests, entryPoints: { reader: "tests/reading/reader.ts", speed: "tests/speed/speed.ts" } });
await build({ ...forTests, plugins: [], entryPoints: { reference: "tests/speed/reference.ts" } });
