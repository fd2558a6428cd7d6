/* What is wrong with a whole draft: its values, its day, its reasons. Each problem says at
   which input it is: { at, rule, sentence, cure, severity }. */
(function () {
  'use strict';

  const { rules, values, amendment } = window.qingdan;
  const DROPPED = /[^\p{L}\p{N}]|[的和与及或]/gu;
  const FAR = 5; // years ahead: more is a slip
  const LINE = { name: 'line', label: '', shape: 'line' };
  const HEADER = {
    effective: { name: 'effective', label: '施行日期', shape: 'date' },
    published: { name: 'published', label: '公布日期', shape: 'date' },
    number: { ...LINE, name: 'number', label: '文号' },
    title: { ...LINE, name: 'title', label: '文件名称' },
    note: { ...LINE, name: 'note', label: '说明' },
    by: { ...LINE, name: 'by', label: '批准机关' },
    document: { ...LINE, name: 'document', label: '批准文件' },
    unit: { ...LINE, name: 'unit', label: '现在找谁' },
    phone: { name: 'phone', label: '电话', shape: 'phone' },
    id: { name: 'id', label: '事项编号', shape: 'id', required: true },
  };

  const error = (at, rule, sentence, cure = '') => ({ at, rule, sentence, cure, severity: 'error' });
  const reminder = (at, rule, sentence, cure = '') => ({ at, rule, sentence, cure, severity: 'reminder' });
  const empty = (at, field) => error(at, 'empty-value', `“${field.label}”（${field.name}）是空的。`, '请填写。');
  const at = (place, problems) => problems.map((problem) => ({ ...problem, at: place }));

  function ofRecord(field, record, place) {
    return (field.parts || []).flatMap((part) => ofValue(part, record[part.name], `${place}-${part.name}`));
  }

  /** All that is wrong with a tidied value; inputs of records are named by row and part. */
  function ofValue(field, value, place) {
    if (value === null || value === undefined || value === '') {
      return field.required ? [empty(place, field)] : [];
    }
    if (typeof value === 'string') return at(place, rules.check(field, value));
    if (!Array.isArray(value)) return ofRecord(field, value, `${place}-0`);
    return value.flatMap((entry, row) => (
      values.isMapping(entry) ? ofRecord(field, entry, `${place}-${row}`)
        : at(place, rules.check({ ...field, or_text: false }, entry))));
  }

  function ofUnit(field, value, office) {
    if (!value || field.shape !== 'unit' || !office || !/^[a-z0-9-]+$/.test(value)) return [];
    if (office.units.some(({ id }) => id === value)) return [];
    const known = office.units.map(({ id }) => id).join('、');
    return [error(`f-${field.name}`, 'unknown-unit', `${office.name}没有机构“${value}”。`,
      `可用的机构编号：${known || '（还没有机构）'}。`)];
  }

  function ofPost({ unit, post }, office) {
    const known = values.unitOf(office, unit);
    if (!post || !known || known.posts.some(([id]) => id === post)) return [];
    return [error('f-post', 'unknown-post', `“${known.name}”没有岗位“${post}”。`,
      `可用的岗位：${known.posts.map((one) => one.join(' ')).join('、') || '（还没有岗位）'}。`)];
  }

  function ofPlain({ plain, title }) {
    const bare = (text) => String(text || '').replace(DROPPED, '');
    if (!plain || bare(plain) !== bare(title)) return [];
    return [reminder('f-plain', 'plain-repeats-title', '大白话（plain）和事项名称（title）一样。',
      '请写居民平时的说法，或删去这一行。')];
  }

  function ofDay(context, draft) {
    const { list, today, say } = context;
    const day = draft.effective;
    if (!day) return [empty('effective', HEADER.effective)];
    const wrong = at('effective', rules.check(HEADER.effective, day));
    if (wrong.length) return wrong;
    if (list.versions.includes(day)) {
      return [{ ...error('effective', 'day-taken', say('day_taken', { day })), file: amendment.pathOf(list, day) }];
    }
    if (list.version && day <= list.version) {
      return [error('effective', 'day-past', say('day_past', { day: list.version }), say('day_past_cure'))];
    }
    const found = [];
    const between = list.versions.filter((one) => one > list.version && one < day);
    if (between.length) {
      found.push(reminder('effective', 'day-after', say('day_after', { days: between.join('、') }), say('day_after_cure')));
    }
    const years = Number(day.slice(0, 4));
    if (years > Number(today.slice(0, 4)) + FAR || years < 1949) {
      found.push(reminder('effective', 'far-date', `施行日期是 ${years} 年，离今天很远。`, '请核对年份。'));
    }
    return found;
  }

  function ofId({ list, items, say }, { id }) {
    const wrong = ofValue(HEADER.id, id, 'id');
    if (wrong.length) return wrong;
    if (items[id]) return [error('id', 'id-taken', say('id_taken', { title: items[id].title || id }), say('id_cure'))];
    if (list.ended[id]) return [error('id', 'id-taken', say('id_ended', { title: list.ended[id][0] }), say('id_cure'))];
    return [];
  }

  function ofHeader(draft) {
    const document = draft.document || {};
    const successor = draft.successor || {};
    const approvals = (draft.approvals || []).flatMap(({ by, document: paper }, row) => [
      ...ofValue(HEADER.by, by, `approval-${row}-by`), ...ofValue(HEADER.document, paper, `approval-${row}-document`)]);
    return [
      ...ofValue(HEADER.published, draft.published, 'published'),
      ...ofValue(HEADER.number, document.number, 'number'),
      ...ofValue(HEADER.title, document.title, 'title'),
      ...ofValue(HEADER.note, draft.note, 'note'),
      ...ofValue(HEADER.unit, successor.unit, 'successor-unit'),
      ...ofValue(HEADER.phone, successor.phone, 'successor-phone'),
      ...ofValue(HEADER.note, successor.note, 'successor-note'),
      ...approvals,
    ];
  }

  /** What the rules of intake want of a new duty or power. */
  function ofApprovals({ kind, list, say }, draft) {
    if (draft.verb !== 'add' || !kind.approvals || list.owner === 'standard') return [];
    const given = (draft.approvals || []).map(({ by }) => (by || '').replace(/\s/g, ''));
    const document = draft.document || {};
    const found = kind.approvals.filter((body) => !given.some((one) => one.includes(body)))
      .map((body) => error('approval-0-by', 'intake-approval', say('approval_of', { body })));
    if (!kind.approvals.length && !given.some(Boolean)) {
      found.push(error('approval-0-by', 'intake-approval', say('approval')));
    }
    if (!document.number && !document.title) found.push(error('number', 'intake-approval', say('document')));
    return found;
  }

  /** Everything that is wrong with a draft, in the order of the form. */
  function check(context, draft) {
    const { fields, office, say } = context;
    const changes = amendment.changesOf(fields, draft);
    const found = draft.verb === 'add' ? ofId(context, draft) : [];
    if (draft.verb === 'revise' && !changes.length) found.push(error('', 'unchanged', say('unchanged')));
    const asked = draft.verb === 'add' ? fields : changes.map(({ field }) => field);
    if (draft.verb !== 'withdraw') {
      for (const field of asked) {
        found.push(...ofValue(field, draft.after[field.name], `f-${field.name}`));
        found.push(...ofUnit(field, draft.after[field.name], office));
      }
      const touched = new Set(changes.map(({ field }) => field.name));
      if (touched.has('unit') || touched.has('post')) found.push(...ofPost(draft.after, office));
      if (touched.has('plain') || touched.has('title')) found.push(...ofPlain(draft.after));
    }
    found.push(...ofDay(context, draft));
    if (!draft.reason) found.push(error('reason', 'empty-value', '“理由”（reason）是空的。', '请选一个。'));
    if (draft.verb === 'withdraw' && !draft.note && !(draft.successor || {}).unit) {
      found.push(error('successor-unit', 'withdrawal-unexplained', say('successor'), say('successor_cure')));
    }
    return [...found, ...ofApprovals(context, draft), ...ofHeader(draft)];
  }

  window.qingdan.checking = { check, ofValue, HEADER };
})();
