// Keeps one complete version of the application, so that it opens without a network. Never keeps answers of the API.
importScripts('release.js');

const PREFIX = 'counterpart-till-';
const CACHE = PREFIX + self.RELEASE.version;
const scope = new URL('./', self.location);
// The worker and this list are what the browser compares to find a new version, so they are not kept.
const files = self.RELEASE.files
  .filter((file) => file !== 'service-worker.js')
  .concat('./', 'release.js')
  .map((file) => new URL(file, scope).href);
const known = new Set(files);

// All files or none: a version that is not complete is never used.
self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))),
  );
});

// The first version serves the page that installed it; a later one waits until the user restarts the till.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(PREFIX) && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'activate') {
    self.skipWaiting();
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  const address = request.mode === 'navigate' && url.href.startsWith(scope.href) ? scope.href : url.href;
  if (request.method === 'GET' && known.has(address)) {
    event.respondWith(fromCache(address, request));
  }
});

async function fromCache(address, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}
