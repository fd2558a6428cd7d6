/* What a single value must look like: loading/shapes.py and its neighbours once more, the
   same rules and sentences; tests/propose_rules.json holds both to it. */
(function () {
  'use strict';

  const { characters, choices, personal, urls } = window.qingdan;
  const LONGEST = { line: 500, text: 20000, name: 12, id: 80 };
  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const DATE_LIKE = /^[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?$/;
  const PORTS = ['com', 'lpt'].flatMap((port) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => port + number));
  const RESERVED = new Set([
    'index', 'changes', 'compare', 'feed', 'print', 'booklet', 'poster', 'cards', 'standard', 'all',
    'history', 'con', 'prn', 'aux', 'nul', ...PORTS,
  ]);
  const PLACEHOLDER = new RegExp(
    '^(?:待定|待补充?|待完善|待确认|待填写?|请填写|暂缺|未定|某某|TBD|TODO|x{3,}|×{2,}|\\?{2,}|？{2,}'
    + '|[/\\\\—－–…]+|\\.{3,}|-{2,}|详见附件|见附件|略|同上|(?:测试|test)(?:事项|数据|条目|内容)?[0-9]*)$',
    'i',
  );
  const LANDLINES = /0\d{2,3}[- ]{0,2}\d{3,4}[ -]?\d{4}(?:(?:转|-|,|，| ?转 ?| ?分机 ?)\d{1,6})?/g;
  const LANDLINE = new RegExp(`^(?:${LANDLINES.source})$`);
  const SHORT = /^(?:1\d{2}|1[12]\d{3}|9[56]\d{3,4}|12\d{4}|[48]00[- ]?\d{3,4}[- ]?\d{3,4})$/;
  const LOCAL = /^[2-9]\d{2,3}[ -]?\d{4}(?:(?:转|-)\d{1,6})?$/;

  const error = (rule, sentence, cure) => [{ rule, sentence, cure, severity: 'error' }];
  const reminder = (rule, sentence, cure) => [{ rule, sentence, cure, severity: 'reminder' }];
  const sizeOf = (text) => Array.from(text).length;
  const pad = (number, width) => String(number).padStart(width, '0');

  /** Shorten a text to be quoted; half a personal number is one too. */
  function cut(text, longest) {
    const shown = Array.from(personal.redact(text));
    return shown.length <= longest ? shown.join('') : `${shown.slice(0, longest).join('')}…`;
  }

  function anyText(field, typed, longest) {
    const text = typed.replace(/^\n+|\n+$/g, '');
    if (sizeOf(text) > longest) {
      return error('too-long', `“${field.label}”太长：${sizeOf(text)} 字，最多 ${longest} 字。`,
        '请分段放进合适的字段，或检查引号是否少了一个。');
    }
    if (!PLACEHOLDER.test(text.trim())) return [];
    return reminder('placeholder', `“${cut(text, 20)}”是占位文字，不是内容。`,
      '请填上，或删去这一行（页面会写“尚未公布”）。');
  }

  function line(field, typed) {
    const problems = anyText(field, typed, LONGEST.line);
    if (problems.some(({ severity }) => severity === 'error')) return problems;
    if (!typed.replace(/^\n+|\n+$/g, '').includes('\n')) return problems;
    return [...problems, ...error('multi-line-value', `“${field.label}”只能写一行，这里有换行。`, '请合成一行。')];
  }

  function idFault(text) {
    if (sizeOf(text) > LONGEST.id) return `太长：${sizeOf(text)} 个字符，最多 ${LONGEST.id} 个`;
    if (!ID.test(text)) return '不能用：只能用小写字母、数字和单个短横线';
    if (DATE_LIKE.test(text)) return '不能用：不能是日期，日期是各版本的网址';
    if (!/[a-z]/.test(text)) return '不能用：至少要有一个字母，例如 a001';
    return RESERVED.has(text) ? '不能用：是保留的名字' : '';
  }

  function suggestId(text) {
    const plain = text.normalize('NFKC').toLowerCase().trim();
    const slug = /^[\x00-\x7f]*$/.test(plain) ? plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') : '';
    if (ID.test(slug) && /[a-z]/.test(slug) && !RESERVED.has(slug)) {
      return `可以改为“${slug}”；编号公布后不要再改。`;
    }
    return '请起一个拼音或英文的短名，例如 dibao-application。';
  }

  /** What a spreadsheet counts from the end of 1899, as a day. */
  function dayOfSerial(text) {
    if (!/^(?:[34]\d{4}|5[0-4]\d{3})$/.test(text)) return '';
    return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86400000).toISOString().slice(0, 10);
  }

  function id(field, text) {
    const fault = idFault(text);
    if (!fault) return [];
    return error('bad-id', `编号（id）“${cut(text, 40)}”${fault}。`,
      sizeOf(text) > LONGEST.id ? `请缩短到 ${LONGEST.id} 个字符以内。` : suggestId(text));
  }

  function isDay(text) {
    const [year, month, day] = text.split('-').map(Number);
    const made = new Date(0);
    made.setUTCFullYear(year, month - 1, day);
    return year > 0 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  }

  function date(field, typed) {
    const text = typed.trim();
    if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) {
      return isDay(text) ? [] : error('bad-date', `没有“${text}”这一天。`, '请核对年月日。');
    }
    const plain = text.replace(/[\uff10-\uff19]/g, (wide) => wide.normalize('NFKC'));
    const match = plain.match(/^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/);
    const parts = match && match.slice(1).map(Number);
    const serial = dayOfSerial(text);
    const written = parts ? `请写成 ${pad(parts[0], 4)}-${pad(parts[1], 2)}-${pad(parts[2], 2)}。`
      : '请写成 年-月-日，例如 2026-01-01。';
    const cure = serial ? `这像是表格软件里日期的序号，请写成 ${serial}。` : written;
    return error('bad-date', `${field.label}“${cut(text, 30)}”不是日期格式。`, cure);
  }

  function count(field, typed) {
    const text = typed.trim();
    if (/^[0-9]{1,6}$/.test(text)) return [];
    return error('wrong-shape', `“${field.label}”应为整数，现在是“${cut(text, 20)}”。`, '请只写数字，例如 130。');
  }

  function person(field, typed) {
    const problems = line(field, typed);
    const name = typed.replace(/^\n+|\n+$/g, '');
    if (problems.some(({ severity }) => severity === 'error') || sizeOf(name) <= LONGEST.name) return problems;
    return [...problems, ...reminder('long-name', `姓名有 ${sizeOf(name)} 个字，太长了。`, '一处只写一个人的姓名。')];
  }

  /** How to write a phone; the one number that was meant is named. */
  function phoneCure(text) {
    const found = text.replace(/^\+86 ?/, '').match(LANDLINES) || [];
    const digits = (one) => one.replace(/[^0-9]/g, '').length;
    if (found.length > 1) return '这里像是有几个号码：一处只写一个，请分成几个电话。';
    if (found.length && digits(text) === digits(found[0])) {
      return `请只写号码，例如“${found[0]}”；说明写在备注里。`;
    }
    return '请写 区号-号码，例如 000-8800 1234；分机写“转801”；一处只写一个号码。';
  }

  function phone(field, input) {
    const typed = input.trim();
    let text = typed.normalize('NFKC').replace(/[—–]/g, '-');
    const how = text !== typed ? '里有全角字符' : '不是统一的写法';
    text = text.replace(/^\((0\d{2,3})\)\s*/, '$1-').replace(/\s*\(((?:转|分机) ?\d{1,6})\)$/, '$1');
    if (LANDLINE.test(text) || SHORT.test(text)) {
      if (text === typed) return [];
      return reminder('bad-phone', `电话“${cut(typed, 30)}”${how}。`, `已按“${text}”显示，请照此改写。`);
    }
    if (LOCAL.test(text)) {
      return reminder('bad-phone', `电话“${text}”没有区号，外地打不通。`, '请在前面加区号，例如 000-8800 1234。');
    }
    if (personal.find(typed).length) return []; // reported as such
    return error('bad-phone', `${field.label}“${cut(typed, 30)}”不是固定电话号码的写法。`, phoneCure(text));
  }

  const text = (field, typed) => anyText(field, typed, LONGEST.text);
  const choice = (field, typed) => choices.check(field, typed, cut);
  const url = (field, typed) => urls.check(field, typed.trim(), cut);
  const READ = {
    line, text, id, date, count, choice, person, phone, url, words: line, ids: id, choices: choice,
    unit: line, post: line, list: line,
  };

  /** All that is wrong with one value of a field, as it was typed; nothing is, where it is empty. */
  function check(field, typed) {
    if (!typed.trim()) return [];
    const read = READ[field.or_text ? 'text' : field.shape];
    return [...characters.check(typed), ...personal.check(typed),
      ...(read ? read(field, characters.withoutHidden(typed)) : [])];
  }

  window.qingdan.rules = { check, isDay };
})();
