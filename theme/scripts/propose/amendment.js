/* What is proposed, as the text of an amendment (补充版) and in words.

   A draft has: verb (revise, add, withdraw), id, before and after (values of fields),
   effective, published, document, approvals, reason, note, successor. */
(function () {
  'use strict';

  const { yaml, values } = window.qingdan;

  /** What differs, in the order of the fields: [{ field, old, now }]. */
  function changesOf(fields, { before, after }) {
    return fields.flatMap((field) => {
      const [old, now] = [before, after].map((all) => (all[field.name] === undefined ? null : all[field.name]));
      return values.same(old, now) ? [] : [{ field, old, now }];
    });
  }

  const filled = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value));

  function headerOf(list, draft) {
    const header = { list: list.id, effective: draft.effective };
    if (draft.published) header.published = draft.published;
    const document = filled(draft.document || {});
    if (Object.keys(document).length) header.document = document;
    const approvals = (draft.approvals || []).map(filled).filter(({ by }) => by);
    if (approvals.length) header.approvals = approvals;
    return header;
  }

  function entryOf(fields, draft) {
    const changes = changesOf(fields, draft).map(({ field, now }) => [field.name, now]);
    const said = filled({ reason: draft.reason, note: draft.note });
    if (draft.verb === 'add') return { add: { id: draft.id, ...Object.fromEntries(changes) }, ...said };
    if (draft.verb === 'revise') return { revise: draft.id, set: Object.fromEntries(changes), ...said };
    const successor = filled(draft.successor || {});
    const { reason, note } = said;
    return filled({
      withdraw: draft.id, reason, successor: Object.keys(successor).length ? successor : '', note,
    });
  }

  const pathOf = (list, day) => `content/lists/${list.owner}/${list.id}/${day}.yml`;

  /** The file that is proposed: its path and its text. */
  function write(list, fields, draft) {
    return {
      path: pathOf(list, draft.effective),
      text: yaml.versionText(headerOf(list, draft), 'changes', [entryOf(fields, draft)]),
    };
  }

  const YEAR = 12; // months

  /** The first day of a month to come on which no version begins yet. */
  function freeDay({ versions, version }, today) {
    const [year, month] = today.split('-').map(Number);
    for (let ahead = 1; ; ahead += 1) {
      const months = month - 1 + ahead;
      const day = [year + Math.floor(months / YEAR), (months % YEAR) + 1, 1].map((part) => String(part).padStart(2, '0')).join('-');
      if (!versions.includes(day) && day > version) return day;
    }
  }

  const VERBS = { add: '新增', revise: '调整', withdraw: '取消' };

  /** One sentence for colleagues: who, what, from when. */
  function summary(list, fields, draft) {
    const title = draft.after.title || draft.before.title || draft.id;
    const labels = changesOf(fields, draft).map(({ field }) => field.label);
    const what = draft.verb === 'revise' ? `的${labels.join('、')}` : '';
    const place = list.title.startsWith(list.office) ? list.title : `${list.office}${list.title}`;
    return `${place}：${VERBS[draft.verb]}“${title}”${what}，${draft.effective}起施行`;
  }

  window.qingdan.amendment = { changesOf, write, pathOf, summary, freeDay };
})();
