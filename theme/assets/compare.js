// Compare any two versions of a list: fold the steps between two days into one, and mark
// old and new wording word by word. The page holds all texts; nothing is fetched.
(function () {
  "use strict";
  const WORDS = /[0-9]+(?:\.[0-9]+)?|[A-Za-z]+|\s+|[^]/gu;
  const SLOW = 4000000;
  const SHORTEST = 2;
  const BEGINS = ["added", "arrived"];
  const ENDS = ["withdrawn", "left"];
  const ORDER = ["added", "arrived", "withdrawn", "left", "revised", "corrected"];

  // The longest run that both texts share, the earliest of equals (as difflib finds it).
  function longest(a, where, [a0, a1, b0, b1]) {
    let best = [a0, b0, 0];
    let lengths = new Map();
    for (let i = a0; i < a1; i += 1) {
      const next = new Map();
      for (const j of where.get(a[i]) || []) {
        if (j >= b1) break;
        if (j >= b0) {
          const length = (lengths.get(j - 1) || 0) + 1;
          next.set(j, length);
          if (length > best[2]) best = [i - length + 1, j - length + 1, length];
        }
      }
      lengths = next;
    }
    return best;
  }

  function matches(a, b) {
    const where = new Map();
    b.forEach((word, j) => {
      if (!where.has(word)) where.set(word, []);
      where.get(word).push(j);
    });
    const found = [];
    const waiting = [[0, a.length, 0, b.length]];
    while (waiting.length) {
      const range = waiting.pop();
      const [i, j, length] = longest(a, where, range);
      if (length) {
        found.push([i, j, length]);
        waiting.push([range[0], i, range[2], j], [i + length, range[1], j + length, range[3]]);
      }
    }
    return found.sort((x, y) => x[0] - y[0]);
  }

  function ends(a, b) {
    const most = Math.min(a.length, b.length);
    let start = 0;
    while (start < most && a[start] === b[start]) start += 1;
    let end = 0;
    while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
    return [[0, 0, start], [a.length - end, b.length - end, end]];
  }

  // Blocks in order: [same, old text, new text].
  function blocks(a, b) {
    const found = a.length * b.length > SLOW ? ends(a, b) : matches(a, b);
    const all = [];
    let [i, j] = [0, 0];
    for (const [at, to, length] of [...found, [a.length, b.length, 0]]) {
      if (at > i || to > j) all.push([false, a.slice(i, at).join(""), b.slice(j, to).join("")]);
      const same = a.slice(at, at + length).join("");
      const last = all[all.length - 1];
      if (same && last && last[0]) { last[1] += same; last[2] += same; }
      else if (same) all.push([true, same, same]);
      [i, j] = [at + length, to + length];
    }
    return all;
  }

  function add(runs, text, changed) {
    const last = runs[runs.length - 1];
    if (!text) return;
    if (last && last[1] === changed) last[0] += text;
    else runs.push([text, changed]);
  }

  function wordRuns(before, after) {
    const [olds, news] = [[], []];
    const all = blocks(before.match(WORDS) || [], after.match(WORDS) || []);
    all.forEach(([same, a, b], index) => {
      const inside = index > 0 && index < all.length - 1;
      const changed = !same || (inside && [...a].length < SHORTEST);
      add(olds, a, changed);
      add(news, b, changed);
    });
    return [olds, news];
  }

  function joinFields(first, then) {
    const joined = new Map(first.map(([label, was, now]) => [label, [was, now]]));
    for (const [label, was, now] of then) {
      joined.set(label, [joined.has(label) ? joined.get(label)[0] : was, now]);
    }
    return [...joined].map(([label, [was, now]]) => [label, was, now])
      .filter(([, was, now]) => was !== now);
  }

  function merge(net, row) {
    const before = net.get(row.item);
    net.delete(row.item);
    if (!before) { net.set(row.item, row); return; }
    const fields = joinFields(before.fields, row.fields);
    const was = !BEGINS.includes(before.kind);
    const is = !ENDS.includes(row.kind);
    if ((!was && !is) || (was && is && !fields.length)) return;
    let kind = row.kind;
    if (was && is) kind = "revised";
    else if (is) kind = before.kind;
    net.set(row.item, { ...row, kind, fields });
  }

  function fold(steps, from, to) {
    const net = new Map();
    for (const [day, rows] of steps) {
      if (day > from && day <= to) {
        rows.forEach(([item, kind, title, address, fields]) => {
          merge(net, { item, kind, title, address, fields });
        });
      }
    }
    return [...net.values()];
  }

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  function marked(runs, tag, nothing) {
    const span = make("span", "");
    runs.forEach(([text, changed]) => { span.append(changed ? make(tag, "", text) : text); });
    if (!runs.length) span.append(nothing);
    return span;
  }

  function showField([label, was, now], words) {
    const [olds, news] = wordRuns(was, now);
    return make("div", was && now ? "" : "diff__one",
      make("dt", "", label),
      make("dd", "diff__old", make("b", "", words.was), " ", marked(olds, "del", words.nothingWas)),
      make("dd", "diff__new", make("b", "", words.now), " ", marked(news, "ins", words.nothingNow)));
  }

  function kindWord(kind, words) {
    return words[`kind${kind[0].toUpperCase()}${kind.slice(1)}`];
  }

  function showRow(row, words) {
    const name = make(row.address ? "a" : "b", "", row.title);
    if (row.address) name.setAttribute("href", words.base + row.address);
    const item = make("li", "", make("span", `kind kind--${row.kind}`, kindWord(row.kind, words)), " ", name);
    item.dataset.item = row.item;
    item.dataset.kind = row.kind;
    const told = !BEGINS.includes(row.kind) && !ENDS.includes(row.kind);
    if (told && row.fields.length) {
      item.append(make("dl", "diff", ...row.fields.map((field) => showField(field, words))));
    }
    return item;
  }

  function summary(rows, words) {
    return ORDER.map((kind) => [kind, rows.filter((row) => row.kind === kind).length])
      .filter(([, count]) => count)
      .map(([kind, count]) => words.count.replace("{kind}", kindWord(kind, words)).replace("{count}", count))
      .join(words.joint);
  }

  function inWords(select, day) {
    const option = [...select.options].find((one) => one.value === day);
    return option ? option.textContent : day;
  }

  // A shared address may name any day: the version in force on it is meant.
  function versionOn(select, day) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return "";
    const days = [...select.options].map((option) => option.value).filter((one) => one <= day);
    return days.sort().pop() || "";
  }

  function show(form, output, steps, from, to) {
    const words = output.dataset;
    const { from: first, to: last } = form.elements;
    output.replaceChildren();
    const days = [versionOn(first, from), versionOn(last, to)].sort();
    if (!days[0]) { output.append(make("p", "missing", words.unknownDay)); return; }
    if (days[0] === days[1]) { output.append(make("p", "missing", words.sameDay)); return; }
    [first.value, last.value] = days;
    const rows = fold(steps, ...days);
    output.append(make("h3", "", words.title));
    const said = rows.length
      ? words.between.replace("{from}", inWords(first, days[0])).replace("{to}", inWords(first, days[1]))
        .replace("{summary}", summary(rows, words))
      : words.noChange;
    output.append(make("p", "", said));
    if (!rows.length) return;
    rows.sort((x, y) => ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind));
    output.append(make("ul", "changed", ...rows.map((row) => showRow(row, words))));
  }

  const form = document.getElementById("choose");
  const output = document.getElementById("chosen");
  const steps = JSON.parse(document.getElementById("steps").textContent);

  function fromAddress() {
    const query = new URLSearchParams(window.location.search);
    if (query.has("from") && query.has("to")) {
      show(form, output, steps, query.get("from"), query.get("to"));
    } else {
      output.replaceChildren();
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [from, to] = [form.elements.from.value, form.elements.to.value];
    try {
      window.history.pushState(null, "", `?${new URLSearchParams({ from, to })}`);
    } catch (error) {
      // Some browsers keep no such history for files; the result is shown all the same.
    }
    show(form, output, steps, from, to);
  });
  window.addEventListener("popstate", fromAddress);
  fromAddress();
})();
