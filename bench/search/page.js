/* A bare search page: it shows the first results of an engine as soon as they are there,
   after every key, without a rest. `answer(words)` gives [{id, title, plain}]. */
(function () {
  'use strict';

  const SHOWN = 20;
  const [input, results] = ['q', 'results'].map((id) => document.getElementById(id));
  let turn = 0;

  function row({ id, title, plain }) {
    const [item, link, text] = ['li', 'a', 'p'].map((name) => document.createElement(name));
    item.dataset.matter = id;
    link.href = `matters/${id}.html`;
    link.textContent = title;
    text.textContent = plain;
    item.append(link, text);
    return item;
  }

  /** Answer what is asked in the address, and from now on what is typed. */
  window.searchPage = function start(answer) {
    async function show() {
      const words = input.value.trim();
      const mine = (turn += 1);
      results.dataset.state = 'loading';
      const found = words ? await answer(words, SHOWN) : [];
      if (mine !== turn) return;
      results.replaceChildren(...found.slice(0, SHOWN).map(row));
      results.dataset.state = words ? 'ready' : 'empty';
    }
    input.addEventListener('input', show);
    input.value = new URLSearchParams(window.location.search).get('q') || '';
    return show();
  };

  /** Text as the engines with pairs of characters compare it; search_rivals.py has the same. */
  window.pairs = function pairs(text) {
    const runs = text.normalize('NFKC').toLowerCase()
      .match(/[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{N}])+/gu) || [];
    return runs.flatMap((run) => {
      const parts = /[\u3400-\u9fff]/.test(run) ? Array.from(run) : [run];
      return parts.length === 1 ? parts : parts.slice(1).map((part, at) => parts[at] + part);
    });
  };
})();
