/* Numbers that belong to a person: loading/personal.py and folding.py once more, held to
   the same tests/propose_rules.json. */
(function () {
  'use strict';

  const { characters } = window.qingdan;
  const BLANK = ' \\t\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000';
  const MARK = `[${BLANK}·•_/.\\-\\u2010-\\u2015\\u2212\\uff0d]`;
  const GAP = `${MARK}{0,2}`;
  const X = 'Xx\\xd7\\u2715\\u2573\\u0425\\u0445\\u03a7\\u03c7\\u2169\\u2179\\uff38\\uff58';
  const regular = (pattern, flags = '') => new RegExp(pattern, `gu${flags}`);
  const ID_CARD = regular(`(?<![0-9])[1-9](?:${GAP}[0-9]){16}${GAP}[0-9${X}](?![0-9])`);
  const OLD_ID = regular('(?<![0-9A-Za-z.\\-])[1-8][0-9]{14}(?![0-9A-Za-z\\-])');
  const MOBILE = regular(
    `(?<![0-9])(?:(?:\\+|00)?86${GAP}|0)?1[3-9]`
    + `(?:[0-9]${GAP}[0-9]{4}${GAP}[0-9]{4}|[0-9]${GAP}[0-9]{3}${GAP}[0-9]{5}`
    + `|[0-9]{2}-[0-9]{3}-[0-9]{4}|(?:${MARK}{1,2}[0-9]){9})(?![0-9])`
    + `|(?<![0-9])1${MARK}{1,2}[3-9](?:${MARK}{1,2}[0-9]){9}(?![0-9])`,
  );
  const BANK = regular(`(?<![0-9A-Za-z])62(?:${GAP}[0-9]){14,17}(?![0-9A-Za-z])`);
  const MAILBOX = regular('(?<![A-Za-z0-9_.+\\-])[A-Za-z0-9_.+\\-]{1,64}@(?:qq|163|126|sina|sohu|gmail|hotmail'
    + '|outlook|foxmail|139|189|yeah)\\.[A-Za-z0-9_]+', 'i');
  const WECHAT = regular('(?:微信号?|weixin|wechat|QQ号?)[:：\\s]*[A-Za-z0-9_\\-]{5,}', 'i');
  const PLATE = regular('(?<=[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])[A-HJ-NP-Z][·. ]?'
    + '[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])');
  const PASSPORT = regular('护照[^\\n]{0,8}?(?<![0-9A-Za-z])[EGDSPH][A-Z]?\\d{7,8}(?![0-9A-Za-z])');
  const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const WIDE = '\\uff10-\\uff19\\u{1d7ce}-\\u{1d7ff}';
  const ENCLOSED = '\\xb2\\xb3\\xb9\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2460-\\u2468\\u2474-\\u247c'
    + '\\u2488-\\u2490\\u24ea\\u24f5-\\u24fd\\u2776-\\u277e\\u2780-\\u2788\\u278a-\\u2792';
  const DIGITS = regular(`[${WIDE}]|[${ENCLOSED}]{4,}`);
  // Where rows of digits begin, and with which digit.
  const ROWS = [
    [0xb2, 2], [0xb3, 3], [0xb9, 1], [0x2070, 0], [0x2080, 0], [0x2460, 1], [0x2474, 1], [0x2488, 1],
    [0x24ea, 0], [0x24f5, 1], [0x2776, 1], [0x2780, 1], [0x278a, 1], [0xff10, 0], [0x1d7ce, 0],
  ];
  const CURES = {
    'mobile-number': '请改用办公室的固定电话或 12345。',
    'id-card-number': '请立即删去；已经提交过的，请告诉管理员清理历史。',
    'bank-card-number': '请立即删去；已经提交过的，请告诉管理员清理历史。',
    'personal-detail': '若是私人信息请删去，改用单位的联系方式。',
  };

  function digit(character) {
    const point = character.codePointAt(0);
    const [start, first] = ROWS.filter(([begin]) => begin <= point).pop();
    return String((point - start + first) % 10);
  }

  /** A text with plain digits and nothing hidden, and where its characters were. */
  function fold(text) {
    const plain = text.replace(DIGITS, (found) => Array.from(found, digit).join(''));
    const gone = new Set();
    for (const { 0: found, index } of plain.matchAll(characters.ALL_HIDDEN)) {
      const start = Array.from(plain.slice(0, index)).length;
      Array.from(found).forEach((_, at) => gone.add(start + at));
    }
    const all = Array.from(plain);
    const places = all.map((_, at) => at).filter((at) => !gone.has(at));
    return { plain: places.map((at) => all[at]).join(''), places };
  }

  function isDate(text) {
    const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number);
    const made = new Date(Date.UTC(year, month - 1, day));
    return year >= 1900 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day && day > 0;
  }

  function isIdCard(digits) {
    const total = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
    return isDate(digits.slice(6, 14)) && '10X98765432'[total % 11] === digits[17].toUpperCase();
  }

  function isBankCard(digits) {
    const doubled = Array.from(digits).reverse().map((one, at) => Number(one) * (1 + (at % 2)));
    return doubled.reduce((sum, one) => sum + Math.floor(one / 10) + (one % 10), 0) % 10 === 0;
  }

  const KINDS = [
    [ID_CARD, 'id-card-number', '身份证号码', isIdCard, 'error'],
    [BANK, 'bank-card-number', '银行卡号', isBankCard, 'error'],
    [MOBILE, 'mobile-number', '手机号码', () => true, 'error'],
    [OLD_ID, 'personal-detail', '旧身份证号码（15 位）', (digits) => isDate(`19${digits.slice(6, 12)}`), 'reminder'],
    [MAILBOX, 'personal-detail', '私人邮箱', () => true, 'reminder'],
    [WECHAT, 'personal-detail', '微信号或 QQ 号', () => true, 'reminder'],
    [PLATE, 'personal-detail', '车牌号', () => true, 'reminder'],
    [PASSPORT, 'personal-detail', '护照号码', () => true, 'reminder'],
  ];

  function digitsOf(found) {
    const ends = new RegExp(`[${X}]$`, 'u').test(found);
    const digits = found.replace(/[^0-9]/g, '');
    return ends ? `${digits}X` : digits;
  }

  /** Whether a number only goes on: a credit code, an item code, a web address. */
  function isInCode(text, start, end) {
    const [before] = text.slice(Math.max(0, start - 40), start).match(/[0-9A-Za-z]*$/);
    const [after] = text.slice(end).match(/^[0-9A-Za-z]*/);
    return /[0-9]/.test(before + after);
  }

  /** Personal numbers in a text, full-width digits and gaps included; places count characters. */
  function find(text) {
    const { plain, places } = fold(text);
    const found = KINDS.flatMap(([pattern, rule, name, isReal, severity]) => (
      Array.from(plain.matchAll(pattern)).flatMap(({ 0: hit, index }) => {
        if (!isReal(digitsOf(hit)) || isInCode(plain, index, index + hit.length)) return [];
        const start = Array.from(plain.slice(0, index)).length;
        const last = start + Array.from(hit).length - 1;
        return [{ start: places[start], end: places[last] + 1, rule, name, severity }];
      })));
    const sorted = found.sort((one, other) => one.start - other.start || other.end - one.end);
    return sorted.reduce((kept, one) => (
      !kept.length || one.start >= kept[kept.length - 1].end ? [...kept, one] : kept), []);
  }

  const check = (text) => find(text).map(({ rule, name, severity }) => ({
    rule, severity, sentence: `这里像是${name}，个人信息不能公布。`, cure: CURES[rule],
  }));

  /** Hide the middle of every personal number in a text that will be shown. */
  function redact(text) {
    return find(text).reduceRight((shown, { start, end }) => {
      const all = Array.from(shown);
      const keep = end - start > 9 ? 3 : 1;
      const hidden = '*'.repeat(end - start - keep);
      return all.slice(0, start + keep).join('') + hidden + all.slice(end).join('');
    }, text);
  }

  window.qingdan.personal = { check, find, redact };
})();
