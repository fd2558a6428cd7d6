/* Put into every page before its own scripts: how long from a key to the results on the
   page. A rest that a page takes on purpose while somebody types is left out. */
(function () {
  'use strict';

  const { box, results, done, hit, attribute, rest } = window.benchWay;
  const PATIENCE = 10000;
  const CALM = 500;
  const ROUNDS = 2;

  const timers = window.setTimeout.bind(window);
  let touched = 0; // when a timer of the page last ran
  window.setTimeout = (act, wait, ...more) => timers(() => {
    touched = performance.now();
    act(...more);
  }, wait === rest ? 0 : wait);

  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const isDone = () => !done || document.querySelector(done) !== null;
  const pause = (wait) => new Promise((go) => { timers(go, wait); });

  /** Wait for a change of the page after which `holds`; gives the time, or NaN. */
  function change(holds, act) {
    return new Promise((resolve) => {
      const within = ({ target }) => target.nodeType === 1 && target.closest(results);
      const observer = new MutationObserver((records) => {
        if (records.some(within) && holds()) finish(performance.now());
      });
      const late = timers(() => finish(NaN), PATIENCE);
      function finish(at) {
        observer.disconnect();
        window.clearTimeout(late);
        resolve(at);
      }
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      if (act) act();
    });
  }

  /** Set the box to words as a key press would, and wait for the results. */
  async function press(words) {
    const input = document.querySelector(box);
    let start = NaN;
    const end = await change(isDone, () => {
      input.value = words;
      start = performance.now();
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('keyup', { bubbles: true }));
    });
    return end - start;
  }

  /** Type words key by key, twice; gives for each key the shorter time: what else the
      machine does only adds. */
  async function type(words) {
    const letters = Array.from(words);
    const prefixes = letters.map((_, at) => letters.slice(0, at + 1).join(''))
      .filter((typed) => typed.trim() === typed);
    const keys = prefixes.map(() => NaN);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [at, typed] of prefixes.entries()) {
        const time = await press(typed);
        if (Number.isNaN(keys[at]) || time < keys[at]) keys[at] = time;
        await pause(10); // nobody types faster
      }
      await press('');
    }
    return keys;
  }

  /** What is found, best first. */
  async function ask(words) {
    await press(words);
    return Array.from(new Set(all(hit).map((one) => one.getAttribute(attribute))));
  }

  /** Wait until no timer of the page has run for a while. */
  async function calm() {
    touched = performance.now();
    while (performance.now() - touched < CALM) await pause(50);
  }

  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries()))
    .observe({ type: 'longtask', buffered: true });

  const first = change(() => isDone() && all(hit).length > 0);

  /** The longest that the page was held up after its first answer, in milliseconds. */
  async function stall() {
    const at = await first;
    return Math.max(0, ...tasks.filter((task) => task.startTime >= at).map((task) => task.duration));
  }

  window.bench = { first, press, type, ask, calm, stall };
})();
