// The site without a network: asks the network first, and answers from what it kept.
// `VERSION` and `FIRST`, the files that are kept from the start, stand above.
"use strict";
const SCOPE = self.registration.scope;
const MINE = `qingdan ${SCOPE} `; // other sites of the same host have caches too
const KEPT = `${MINE}kept ${VERSION}`;
const SEEN = `${MINE}seen`;
const MOST = 300; // visited pages; the oldest go first
const first = new Set(FIRST.map((path) => new URL(path, SCOPE).href));

async function install() {
  const cache = await caches.open(KEPT);
  const fresh = [...first].map((address) => new Request(address, { cache: "no-cache" }));
  await cache.addAll(fresh);
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(MINE) && name !== KEPT && name !== SEEN) await caches.delete(name);
  }
  await self.clients.claim();
}

// What somebody asked for stays out of what is kept: `find.html?q=…` is `find.html`.
function addressOf(request) {
  const url = new URL(request.url);
  const name = url.pathname.endsWith("/") ? "index.html" : "";
  return `${url.origin}${url.pathname}${name}`;
}

async function keep(address, response) {
  if (first.has(address)) {
    await (await caches.open(KEPT)).put(address, response);
    return;
  }
  const cache = await caches.open(SEEN);
  await cache.put(address, response);
  const kept = await cache.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST))) await cache.delete(old);
}

async function recall(request, address) {
  for (const name of [KEPT, SEEN]) {
    const found = await (await caches.open(name)).match(address);
    if (found) return found;
  }
  if (request.mode !== "navigate") return Response.error();
  // Shown at its own address, or its links would lead astray.
  return Response.redirect(new URL("offline.html", SCOPE).href);
}

async function answer(event) {
  const address = addressOf(event.request);
  try {
    const response = await fetch(event.request);
    if (response.status === 200 && response.type === "basic" && !response.redirected) {
      // A full disk takes away the copy, never the page.
      event.waitUntil(keep(address, response.clone()).catch(() => {}));
    }
    return response;
  } catch (error) {
    return recall(event.request, address);
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(SCOPE)) event.respondWith(answer(event));
});
