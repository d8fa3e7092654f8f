// The copy of the customers of this store, for work while the service cannot be reached.
import { call, RefusedError } from './api.js';
import { isOnline } from './connection.js';
import { fromBook, keep, loadCustomers } from './customers.js';
import { emit, on } from './signals.js';
import { saveSetting, setting, StorageFullError, write } from './store.js';
import { isOpen } from './vault.js';

const LOCK = 'counterpart-till-book';
const LEAST_PAUSE = 60_000;
const PAUSE = 300_000;

const state = { freshAsOf: null, problem: '', readAt: 0 };
let due = false;

export const book = () => state;

export async function loadBook() {
  state.freshAsOf = (await setting('book'))?.freshAsOf ?? null;
}

/** Reads what has changed, at most once a minute over all tabs. */
export async function readBook() {
  const stored = await setting('book');
  const age = Date.now() - (stored?.readAt ?? 0);
  if (!isOnline() || !isOpen() || (age >= 0 && age < LEAST_PAUSE && stored?.cursor)) {
    due = isOnline();
    return;
  }
  due = false;
  await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => lock && readPages());
}

on('online', readBook);
on('till-opened', readBook);
on('customer-event', () => (due = true));
setInterval(() => due && readBook(), 5_000);
setInterval(readBook, PAUSE);

async function readPages() {
  try {
    let more = true;
    while (more && isOpen()) {
      more = await readPage();
    }
    state.problem = '';
  } catch (error) {
    await failed(error);
  }
  emit('render');
}

// The page and the cursor behind it are stored together.
async function readPage() {
  const before = await setting('book');
  const since = before?.cursor ? `&since=${encodeURIComponent(before.cursor)}` : '';
  const page = await call('GET', `customers/changes?limit=500${since}`, { patience: 20_000 });
  const fresh = page.more ? (before?.freshAsOf ?? null) : page.freshAsOf;
  const next = { cursor: page.cursor, freshAsOf: fresh, readAt: Date.now() };
  await keep(
    page.customers.map(fromBook),
    page.removed.map(({ asyncCustomerId }) => asyncCustomerId),
    ['settings'],
    ({ settings }) => settings.put(next, 'book'),
  );
  state.freshAsOf = fresh;
  return page.more;
}

async function failed(error) {
  if (error instanceof StorageFullError) {
    state.problem = 'storage-full';
  } else if (error instanceof RefusedError && (error.status === 410 || error.type === 'feature-disabled')) {
    await forgetBook();
    state.problem = error.status === 410 ? '' : 'feature-disabled';
    due = error.status === 410;
  }
}

async function forgetBook() {
  await write(['customers', 'settings'], ({ customers, settings }) =>
    Promise.all([customers.clear(), settings.delete('book')]),
  );
  state.freshAsOf = null;
  await loadCustomers();
}

export const readBookNow = async () => {
  const stored = await setting('book');
  await saveSetting('book', { ...stored, readAt: 0 });
  await readBook();
};
