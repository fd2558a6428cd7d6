/* An id for a new item from the sound of its title, as importing/ids.py makes it. The sounds
   are those of the search, fetched when somebody has typed a title. */
(function () {
  'use strict';

  window.qingdan = window.qingdan || {};
  const LONGEST = 40;
  const FEWEST = 2; // characters that have to be left where usual words are dropped
  const BRACKETS = /[（(〔[【][^（()）]*[）)〕\]】]/g;
  const USUAL = new RegExp('^对|的?行政(?:处罚|许可|强制|检查|确认|给付|征收|奖励|裁决)$'
    + '|办理|申请|申领|申报|登记|备案|审核|审批|初审|复审|确认|受理|发放|认定|服务|事项|工作', 'g');

  /** The syllable of each character, empty for what has none. */
  function syllables({ syllables: table, readings }, text) {
    const characters = Array.from(text);
    const groups = table.split(';');
    const alone = (one) => (/^[a-z0-9]$/.test(one) ? '' : ((groups.find((group) => group.includes(one)) || '').match(/^[a-z]*/)[0]));
    const inPair = (pair, at) => (readings.find(([two, which]) => two === pair && which === at) || [])[2];
    return characters.map((one, at) => (at && inPair(characters[at - 1] + one, 1))
      || inPair(one + (characters[at + 1] || ''), 0) || alone(one));
  }

  /** Syllables, and words and numbers in Latin letters, in their order. */
  function partsOf(index, text) {
    const sounds = syllables(index, text);
    const marked = Array.from(text).map((one, at) => (/[a-z0-9]/.test(one) ? one : ` ${sounds[at]} `));
    return marked.join('').split(/\s+/).filter(Boolean);
  }

  function slugOf(index, text) {
    let slug = '';
    for (const part of partsOf(index, text)) {
      const longer = slug ? `${slug}-${part}` : part;
      if (longer.length > LONGEST) break;
      slug = longer;
    }
    return slug;
  }

  /** An id that is not taken; empty where the title has no sound. */
  function idFor(index, title, taken) {
    const folded = title.normalize('NFKC').toLowerCase();
    const plain = folded.replace(BRACKETS, '') || folded;
    const short = plain.replace(USUAL, '');
    const core = Array.from(short).length >= FEWEST ? short : plain;
    const forms = [core, plain, folded].map((one) => slugOf(index, one)).filter((one) => /[a-z]/.test(one));
    const free = forms.find((one) => !taken.includes(one));
    if (free || !forms.length) return free || '';
    for (let number = 2; ; number += 1) {
      if (!taken.includes(`${forms[0]}-${number}`)) return `${forms[0]}-${number}`;
    }
  }

  window.qingdan.naming = { idFor };
})();
