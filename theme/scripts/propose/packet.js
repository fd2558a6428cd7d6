/* The file that is mailed to a colleague, who runs `qingdan apply` with it. */
(function () {
  'use strict';

  window.qingdan = window.qingdan || {};
  const [FORMAT, VERSION] = ['qingdan-change', 1];
  const HOW = '请把这个文件交给管理清单文件的同事，由他运行：qingdan apply 这个文件。';
  const asText = (packet) => `${JSON.stringify(packet, null, 2)}\n`;

  /** A new version of a list: { name, text } of the packet. */
  function ofVersion(list, { path, text }, summary, by) {
    return {
      name: `提出修改-${list.owner}-${list.id}-${path.split('/').pop().replace('.yml', '')}.qingdan.json`,
      text: asText({
        说明: summary, 怎样用: HOW, format: FORMAT, version: VERSION, kind: 'version', ...(by && { by }), path,
        made_from: { list: `${list.owner}/${list.id}`, day: list.day, versions: list.versions, state: list.state },
        text,
      }),
    };
  }

  /** Values of an office's file that are changed in place. */
  function ofContact(id, path, edits, summary, by) {
    return {
      name: `提出修改-${id}.qingdan.json`,
      text: asText({
        说明: summary, 怎样用: HOW, format: FORMAT, version: VERSION, kind: 'contact', ...(by && { by }), path, edits,
      }),
    };
  }

  window.qingdan.packet = { ofVersion, ofContact };
})();
