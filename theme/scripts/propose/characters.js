/* Characters that hide, garble or pretend: loading/characters.py once more, and held to the
   same tests/propose_rules.json. Text that was read in the wrong encoding and makes sense
   in another needs a table of GBK: only `qingdan check` finds it. */
(function () {
  'use strict';

  window.qingdan = window.qingdan || {};
  const HIDDEN = '[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160'
    + '\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff'
    + '\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff\\ufdd0-\\ufdef\\u{1fffe}\\u{1ffff}'
    + '\\u{e0000}-\\u{e007f}]|[\\u0300-\\u036f\\u1ab0-\\u1aff\\u20d0-\\u20ff]{3,}';
  const PRIVATE = '[\\ue000-\\uf8ff\\u{f0000}-\\u{10ffff}]';
  const LOOKALIKE = '[\\u2e80-\\u2fdf\\uf900-\\ufaff\\u{2f800}-\\u{2fa1f}]'
    + '|[\\uff61-\\uffdc]|[\\u0370-\\u03ff\\u0400-\\u04ff]';
  const GARBLED = '\\ufffd|锟斤拷|烫烫烫|屯屯屯|(?:[\\u00c2-\\u00ef][\\u00a0-\\u00bf]){2}'
    + '|[\\u00e3-\\u00e9][\\u0080-\\u00ff\\u2013-\\u2122]{2}';
  const SUSPECT = new RegExp([HIDDEN, PRIVATE, LOOKALIKE, GARBLED].map((one) => `(?:${one})`).join('|'), 'gu');
  const starts = (pattern) => new RegExp(`^(?:${pattern})`, 'u');
  const [IS_HIDDEN, IS_PRIVATE, IS_GARBLED] = [HIDDEN, PRIVATE, GARBLED].map(starts);
  const ALL_HIDDEN = new RegExp(HIDDEN, 'gu');

  const error = (rule, sentence, cure) => ({ rule, sentence, cure, severity: 'error' });
  const reminder = (rule, sentence, cure) => ({ rule, sentence, cure, severity: 'reminder' });

  function lookalike(character, code) {
    const usual = character.normalize('NFKC');
    if (usual === character) {
      return reminder('compatibility-character', `“${character}”（${code}）像英文字母，其实是别的文字。`,
        '若是英文字母，请切换输入法重新输入。');
    }
    return reminder('compatibility-character', `“${character}”（${code}）不是通行的写法，搜索找不到它。`,
      `请改为“${usual}”。`);
  }

  function describe(found) {
    const [character] = found;
    const point = character.codePointAt(0);
    const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
    if (IS_HIDDEN.test(found)) {
      return error('hidden-character', `这里有看不见的特殊字符（${code}）。`,
        '请删去这几个字，重新输入；从网页、聊天软件复制的文字常夹带它。');
    }
    if (IS_PRIVATE.test(found)) {
      return error('hidden-character', `这个字（${code}）是本机字库的私有字，别处显示不出。`,
        '请换成国家标准字符，或用同音字并加括号说明。');
    }
    if (IS_GARBLED.test(found)) {
      return error('garbled-text', `这段文字是乱码（“${Array.from(found).slice(0, 6).join('')}”），编码曾经转错。`,
        '请从原件重新复制这一段。');
    }
    if (point >= 0x2e80 && point <= 0x2fdf) {
      const usual = character.normalize('NFKC');
      return error('compatibility-character', `“${character}”（${code}）是部首字符，不是汉字，搜索找不到它。`,
        `请用输入法重新输入这个字（像“${usual}”的那个字）。`);
    }
    return lookalike(character, code);
  }

  /** What is wrong with the characters of a text; once a line and rule. */
  function check(text) {
    const seen = new Set();
    return Array.from(text.matchAll(SUSPECT)).flatMap((match) => {
      const problem = describe(match[0]);
      const line = text.slice(0, match.index).split('\n').length;
      if (seen.has(`${line} ${problem.rule}`)) return [];
      seen.add(`${line} ${problem.rule}`);
      return [problem];
    });
  }

  const withoutHidden = (text) => text.replace(ALL_HIDDEN, '');

  window.qingdan.characters = { check, withoutHidden, ALL_HIDDEN };
})();
