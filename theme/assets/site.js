// What every page can do beyond plain links: the colour scheme, 长者模式, the remembered
// street, the filter of a long list. Everything works without it; nothing leaves the device.
(function () {
  "use strict";
  const STREET = "qingdan.street";
  const STREET_NAME = "qingdan.street.name";
  const THEME = "qingdan.theme";
  const ELDER = "qingdan.elder";
  const OURS = "qingdan."; // all that the site keeps on the device begins so
  const root = document.documentElement;
  const script = document.currentScript.getAttribute("src");
  const base = script.slice(0, script.lastIndexOf("assets/"));

  function remembered(key) {
    try {
      return window.localStorage.getItem(key) || "";
    } catch (error) {
      return ""; // A browser may forbid storage, for example for files.
    }
  }

  function remember(key, value) {
    try {
      if (value) window.localStorage.setItem(key, value);
      else window.localStorage.removeItem(key);
    } catch (error) {
      // The choice then lasts as long as the page.
    }
  }

  function forget() {
    try {
      const keys = Object.keys(window.localStorage);
      for (const key of keys) if (key.startsWith(OURS)) window.localStorage.removeItem(key);
    } catch (error) {
      // Where storage is forbidden, nothing was kept.
    }
  }

  function each(selector, action) {
    document.querySelectorAll(selector).forEach(action);
  }

  function applyTheme(theme) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  }

  function applyElder(on) {
    if (on) root.dataset.elder = "";
    else delete root.dataset.elder;
    each("[data-elder-switch]", (button) => { button.setAttribute("aria-pressed", String(on)); });
  }

  // What was remembered, shown: after loading, after clearing, after coming back.
  function showKept() {
    applyTheme(remembered(THEME));
    applyElder(Boolean(remembered(ELDER)));
    each("[data-theme-select]", (select) => { select.value = remembered(THEME); });
    showStreet(remembered(STREET), remembered(STREET_NAME));
  }

  function clear(button) {
    forget();
    showKept();
    document.getElementById(button.dataset.clear).textContent = button.dataset.cleared;
  }

  function showStreet(id, name) {
    each("[data-street-known]", (element) => { element.hidden = !id; });
    each("[data-street-unknown]", (element) => { element.hidden = Boolean(id); });
    each("[data-street-choose]", (element) => {
      if (element.tagName !== "BUTTON" || !element.dataset.streetChoose) return;
      element.setAttribute("aria-pressed", String(element.dataset.streetChoose === id));
    });
    if (!id) return;
    each("[data-street-name]", (element) => {
      element.textContent = name || id;
      if (element.tagName === "A") element.href = `${base}offices/${id}.html`;
    });
  }

  function chooseStreet(id, name) {
    remember(STREET, id);
    remember(STREET_NAME, id ? name : "");
    showStreet(id, name);
    const detail = { id, name };
    document.dispatchEvent(new CustomEvent("qingdan:street", { detail }));
  }

  function markMine(id) {
    if (!/^[a-z0-9-]+$/.test(id)) return;
    each(`tr[data-office="${id}"]`, (row) => {
      const table = row.closest("[data-mine]");
      if (!table || row.classList.contains("mine")) return;
      row.classList.add("mine");
      const label = document.createElement("span");
      label.className = "mine__label";
      label.textContent = table.dataset.mine;
      row.cells[0].append(label);
      row.parentElement.prepend(row);
    });
  }

  function filterRows(input) {
    const area = document.getElementById(input.dataset.filter);
    const words = input.value.trim().toLowerCase().split(/\s+/);
    let left = 0;
    area.querySelectorAll("table").forEach((table) => {
      let shown = 0;
      for (const row of table.tBodies[0].rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      table.hidden = shown === 0;
      left += shown;
    });
    const none = document.getElementById("filter-none");
    none.textContent = left ? "" : none.dataset.none;
  }

  // Boxes suggest once somebody enters one; nothing is loaded before.
  function loadBox(event) {
    if (!event.target.matches('form[role="search"]:not(#find) input')) return;
    document.removeEventListener("focusin", loadBox);
    const box = document.createElement("script");
    box.src = `${base}assets/box.js`;
    document.head.append(box);
  }

  function start() {
    each(".top__toggle", (menu) => { menu.checked = false; }); // not as it was left
    each("[data-theme-select]", (select) => {
      select.addEventListener("change", () => {
        remember(THEME, select.value);
        applyTheme(select.value);
      });
    });
    each("[data-elder-switch]", (button) => {
      button.addEventListener("click", () => {
        const on = !("elder" in root.dataset);
        remember(ELDER, on ? "1" : "");
        applyElder(on);
      });
    });
    each("[data-clear]", (button) => button.addEventListener("click", () => clear(button)));
    each("[data-filter]", (input) => {
      input.addEventListener("input", () => filterRows(input));
      if (input.value) filterRows(input);
    });
    if (window.matchMedia("(min-width:45em)").matches && !("elder" in root.dataset)) {
      each("[data-open-wide]", (details) => { details.open = true; });
    }
    document.addEventListener("click", (event) => {
      const element = event.target.closest("[data-street-choose]");
      if (!element) return;
      const name = element.dataset.streetLabel || element.textContent.trim();
      chooseStreet(element.dataset.streetChoose, name);
    });
    showKept();
    markMine(remembered(STREET));
  }

  const device = { base, recall: remembered, keep: remember, chooseStreet };
  window.qingdan = Object.assign(window.qingdan || {}, { device });
  document.addEventListener("focusin", loadBox);
  const asked = new URLSearchParams(window.location.search).get("q");
  if (asked && asked.trim()) root.dataset.asked = ""; // makes room for answers
  root.dataset.script = ""; // shows what needs a script
  showKept(); // before anything is drawn
  window.addEventListener("pageshow", (event) => { if (event.persisted) showKept(); });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
