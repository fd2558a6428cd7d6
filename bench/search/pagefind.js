/* Pagefind by its own interface, in the page: Chromium does not slow its worker down. */
import * as pagefind from './pagefind/pagefind.js';

const LOADED = 5; // each result is a file of its own

await pagefind.options({ noWorker: true });
await pagefind.init();
window.searchPage(async (words) => {
  const { results } = await pagefind.search(words);
  const pages = await Promise.all(results.slice(0, LOADED).map((result) => result.data()));
  return pages.map(({ url, meta }) => ({
    id: url.replace(/.*\//, '').replace(/\.html$/, ''), title: meta.title, plain: meta.plain,
  }));
});
