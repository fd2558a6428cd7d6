// The site keeps nothing on devices. Where it once did, this takes the place of what
// answered without a network, throws away what was kept, and goes.
"use strict";

async function leave() {
  const mine = `qingdan ${self.registration.scope} `;
  for (const name of await caches.keys()) {
    if (name.startsWith(mine)) await caches.delete(name);
  }
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));
