/* Addresses of pages of code forges: a new file, filled as far as the forge takes it, and
   a line of a file to be edited. */
(function () {
  'use strict';

  window.qingdan = window.qingdan || {};
  const LONGEST = 8000; // characters that servers take as an address
  const encode = (text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
  const steps = (path) => path.split('/').map(encode).join('/');
  const folderOf = (path) => path.split('/').slice(0, -1).join('/');

  // GitLab takes the name; its editor ignores the text. Gitee takes neither.
  const NEW = {
    github: ({ address, branch }, path, value) => `${address}/new/${steps(branch)}?filename=${encode(path)}${value && `&value=${encode(value)}`}`,
    gitea: ({ address, branch }, path, value) => `${address}/_new/${steps(branch)}/?filename=${encode(path)}${value && `&value=${encode(value)}`}`,
    gitlab: ({ address, branch }, path) => `${address}/-/new/${steps(branch)}?file_name=${encode(path)}`,
    gitee: ({ address, branch }, path) => `${address}/tree/${steps(branch)}/${steps(folderOf(path))}`,
  };
  NEW.forgejo = NEW.gitea;
  const EDIT = { github: 'edit', gitea: '_edit', forgejo: '_edit', gitlab: '-/edit', gitee: 'edit' };
  const TAKES = { github: 'text', gitea: 'text', forgejo: 'text', gitlab: 'name', gitee: 'nothing' };

  /** Where a new file is made, and what of it is filled in: text, name or nothing. */
  function newFile(repository, path, text) {
    const make = NEW[repository.forge];
    const takes = TAKES[repository.forge];
    const whole = make(repository, path, text);
    if (takes !== 'text') return { address: whole, takes };
    if (whole.length <= LONGEST) return { address: whole, takes };
    return { address: make(repository, path, ''), takes: 'name' };
  }

  /** Where a line of a file is edited; without a line, the file. */
  function edit({ forge, address, branch }, path, line = 0) {
    return `${address}/${EDIT[forge]}/${steps(branch)}/${steps(path)}${line ? `#L${line}` : ''}`;
  }

  /** A letter with a subject and a text; a text that is too long is left to the file. */
  function letter(mailbox, subject, body, short) {
    const begin = `mailto:${mailbox}?subject=${encode(subject)}&body=`;
    const whole = begin + encode(body.replace(/\n/g, '\r\n'));
    return whole.length <= LONGEST / 4 ? whole : begin + encode(short);
  }

  window.qingdan.forges = { newFile, edit, letter };
})();
