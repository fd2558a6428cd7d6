/* Streets and their answers: loads a street's script when it is needed, and answers a
   query with the street that was chosen or that the query names. Scripts, not fetches,
   so that it also works from a file. */
(function () {
  'use strict';

  const { index, documents, search, learn, device } = window.qingdan;
  const streets = (window.qingdan.streets = window.qingdan.streets || {});
  const loading = new Map();

  /** Sort a street's answers by matter, those in force first. */
  function prepare(id, name) {
    const street = streets[id];
    if (!street) return undefined;
    const byMatter = new Map(street.rows.map((row) => [row[0], []]));
    for (const row of street.rows) byMatter.get(row[0]).push(row);
    byMatter.forEach((rows) => rows.sort((a, b) => Boolean(a[4]) - Boolean(b[4])));
    return { ...street, id, name, byMatter, mine: new Set(byMatter.keys()) };
  }

  function request(id, name) {
    return new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = `${device.base}search/streets/${id}.js`;
      script.addEventListener('load', () => resolve(prepare(id, name)));
      script.addEventListener('error', () => {
        loading.delete(id); // the next search tries again
        resolve(undefined);
      });
      document.head.append(script);
    });
  }

  /** The street of an id with its answers; undefined for none. Only streets of the index
      are loaded, whatever an address asks for. */
  function load(id) {
    const known = index.streets.find(([one]) => one === id);
    if (!known) return Promise.resolve(undefined);
    if (!loading.has(id)) loading.set(id, request(...known));
    return loading.get(id);
  }

  const ask = (words, street) => search(words, street ? { mine: street.mine, own: street } : {});

  /** Answer a query for my street, or, unless `stay`, for the street that it names. Gives
      {found, street, named}: `named` is the named street's name where it is not mine. */
  async function lookUp(words, id, stay) {
    const coming = load(id);
    documents.openMatters(); // meanwhile
    const mine = await coming;
    const found = ask(words, mine);
    const [other, name] = index.streets[found.street] || [];
    if (stay || !other || other === id) return { found, street: mine, named: '' };
    const street = await load(other);
    return { found: street ? ask(words, street) : found, street, named: name };
  }

  const NO_MORE = { say: [], terms: [], places: [] };
  let learning = false;

  /** Fetch what else people say, once, behind the first answer; then call `done`. */
  function learnMore(done) {
    if (learning) return;
    learning = true;
    const script = document.createElement('script');
    script.src = `${device.base}search/more.js`;
    const take = () => learn(window.qingdan.more || NO_MORE, () => {
      answering.learnt = true;
      done();
    });
    script.addEventListener('load', take);
    script.addEventListener('error', take);
    document.head.append(script);
  }

  /** My street's answers to a matter, and the address that tells about it. */
  function answersOf({ row }, street) {
    const mine = (street && street.byMatter.get(row[0])) || [];
    if (!mine.length) return { mine, address: row[11] || `matters/${row[0]}.html` };
    const below = mine[0][1];
    const isWhole = below.endsWith('.html');
    return { mine, address: isWhole ? below : `offices/${street.id}/${below}.html` };
  }

  /** The answers to a matter as [label, tone]: my street's, or what is usual. */
  function verdicts({ row, table }, street) {
    const { mine } = answersOf({ row }, street);
    return mine.length ? mine.map((one) => street.answers[one[3]]) : [table.answers[row[5]]];
  }

  const WHERE = ['office', 'community', 'unit'];
  const TEXTS = ['basis', 'page'];
  const SAME = 1; // likeness from which on a text is what was asked for

  /** The sorts of places that fit a query better than the matters do. Texts, which share
      words with much, have to be asked for by name. */
  function leading({ matters, near, places }) {
    const ofMatters = near || !matters.length ? 0 : matters[0].close;
    const bestOf = (sorts) => places.find(({ document: { row } }) => sorts.includes(row[0]));
    return [[WHERE, 0], [TEXTS, ofMatters && SAME]].flatMap(([sorts, least]) => {
      const best = bestOf(sorts);
      return best && best.close > Math.max(least, ofMatters) ? sorts : [];
    });
  }

  const answering = (window.qingdan.answering = {
    load, lookUp, learnMore, answersOf, verdicts, leading, sorts: WHERE.concat(TEXTS), learnt: false,
  });
})();
