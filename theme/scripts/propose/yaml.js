/* The text of a list file, in the one form in which the project writes it: the same bytes
   as authoring/yaml_text.py, both held to tests/yaml_text.json. */
(function () {
  'use strict';

  window.qingdan = window.qingdan || {};
  const SCHEMA = '# yaml-language-server: $schema=../../../schema/list.schema.json';
  const [SHORT, INLINE] = [20, 60]; // characters of a word, and of a list, on one line
  const LEADING = '-?:,[]{}#&*!|>\'"%@`=';
  const NO_TEXT = new RegExp(
    '^(?:~|null|true|false|yes|no|on|off|y|n|<<'
    + '|[-+]?\\.(?:inf|nan)'
    + '|0b[01_]+|0o[0-7]+|[-+]?0x[0-9a-f_]+'
    + '|[-+]?[0-9][0-9_]*(?::[0-9]+)+(?:\\.[0-9_]*)?'
    + '|[-+]?(?:\\.[0-9_]+|[0-9][0-9_]*(?:\\.[0-9_]*)?)(?:e[-+]?[0-9]+)?'
    + '|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ][0-9:.+ z-]*)?)$',
    'i',
  );
  const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
  const ODD_IN_BRACKETS = /[,，、;；:：?[\]{}#&*!|>'"%@`=\\\n]/;
  const UNPRINTED = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
  const KEY = /^[a-z][a-z0-9_-]*$/;

  const sizeOf = (text) => Array.from(text).length;
  const has = (pattern, text) => text.search(pattern) >= 0;
  const isMapping = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
  const indented = (width, line) => ' '.repeat(width) + line;

  function isPlain(text) {
    if (!text || text !== text.trim() || LEADING.includes(text[0]) || text.endsWith(':')) return false;
    if (has(UNPRINTED, text) || ['\n', ': ', ' #'].some((mark) => text.includes(mark))) return false;
    return DAY.test(text) || !NO_TEXT.test(text);
  }

  const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const quoted = (text) => JSON.stringify(text).replace(UNPRINTED, escaped);

  /** One text on one line, in quotes only where it would be misread without. */
  const scalar = (text) => (isPlain(text) ? text : quoted(text));
  const keyText = (key) => (KEY.test(key) ? key : quoted(key));

  function onOneLine(value) {
    if (value === null) return 'null';
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return scalar(value);
    return isMapping(value) ? '{}' : `[${value.map(onOneLine).join(', ')}]`;
  }

  /** Whether a list is short, and of short words. */
  const isBeside = (list) => (
    list.every((word) => typeof word === 'string' && word && sizeOf(word) <= SHORT)
    && !list.some((word) => has(ODD_IN_BRACKETS, word))
    && sizeOf(list.join(', ')) <= INLINE);

  function isNested(value) {
    if (isMapping(value)) return Object.keys(value).length > 0;
    return Array.isArray(value) && value.length > 0 && !isBeside(value);
  }

  /** Whether a literal block holds the lines of a text as they are. */
  const isBlock = (text) => (
    text.includes('\n') && !has(UNPRINTED, text)
    && !/^\n|\n$/.test(text) && !text.startsWith(' '));

  function valueLines(value, indent) {
    if (typeof value !== 'string' || !isBlock(value)) return [onOneLine(value)];
    return ['|', ...value.split('\n').map((row) => (row ? indented(indent, row) : ''))];
  }

  /** Put the dash of a list entry before its first line. */
  const dashed = (lines, indent) => lines.map((line, index) => (
    index ? line : indented(indent - 2, `- ${line.slice(indent)}`)));

  function nested(value, indent) {
    if (isMapping(value)) return pairs(value, indent);
    return value.flatMap((entry) => (
      isMapping(entry) && Object.keys(entry).length
        ? dashed(pairs(entry, indent + 2), indent + 2)
        : [indented(indent, `- ${onOneLine(entry)}`)]));
  }

  /** A mapping, one key a line. */
  function pairs(values, indent) {
    return Object.entries(values).flatMap(([key, value]) => {
      const start = indented(indent, `${keyText(key)}:`);
      if (isNested(value)) return [start, ...nested(value, indent + 2)];
      const [first, ...rest] = valueLines(value, indent + 2);
      return [`${start} ${first}`, ...rest];
    });
  }

  /** A whole list file: header, then `items` or `changes` (`body`). */
  function versionText(header, body, entries, comments = []) {
    const lines = [SCHEMA, ...comments.map((one) => `# ${one}`), ...pairs(header, 0), '', `${body}:`];
    entries.forEach((entry, index) => {
      if (index) lines.push('');
      lines.push(...dashed(pairs(entry, 4), 4));
    });
    return `${lines.join('\n')}\n`;
  }

  window.qingdan.yaml = { versionText, scalar };
})();
