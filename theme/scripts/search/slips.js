/* Slips of the pen: the known wordings that are one or two strokes away from a query. */
(function () {
  'use strict';

  const LONG = 6; // characters from which on two slips are forgiven
  const SHORT = 3;
  const LONGEST = 14; // longer queries are sentences

  /** Characters wrong, missing, too many or swapped between two texts; more than `most`
      is not counted out. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let last = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        let least = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
        const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (i > 1 && j > 1 && swapped) least = Math.min(least, last[j - 2] + 1);
        next.push(least);
      }
      if (Math.min(...next) > most) return most + 1;
      [last, row] = [row, next];
    }
    return row[other.length];
  }

  /** One slip leaves the first or the last character as it was. */
  const isBegunAlike = (one, other) => (
    one[0] === other[0] || one[one.length - 1] === other[other.length - 1]);

  /** Documents with a wording that may be meant, nearest first. */
  function nearest({ texts, documents }, whole) {
    if (whole.length < SHORT || whole.length > LONGEST) return [];
    const most = whole.length >= LONG ? 2 : 1;
    const best = new Map();
    for (const text of texts) {
      const differs = Math.abs(text.whole.length - whole.length);
      if (differs > most || !isBegunAlike(text.whole, whole)) continue;
      const far = distance(whole, text.whole, most);
      const score = (2 - 0.35 * far) * text.weight;
      const document = documents[text.document];
      const known = best.get(document);
      if (far <= most && far && !(known && known.score >= score)) {
        best.set(document, { document, coverage: 0.5, close: 1 - 0.15 * far, text, score });
      }
    }
    return Array.from(best.values()).sort((one, other) => other.score - one.score);
  }

  window.qingdan.slips = { distance, nearest };
})();
