/* Reads the page aloud (朗读本页): answer, unit, phone digit by digit, hours, materials.
   Only with a Chinese voice that is on the device itself: a voice from a server would
   send it what somebody reads, and any other voice cannot say Chinese. */
(function () {
  'use strict';

  const { words, worded } = window.qingdan.item;
  const speech = window.speechSynthesis;
  const button = document.querySelector('[data-speak]');
  if (!speech || !window.SpeechSynthesisUtterance || !button) return;

  const CHINESE = /^(zh|cmn|yue|wuu|nan)\b/i;
  const READ = [
    'h1', '.notice', '.answer__verdict', '.answer h2', '.answer__unit', '.answer .ask',
    '.answer .missing', '.answer__phone > a', '.answer__phone > b', '.answer dt', '.answer dd',
    '.answer__how', '[data-say] h2', '[data-say] p', '[data-say] li',
  ].join();
  const PHONE = /\d{2,4}-\d{3,4}[ -]?\d{4}|\d{3}-\d{3}-\d{4}|\d{5,}/g;
  const RANGE = /(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)/g;
  const TIME = /(\d{1,2}):(\d\d)/g;

  let isReading = false;

  const digits = (number) => number.replace(/\d/g, (digit) => words.digits[digit])
    .replace(/[ -]+/g, words.pause);
  const time = (hour, minute) => worded(Number(minute) ? 'minutes' : 'hours', {
    hour: Number(hour), minute: Number(minute),
  });

  /** A text as somebody would say it: numbers of phones by digit, times in words. */
  function spoken(text) {
    return text.replace(PHONE, digits)
      .replace(RANGE, (_, h, m, to, min) => time(h, m) + words.until + time(to, min))
      .replace(TIME, (_, h, m) => time(h, m));
  }

  function textOf(element) {
    if (element.closest('[hidden]')) return '';
    const text = Array.from(element.childNodes, (node) => node.textContent.trim());
    const whole = text.filter(Boolean).join(words.pause);
    return element.matches('.answer__phone > *') ? digits(whole) : spoken(whole);
  }

  const sentences = () => Array.from(document.querySelectorAll(READ), textOf).filter(Boolean);

  /** The device's own Chinese voice; the page's kind of Chinese where there are several. */
  function voice() {
    const own = speech.getVoices().filter(({ lang, localService }) => (
      localService && CHINESE.test(lang.replace('_', '-'))));
    return own.find(({ lang }) => /^zh.CN/i.test(lang)) || own[0];
  }

  function become(reading) {
    isReading = reading;
    button.textContent = reading ? words.stop : words.speak;
  }

  function stop() {
    become(false);
    speech.cancel();
  }

  function start() {
    const chosen = voice();
    const texts = sentences();
    speech.cancel();
    become(true);
    // One utterance a sentence: browsers break off long ones.
    texts.forEach((text, at) => {
      const utterance = new window.SpeechSynthesisUtterance(text);
      utterance.voice = chosen;
      utterance.lang = chosen.lang;
      utterance.rate = 0.9;
      utterance.onend = () => { if (isReading && at === texts.length - 1) become(false); };
      utterance.onerror = () => { if (isReading) stop(); };
      speech.speak(utterance);
    });
  }

  function offer() {
    button.hidden = !voice();
  }

  button.addEventListener('click', () => (isReading ? stop() : start()));
  window.addEventListener('pagehide', stop);
  if (speech.addEventListener) speech.addEventListener('voiceschanged', offer);
  offer();
})();
