// Reloads the page when a build has ended. Asks only while the page is looked at:
// a browser allows six open connections to one host, a hidden tab must not keep one.
(() => {
  const address = new URL("state", document.currentScript.src);
  const seen = document.currentScript.dataset.state;
  address.searchParams.set("seen", seen);

  const pause = (milliseconds) =>
    new Promise((done) => setTimeout(done, milliseconds));

  const lookedAt = () =>
    new Promise((done) => {
      const look = () => {
        if (document.hidden) return;
        document.removeEventListener("visibilitychange", look);
        done();
      };
      document.addEventListener("visibilitychange", look);
      look();
    });

  const ask = async () => {
    const stop = new AbortController();
    const leave = () => document.hidden && stop.abort();
    document.addEventListener("visibilitychange", leave);
    try {
      const answer = await fetch(address, { cache: "no-store", signal: stop.signal });
      return answer.ok ? await answer.text() : "";
    } catch {
      return ""; // left, or the preview is not running at the moment
    } finally {
      document.removeEventListener("visibilitychange", leave);
    }
  };

  const follow = async () => {
    for (;;) {
      await lookedAt();
      const state = await ask();
      if (state && state !== seen) {
        location.reload();
        return;
      }
      if (!state) await pause(1000);
    }
  };

  follow();
})();
