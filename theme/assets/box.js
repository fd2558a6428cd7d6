/* Suggestions below the search boxes of the home page and of every page's header. It is
   loaded when somebody enters a box, and then loads the search; without it, or where that
   fails, the form still leads to the search page. */
(function () {
  'use strict';

  const BOXES = 'form[role="search"]:not(#find) input';
  const SCRIPTS = ['search/index.js', 'assets/search.js'];
  const STREET = 'qingdan.street';
  const PAUSE = 150; // milliseconds of rest before a search while typing
  const MOST = 6;
  const PLACES = 2; // suggestions that may be places, where there are matters
  const CLEAR = 0.8; // likeness from which on a place is suggested beside matters
  const { device } = window.qingdan;

  function load(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = device.base + path;
      script.async = false; // all are fetched at once and run in their order
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    });
  }

  /** Matters and places to suggest, as {address, name, note, verdict}, best first. */
  function choices({ found, street }) {
    const { answering, index } = window.qingdan;
    const matters = found.matters.slice(0, MOST).map(({ document }) => ({
      address: answering.answersOf(document, street).address,
      name: document.row[1],
      note: document.row[2],
      verdict: answering.verdicts(document, street)[0],
    }));
    const first = answering.leading(found);
    const leads = ({ document: { row: [sort] } }) => first.includes(sort);
    const clear = found.places.filter((hit) => !leads(hit) && hit.close > CLEAR);
    const places = found.places.filter(leads).concat(clear).map(({ document: { row } }) => {
      const [, name] = row[0] === 'office' ? [] : index.streets[row[3]] || [];
      return { address: row[4], name: row[1], note: name || row[5] };
    });
    const some = places.slice(0, matters.length ? PLACES : MOST);
    if (first.length) return some.concat(matters).slice(0, MOST);
    return matters.slice(0, MOST - some.length).concat(some);
  }

  /** One box with its list. */
  class Box {
    constructor(input, number) {
      const { make } = window.qingdan.parts;
      this.input = input;
      this.at = -1;
      this.turn = 0;
      this.list = make('ul', {
        class: 'suggest', role: 'listbox', id: `suggest-${number}`,
        'aria-label': window.qingdan.labels.suggestions, hidden: '',
      });
      this.status = make('span', { class: 'unseen', role: 'status' });
      input.parentElement.append(this.list, this.status);
      const about = {
        role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
        'aria-controls': this.list.id,
      };
      Object.keys(about).forEach((name) => input.setAttribute(name, about[name]));
      this.list.addEventListener('mousedown', (event) => event.preventDefault()); // keeps the focus
      this.list.addEventListener('click', ({ target }) => this.open(target.closest('li')));
    }

    get options() {
      return Array.from(this.list.children);
    }

    /** Show what the words may mean; a later request overtakes an earlier one. */
    suggest() {
      const { answering } = window.qingdan;
      const words = this.input.value.trim();
      const mine = (this.turn += 1);
      if (!words) {
        this.close();
        return;
      }
      answering.lookUp(words, device.recall(STREET)).then((answer) => {
        if (mine !== this.turn || document.activeElement !== this.input) return;
        this.show(answer);
        const poor = this.list.hidden;
        answering.learnMore(() => {
          const waits = poor && mine === this.turn && document.activeElement === this.input;
          if (waits || (!this.list.hidden && this.at < 0)) this.suggest();
        });
      });
    }

    show(answer) {
      const { make, marked, badge, say } = window.qingdan.parts;
      const options = choices(answer).map(({ address, name, note, verdict }, at) => (
        make('li', {
          role: 'option', id: `${this.list.id}-${at}`, 'aria-selected': 'false',
          'data-address': address,
        },
        make('span', { class: 'suggest__name' }, ...marked(name, answer.found.tokens)),
        verdict && badge(verdict),
        note && note !== name && make('span', { class: 'aside' }, note))));
      this.list.replaceChildren(...options);
      this.mark(-1);
      this.expand(options.length > 0);
      this.status.textContent = options.length ? say('suggested', { count: options.length }) : '';
    }

    expand(open) {
      this.list.hidden = !open;
      this.input.setAttribute('aria-expanded', String(open));
      if (!open) this.status.textContent = '';
    }

    close() {
      this.turn += 1; // what is still on its way comes too late
      this.mark(-1);
      this.expand(false);
    }

    /** Make an option the active one; -1 for none. */
    mark(at) {
      this.at = at;
      this.options.forEach((option, number) => (
        option.setAttribute('aria-selected', String(number === at))));
      const option = this.options[at];
      if (!option) this.input.removeAttribute('aria-activedescendant');
      else {
        this.input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    }

    /** Go through the options in a circle that the box itself is part of. */
    move(step) {
      const size = this.options.length + 1;
      this.mark(((this.at + 1 + step + size) % size) - 1);
    }

    open(option) {
      if (option) window.location.assign(device.base + option.dataset.address);
    }

    /** Do what a key asks for; tells whether it asked for anything. */
    press(key) {
      if (this.list.hidden) {
        if (key === 'ArrowDown' && this.input.value.trim()) this.suggest();
        return key === 'ArrowDown';
      }
      if (key === 'ArrowDown') this.move(1);
      else if (key === 'ArrowUp') this.move(-1);
      else if (key === 'Escape') this.close();
      else if (key === 'Enter' && this.at >= 0) this.open(this.options[this.at]);
      else return false;
      return true;
    }
  }

  /** Listen to a box from now on; it suggests as soon as the search is there. */
  function attend(input, number, ready) {
    let box = null;
    let composing = false;
    let waiting = 0;
    const start = () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => { if (box && !composing) box.suggest(); }, PAUSE);
    };
    const compose = () => {
      composing = true;
      window.clearTimeout(waiting);
    };
    input.addEventListener('compositionstart', compose);
    input.addEventListener('compositionupdate', compose); // it may have begun before us
    input.addEventListener('compositionend', () => {
      composing = false;
      start();
    });
    input.addEventListener('input', (event) => { if (!composing && !event.isComposing) start(); });
    input.addEventListener('keydown', (event) => {
      const busy = composing || event.isComposing || event.keyCode === 229;
      if (box && !busy && box.press(event.key)) event.preventDefault();
    });
    input.addEventListener('blur', () => {
      window.clearTimeout(waiting);
      if (box) box.close();
    });
    ready.then(() => {
      box = new Box(input, number);
      if (input.value && document.activeElement === input) start();
    }).catch(() => {}); // without suggestions, the form leads to the search page
  }

  const ready = Promise.all(SCRIPTS.map(load));
  document.querySelectorAll(BOXES).forEach((input, number) => attend(input, number, ready));
})();
