// Sends the queue. One tab at a time, in order, and an item is removed only after its result was stored.
import { call, RefusedError, UnreachableError } from './api.js';
import { configuration } from './configuration.js';
import { isOnline } from './connection.js';
import { announce, fromAnswer, sealed, stored } from './customers.js';
import { project } from './projection.js';
import { enqueue, loadQueue, queue, REFUSED, sendable, settle } from './queue.js';
import { emit, on } from './signals.js';
import { StorageFullError } from './store.js';
import { isOpen } from './vault.js';

const LOCK = 'counterpart-till-upload';
const MOST_ITEMS = 200;
const MOST_CHARACTERS = 2_000_000;
const LONGEST_PAUSE = 60_000;
const PATIENCE = 20_000;

let failures = 0;
let timer = 0;
let uploadedAt = null;
// Someone waits for these at the screen.
const waiting = new Map();

export const lastUpload = () => uploadedAt;

/** Stores the operation, and waits for its result while the service answers. Undefined: it will be sent later. */
export async function submit(item, patience = 10_000) {
  await enqueue(item);
  if (!isOnline()) {
    return undefined;
  }
  const result = new Promise((resolve) => {
    waiting.set(item.operationId, resolve);
    setTimeout(resolve, patience);
  });
  upload();
  return result.finally(() => waiting.delete(item.operationId));
}

export async function upload() {
  clearTimeout(timer);
  if (!isOnline() || !isOpen()) {
    giveUp();
    return;
  }
  await navigator.locks.request(LOCK, async () => {
    // Another tab may have sent what this one saw.
    await loadQueue();
    answerWhatAnotherTabSent();
    let again = true;
    while (again && isOnline() && isOpen()) {
      again = await sendNext();
    }
  });
}

on('online', upload);
on('offline', giveUp);
on('queue', () => waiting.size > 0 && upload());

function answerWhatAnotherTabSent() {
  const entries = new Map(queue().map((entry) => [entry.operationId, entry]));
  waiting.forEach((resolve, operationId) => {
    const entry = entries.get(operationId);
    if (!entry) {
      resolve({ outcome: 'APPLIED' });
    } else if (entry.state === REFUSED) {
      resolve({ outcome: REFUSED, problem: entry.problem });
    }
  });
}

function giveUp() {
  waiting.forEach((resolve) => resolve(undefined));
}

/** Returns whether more can be sent at once. */
async function sendNext() {
  const batch = nextBatch(sendable());
  if (batch.length === 0) {
    return false;
  }
  try {
    const results = await send(batch);
    const kept = await store(batch, results);
    uploadedAt = Date.now();
    failures = kept ? failures + 1 : 0;
    return kept ? later() : true;
  } catch (error) {
    if (!(error instanceof UnreachableError || error instanceof RefusedError)) {
      // A fault of this page: the queue is kept, and tried again.
      console.error(error);
    }
    giveUp();
    failures++;
    return later(error.retryAfter);
  }
}

function later(seconds = 0) {
  const pause = Math.min(LONGEST_PAUSE, 1_000 * 2 ** Math.min(failures, 6)) * (0.5 + Math.random() / 2);
  clearTimeout(timer);
  timer = setTimeout(upload, Math.max(pause, 1_000 * seconds));
  return false;
}

function nextBatch(entries) {
  let length = 0;
  const batch = entries
    .slice(0, MOST_ITEMS)
    .filter(({ item }) => (length += JSON.stringify(item).length) <= MOST_CHARACTERS);
  // A channel whose shared customer data are filtered accepts creations only as requests of a till that is online.
  const alone = batch.findIndex(({ item }) => isSentAlone(item));
  return alone < 0 ? batch : batch.slice(0, Math.max(1, alone));
}

const isSentAlone = (item) =>
  item.kind === 'CREATE_CUSTOMER' && configuration()?.filterSharedCustomerDataTables === true;

async function send(batch) {
  if (isSentAlone(batch[0].item)) {
    return [await create(batch[0].item)];
  }
  const body = { items: batch.map(({ item }) => item) };
  return (await call('POST', 'offline-uploads', { body, patience: PATIENCE })).items;
}

async function create({ kind, operationId, asyncCustomerId, occurredAt, clerk, ...body }) {
  const headers = clerk ? { 'Counterpart-Clerk': encodeURIComponent(clerk) } : {};
  try {
    return { outcome: 'APPLIED', customer: await call('PUT', `customers/${asyncCustomerId}`, { body, headers }) };
  } catch (error) {
    if (error instanceof RefusedError && error.status < 500 && ![401, 408, 429].includes(error.status)) {
      return { outcome: 'REFUSED', problem: error.problem };
    }
    throw error;
  }
}

/**
 * Returns whether an item has to be sent again later. An answer has the parts of the customer only after a creation, so
 * the operation is applied to those that are known.
 */
async function store(batch, results) {
  const done = [];
  const failed = [];
  const customers = new Map();
  batch.forEach((entry, i) => {
    const result = results[i];
    if (result.outcome === 'APPLIED' || result.outcome === 'MERGED') {
      done.push(entry);
      if (result.customer) {
        const before = customers.get(entry.customer) ?? stored(entry.customer);
        customers.set(entry.customer, fromAnswer(result.customer, project(before, [entry.item])));
      }
    } else if (result.outcome === 'REFUSED') {
      failed.push({ entry, problem: result.problem });
    }
  });
  const changed = [...customers.values()];
  await keepResults(done, failed, await Promise.all(changed.map(sealed)));
  announce(changed);
  batch.forEach((entry, i) => answer(entry, results[i]));
  return done.length + failed.length < batch.length;
}

// A full storage must not keep what was sent in the queue: the copies of the customers can be read again.
async function keepResults(done, failed, customers) {
  try {
    await settle({ done, failed, customers });
  } catch (error) {
    if (!(error instanceof StorageFullError)) {
      throw error;
    }
    await settle({ done, failed, customers: [] });
  }
}

function answer(entry, result) {
  waiting.get(entry.operationId)?.(result);
  emit('settled', { entry, result });
}
