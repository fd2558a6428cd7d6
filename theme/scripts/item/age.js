/* Says of a phone that nobody has verified it for long: the months come from the site,
   the day from the device, so that a page need not be built anew every month. */
(function () {
  'use strict';

  const { words, recheck, today, worded } = window.qingdan.item;
  const DAY = 86400000;
  const YEARS = 24; // months from which years are counted

  /** Full months from a date until today in China. */
  function monthsSince(date, now) {
    const [year, month, day] = new Date(today(now).day * DAY).toISOString().slice(0, 10).split('-');
    const [y, m, d] = date.split('-');
    return (year - y) * 12 + (month - m) - (Number(day) < Number(d) ? 1 : 0);
  }

  function inWords(months) {
    if (months < YEARS) return worded('old_months', { count: months });
    return worded('old_years', { count: Math.floor(months / 12) });
  }

  document.querySelectorAll('[data-verified]').forEach((element) => {
    const months = monthsSince(element.dataset.verified, Date.now());
    if (months < recheck) return;
    const mark = document.createElement('span');
    mark.className = 'old';
    mark.textContent = words.aside.replace('{text}', inWords(months));
    element.append(mark);
  });
})();
