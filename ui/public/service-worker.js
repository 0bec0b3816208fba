// Opens the page where Readback cannot be reached. It keeps the page and its parts, never an answer; what the server has comes first, so
// that nobody is held on an old version.
const CACHE = 'page';
const PATIENCE_MS = 4000;
const PART = /^\/(assets\/|favicon\.svg$|manifest\.webmanifest$)/;
const NOT_THE_PAGE = /^\/(openapi\.yaml|metrics|health)/;

self.addEventListener('install', (event) => {
  event.waitUntil(fetch('/', { headers: { Accept: 'text/html' }, cache: 'no-store' }).then(keepPage).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) {
    return;
  }
  if (mode === 'navigate' && !NOT_THE_PAGE.test(pathname)) {
    event.respondWith(page(event));
  } else if (PART.test(pathname)) {
    event.respondWith(part(event.request));
  }
});

/** The page as the server has it; the kept one when the server, or something before it, does not answer in time. */
async function page(event) {
  const kept = await caches.match('/', { ignoreVary: true });
  try {
    const answer = await fetch(event.request, kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {});
    if (answer.status === 200 && isPage(answer)) {
      event.waitUntil(keepPage(answer.clone()));
    }
    return answer.status >= 502 && answer.status <= 504 && kept ? kept : answer;
  } catch (unreachable) {
    if (kept) {
      return kept;
    }
    throw unreachable;
  }
}

async function part(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept && new URL(request.url).pathname.startsWith('/assets/')) {
    return kept;
  }
  return fetch(request).catch((unreachable) => kept ?? Promise.reject(unreachable));
}

const isPage = (answer) => !answer.redirected && (answer.headers.get('Content-Type') ?? '').startsWith('text/html');

/** Keeps a page with all its parts, or not at all, and lets go of what only an older one needed. */
async function keepPage(answer) {
  if (!answer.ok || !isPage(answer)) {
    throw new Error('not the page');
  }
  const cache = await caches.open(CACHE);
  const text = await answer.clone().text();
  const parts = [...new Set([...text.matchAll(/"(\/(?:assets\/[^"]+|favicon\.svg|manifest\.webmanifest))"/g)].map(([, path]) => path))];
  const known = await Promise.all(parts.map((path) => cache.match(path, { ignoreVary: true })));
  await cache.addAll(parts.filter((path, at) => !known[at]));
  await cache.put('/', answer);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== '/' && !parts.includes(pathname)) {
      await cache.delete(request);
    }
  }
}

/** A message while the page is closed: shown in its own words; the same one again replaces the first. */
self.addEventListener('push', (event) => {
  const { title = 'Readback', body = '', url = '/', tag } = told(event.data);
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { url }, icon: '/assets/icon-192.png' }));
});

/** Leads to what it tells of, and never off this site; a page that is open there already comes forward. */
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const wanted = new URL(event.notification.data?.url ?? '/', self.location.origin);
  const url = wanted.origin === self.location.origin ? wanted.href : self.location.origin;
  event.waitUntil(shown(url));
});

function told(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return { body: data.text() };
  }
}

async function shown(url) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const [open] = pages;
  if (open) {
    await open.focus();
    await open.navigate(url).catch(() => self.clients.openWindow(url));
  } else {
    await self.clients.openWindow(url);
  }
}
