/* Values of an item's fields: as the files say, tidied as the form writes them, and in words. */
(function () {
  'use strict';

  window.qingdan = window.qingdan || {};
  const isMapping = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
  const same = (one, other) => JSON.stringify(one === undefined ? null : one) === JSON.stringify(other === undefined ? null : other);

  /** Lay an office's own part over what its standard list says; null takes a field away. */
  function merge(standard, own) {
    const merged = { ...standard, ...own };
    return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  }

  /** The items of a list in their order; `lists` holds the scripts that have come. */
  function itemsOf(list, lists) {
    const standard = list.apart && list.standard ? lists[list.standard] : null;
    const below = standard ? itemsOf(standard, lists) : {};
    return Object.fromEntries(Object.entries(list.items).map(([id, own]) => [id, merge(below[id] || {}, own)]));
  }

  const line = (text) => text.replace(/\s+$/, '').replace(/^\n+/, '').trim();

  function tidyText(field, text) {
    const clean = text.replace(/\r\n?/g, '\n').normalize('NFC');
    const rows = clean.split('\n').map((row) => row.replace(/[ \t]+$/, ''));
    return field.shape === 'text' || field.or_text ? rows.join('\n').replace(/^\n+|\n+$/g, '').trim() : line(clean);
  }

  /** A value as it goes into a file; null where nothing is left of it. */
  function tidy(field, value) {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string') return tidyText(field, value) || null;
    if (Array.isArray(value)) {
      const kept = value.map((entry) => tidy({ ...field, or_text: false, shape: isMapping(entry) ? 'record' : 'line' }, entry));
      const left = kept.filter((entry) => entry !== null);
      return left.length ? left : null;
    }
    const parts = (field.parts || []).map((part) => [part.name, tidy(part, value[part.name])]);
    const left = parts.filter(([, part]) => part !== null);
    return left.length ? Object.fromEntries(left) : null;
  }

  function recordText(field, value) {
    const parts = (field.parts || []).filter(({ name }) => value[name]);
    if (value.document) return parts.map(({ name }) => value[name]).join('');
    return parts.map(({ name, label }) => `${label}：${value[name]}`).join('；');
  }

  /** The unit that a file means: by its id, its name, a name-plate or a former name. */
  function unitOf(office, stated) {
    if (!office || !stated) return undefined;
    const by = (is) => office.units.find(is);
    return by(({ id }) => id === stated) || by(({ name }) => name === stated)
      || by(({ plates }) => plates.includes(stated)) || by(({ formerly }) => formerly.includes(stated));
  }

  /** The names of units and posts instead of their ids. */
  function named(field, value, office, unit) {
    if (field.shape === 'unit') return /[^a-z0-9-]/.test(value) ? value : (unitOf(office, value) || { name: value }).name;
    const { posts = [] } = unitOf(office, unit) || {};
    return (posts.find(([id]) => id === value) || [value, value])[1];
  }

  /** A value in words, for people; `unit` is the item's, to which its post belongs. */
  function shown(field, value, office, unit) {
    if (value === null || value === undefined) return '';
    if (['unit', 'post'].includes(field.shape)) return named(field, value, office, unit);
    if (Array.isArray(value)) {
      const texts = value.map((entry) => (isMapping(entry) ? recordText(field, entry) : entry));
      return texts.join(texts.some((text) => text.length > 12) ? '\n' : '、');
    }
    return isMapping(value) ? recordText(field, value) : String(value);
  }

  window.qingdan.values = { same, merge, itemsOf, tidy, shown, unitOf, isMapping };
})();
