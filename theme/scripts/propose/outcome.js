/* Where a proposal goes: the forge, the clipboard, a file, a letter. The site sends nothing. */
(function () {
  'use strict';

  const { elements, forges, proposing } = window.qingdan;
  const { make, say, button } = elements;
  const NAMES = { github: 'GitHub', gitea: 'Gitea', forgejo: 'Forgejo', gitlab: 'GitLab', gitee: 'Gitee' };

  /** Copy; where the browser does not let us, select the text for the reader to copy. */
  function copy(source, status) {
    const failed = () => {
      source.focus();
      source.select();
      status.textContent = say('select');
    };
    if (!navigator.clipboard) {
      failed();
      return;
    }
    navigator.clipboard.writeText(source.value).then(() => { status.textContent = say('copied'); }, failed);
  }

  function copyButton(source, status) {
    return button({}, () => copy(source, status), say('copy'));
  }

  function download({ name, text }) {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = make('a', { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  function readOnly(text, label) {
    const source = make('textarea', {
      readonly: true, rows: String(Math.min(24, text.split('\n').length + 1)), 'aria-label': label, class: 'file',
    });
    source.value = text;
    return source;
  }

  const outside = (address, text) => make('a', { class: 'button', href: address, rel: 'noopener' }, text);

  /** The step that opens the forge; what it does not take is copied first. */
  function forgeStep({ path, text }, source, status) {
    const { repository } = proposing;
    if (!repository) return null;
    const { address, takes } = forges.newFile(repository, path, text);
    const link = outside(address, say('open_forge', { forge: NAMES[repository.forge] }));
    if (takes !== 'text') link.addEventListener('click', () => copy(source, status));
    const hint = say(`takes_${takes}`, { path });
    return make('div', { class: 'step' }, make('h3', {}, say('with_forge')), make('p', {}, hint), make('p', {}, link));
  }

  function mailStep(packet, summary) {
    const lead = make('p', {}, say('mail_how', { name: packet.name }));
    const save = button({}, () => download(packet), say('download'));
    const { mailbox } = proposing;
    const body = `${summary}\n\n${say('mail_body')}`;
    const letter = mailbox && outside(forges.letter(mailbox, `${say('title')}：${summary}`, body, say('mail_body')),
      say('mail', { mailbox }));
    return make('div', { class: 'step' }, make('h3', {}, say(proposing.repository ? 'without_forge' : 'send')), lead,
      make('p', { class: 'buttons' }, save, ' ', letter));
  }

  /** Show a new file and all ways to hand it over; the heading takes the focus. */
  function showFile(box, file, packet, summary) {
    const status = make('p', { role: 'status' });
    const source = readOnly(file.text, say('file', { path: file.path }));
    box.replaceChildren(
      make('h2', { tabindex: '-1' }, say('next')), make('p', {}, `${summary}。`), make('p', {}, say('next_lead')),
      ...[forgeStep(file, source, status), mailStep(packet, summary)].filter(Boolean),
      make('div', { class: 'step' }, make('h3', {}, say('the_file')), make('p', {}, make('code', {}, file.path)),
        source, make('p', { class: 'buttons' }, copyButton(source, status)), status),
    );
    box.hidden = false;
    box.querySelector('h2').focus();
  }

  /** Show lines of a file that are changed in place, each with its page of the forge. */
  function showEdits(box, path, edits, packet, summary) {
    const status = make('p', { role: 'status' });
    const rows = edits.map(({ line, was, becomes, label }) => {
      const source = make('input', { readonly: true, value: becomes, 'aria-label': say('new_line', { label }) });
      source.value = becomes;
      const { repository } = proposing;
      return make('div', { class: 'step' },
        make('h3', {}, label), make('p', {}, say('line', { path, line })),
        make('p', {}, make('del', {}, was)), source,
        make('p', { class: 'buttons' }, copyButton(source, status), ' ',
          repository && outside(forges.edit(repository, path, line), say('open_line', { forge: NAMES[repository.forge] }))));
    });
    box.replaceChildren(make('h2', { tabindex: '-1' }, say('next')), make('p', {}, `${summary}。`), ...rows, status,
      mailStep(packet, summary));
    box.hidden = false;
    box.querySelector('h2').focus();
  }

  window.qingdan.outcome = { showFile, showEdits };
})();
