/** Lets the pages of registers open without a network: sees to it that the service worker has all that they are made of. */

/** The files of the register's own pages, loaded when they are first needed; here they are needed before. */
const pages = () => Promise.all([import('./register-page'), import('./away-page')]);

/** From here on what the page loads goes through the worker, which keeps it. A page that was loaded past it never comes there. */
async function throughTheWorker(): Promise<void> {
  if (navigator.serviceWorker.controller) return;
  await new Promise<void>((done) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true });
    setTimeout(done, 5000);
  });
}

export async function readyWithoutNetwork(): Promise<void> {
  // While the pages are worked on they are not files yet, and without HTTPS there is no worker.
  if (import.meta.env.DEV || !navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    await throughTheWorker();
    await pages();
    const files = performance
      .getEntriesByType('resource')
      .map((entry) => new URL(entry.name))
      .filter((url) => url.origin === location.origin && url.pathname.startsWith('/assets/'))
      .map((url) => url.pathname);
    active?.postMessage({ files: [...new Set(files)] });
  } catch {
    // Without it the register works while there is a network, and its page stays as long as the tab.
  }
}
