/* Is the office open now? Says it beside the hours, from the office's own hours and the
   holidays of the site, by China's clock whatever the device's. What is not clear from
   them is not said: the hours in words stay as they are. */
(function () {
  'use strict';

  const { words, holidays, workdays } = window.qingdan.item;
  const DAY = 86400000;
  const AHEAD = 8 * 3600000; // China has one time zone and no summer time
  const FARTHEST = 20; // days within which offices open again
  const NOON = [11 * 60, 13 * 60 + 30]; // a break that begins between these is lunch
  const MIDNIGHT = 24 * 60;

  const worded = (word, values) => words[word].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const weekday = (day) => ((day + 3) % 7) + 1; // day 0 was a Thursday
  const clock = (minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  const holidayOn = (date) => holidays.find(([, first, last]) => first <= date && date <= last);

  /** Today in China, as days since 1970 and minutes since midnight. */
  function today(now) {
    const china = now + AHEAD;
    return { day: Math.floor(china / DAY), minute: Math.floor((china % DAY) / 60000) };
  }

  /** Rows `days/ranges/whose`, as generator/resolution/open_days.py writes them. */
  const read = (code) => code.split(';').map((row) => {
    const [days, ranges, whose] = row.split('/');
    return { days, whose, spans: ranges.split(',').map((range) => range.split('-').map(Number)) };
  });

  function holds({ days }, day) {
    const date = iso(day);
    if (days === '*') return true;
    if (holidayOn(date)) return days.includes('h');
    return days.includes(workdays.includes(date) ? '12345' : String(weekday(day)));
  }

  /** When rows say that somebody is there on a day: spans that touch are one. */
  function spansOn(rows, day) {
    const spans = rows.filter((row) => holds(row, day)).flatMap((row) => row.spans);
    const merged = [];
    spans.sort((a, b) => a[0] - b[0]).forEach(([from, to]) => {
      const last = merged[merged.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else merged.push([from, to]);
    });
    return merged;
  }

  const within = (spans, minute) => spans.find(([from, to]) => from <= minute && minute < to);

  /** Whether the rows leave open what holds on a special day: some, but not which. */
  function isUnclear(rows, day) {
    const date = iso(day);
    if (holidayOn(date)) return rows.some(({ days }) => days === '1234567');
    return workdays.includes(date) && !rows.some((row) => holds(row, day));
  }

  function whenNext(rows, day) {
    for (let next = day + 1; next <= day + FARTHEST; next += 1) {
      const [first] = isUnclear(rows, next) ? [] : spansOn(rows, next);
      if (first) return { when: named(next, day), time: clock(first[0]), date: iso(next) };
    }
    return null;
  }

  function named(day, from) {
    if (day === from + 1) return words.tomorrow;
    if (day < from + 7) return words.weekdays.split(' ')[weekday(day) - 1];
    const date = new Date(day * DAY);
    return worded('date', { month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  }

  function whileOpen(spans, [from, to], tomorrow) {
    if (to === MIDNIGHT && tomorrow.some(([first]) => first === 0)) {
      return from === 0 ? words.always : words.overnight;
    }
    const isBreak = spans.some(([next]) => next >= to);
    const noon = to >= NOON[0] && to <= NOON[1] ? 'open_until_noon' : 'open_until_break';
    return worded(isBreak ? noon : 'open', { time: clock(to) });
  }

  function whileClosed(rows, spans, { day, minute }) {
    const next = spans.find(([from]) => from > minute);
    if (next) {
      const before = spans.filter(([, to]) => to <= minute).pop();
      const noon = before && before[1] >= NOON[0] && before[1] <= NOON[1] ? 'noon' : 'break';
      return { text: worded(before ? noon : 'before', { time: clock(next[0]) }), date: '' };
    }
    const then = whenNext(rows, day);
    const holiday = holidayOn(iso(day));
    const why = (spans.length && 'closed') || (holiday && 'holiday') || 'off';
    const told = { holiday: holiday && holiday[0], ...then };
    return { text: worded(then ? why : `${why}_only`, told), date: then ? then.date : '' };
  }

  /** The units that are open while the office is not. */
  function others(rows, { day, minute }) {
    const names = Array.from(new Set(rows.map(({ whose }) => whose))).filter(Boolean);
    return names.flatMap((unit) => {
      const own = rows.filter(({ whose }) => !whose || whose === unit);
      const now = within(spansOn(own, day), minute);
      return now ? [worded('unit', { unit, time: clock(now[1]) })] : [];
    });
  }

  const isKnownYear = (date) => holidays.some(([, first]) => first.slice(0, 4) === date.slice(0, 4));

  /** What to say of hours at a time, in short without other units; null if not clear. */
  function tell(code, time, inShort) {
    const rows = read(code);
    const now = today(time);
    const mine = rows.filter(({ whose }) => !whose);
    if (isUnclear(mine, now.day)) return null;
    const spans = spansOn(mine, now.day);
    const open = within(spans, now.minute);
    const unsure = (date) => (isKnownYear(date || iso(now.day)) ? '' : words.unsure);
    if (open) {
      const text = whileOpen(spans, open, spansOn(mine, now.day + 1));
      return { state: 'open', text: text + unsure() };
    }
    const also = inShort ? [] : others(rows.filter(({ whose }) => whose !== '?'), now);
    const maybe = rows.filter(({ whose }) => whose === '?');
    if (within(spansOn(maybe, now.day), now.minute)) {
      return also.length ? { state: 'open', text: also.join(words.and) + unsure() } : null;
    }
    const { text, date } = whileClosed(mine, spans, now);
    const told = text + (unsure() || unsure(date));
    return { state: 'closed', text: [told, ...also].join(words.and) };
  }

  function show() {
    document.querySelectorAll('[data-open]').forEach((element) => {
      const told = tell(element.dataset.open, Date.now(), element.closest('table'));
      const text = told ? told.text : '';
      if (element.textContent !== text) element.textContent = text;
      element.dataset.state = told ? told.state : '';
      element.hidden = !told;
    });
  }

  Object.assign(window.qingdan.item, { tell, show, today, worded });
  show();
  window.setInterval(show, 20000);
  document.addEventListener('visibilitychange', show);
})();
