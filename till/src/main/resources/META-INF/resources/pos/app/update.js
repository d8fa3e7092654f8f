// The service worker, and the change to a new version, which the user decides. The queue stays where it is.
import { dialog } from './dialogs.js';
import { emit } from './signals.js';

const CHECK = 3_600_000;

let waiting = null;
// Whether the page runs a version that the next one replaces; the first one has nothing to replace.
let controlled = false;

export const isUpdateReady = () => waiting !== null;

export async function startUpdates() {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) {
      reload();
    }
    controlled = true;
  });
  const registration = await navigator.serviceWorker.register('service-worker.js', { updateViaCache: 'none' });
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => worker.state === 'installed' && registration.active && offer(worker));
  });
  setInterval(() => registration.update().catch(() => {}), CHECK);
}

// What is being typed in this tab is finished first.
function reload() {
  dialog() ? setTimeout(reload, 500) : location.reload();
}

function offer(worker) {
  if (worker) {
    waiting = worker;
    emit('render');
  }
}

export function update() {
  controlled = true;
  waiting?.postMessage('activate');
}
