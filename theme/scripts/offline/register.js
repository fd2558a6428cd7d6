// Keeps visited pages for the time without a network (断网也能看), where the site is set to.
(function () {
  "use strict";
  const script = document.currentScript;
  const base = script.getAttribute("src").replace(/assets\/offline\.js$/, "");

  // What was kept may be old: a phone or an address can have changed since.
  function warn() {
    const note = document.createElement("p");
    note.className = "notice";
    note.setAttribute("role", "status");
    note.textContent = script.dataset.stale;
    document.querySelector("main article").prepend(note);
  }

  async function forget() {
    const { scope } = await navigator.serviceWorker.ready;
    for (const name of await caches.keys()) {
      if (name.startsWith(`qingdan ${scope} seen`)) await caches.delete(name);
    }
  }

  const can = "serviceWorker" in navigator && window.location.protocol.startsWith("http");
  if (!can) return;
  // A browser may forbid it; the site then needs the network, as any other.
  navigator.serviceWorker.register(`${base}sw.js`).catch(() => {});
  if (!navigator.onLine) warn();
  document.querySelectorAll("[data-clear]").forEach((button) => {
    button.addEventListener("click", forget);
  });
})();
