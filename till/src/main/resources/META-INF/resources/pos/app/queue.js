// The one queue of this till: every change goes through it, online and offline. Its items are encrypted.
import { emit, on, tell } from './signals.js';
import { all, write } from './store.js';
import { isOpen, seal, unseal } from './vault.js';

export const UNSENT = 'UNSENT';
export const REFUSED = 'REFUSED';
const CREATION = 'CREATE_CUSTOMER';

// In their order. `item` is undefined if it was encrypted with another key.
let entries = [];
// Each keystroke of a search asks for each customer.
let byCustomer = new Map();

export const queue = () => entries;
export const ofCustomer = (id) => byCustomer.get(id) ?? [];
export const unsent = () => entries.filter((entry) => entry.state === UNSENT);
export const refused = () => entries.filter((entry) => entry.state === REFUSED);

/** What the queue contains is known without a clerk, but not whom it is about. */
export async function countWithoutClerk() {
  const stored = await all('queue');
  return {
    unsent: stored.filter((entry) => entry.state === UNSENT).length,
    refused: stored.filter((entry) => entry.state === REFUSED).length,
  };
}

export async function loadQueue() {
  if (!isOpen()) {
    show([]);
    return;
  }
  const stored = await all('queue');
  show(await Promise.all(stored.map(opened)));
  emit('render');
}

function show(loaded) {
  entries = loaded;
  byCustomer = new Map();
  entries.forEach((entry) => byCustomer.set(entry.customer, [...ofCustomer(entry.customer), entry]));
}

async function opened({ sequence, operationId, customer, state, madeAt, sealed }) {
  const content = await unseal(sealed);
  return { sequence, operationId, customer, state, madeAt, item: content?.item, problem: content?.problem };
}

on('queue', loadQueue);

/**
 * Stores the operation before anything else happens with it; the same operation again, for example corrected, is not
 * another one.
 */
export async function enqueue(item) {
  const entry = {
    operationId: item.operationId,
    customer: item.asyncCustomerId,
    state: UNSENT,
    madeAt: item.occurredAt,
    sealed: await seal({ item }),
  };
  const others = await sentAgainWith(item);
  await write(['queue'], async ({ queue: store }) => {
    const earlier = await store.index('operation').getKey(item.operationId);
    await Promise.all(others.map((other) => store.put(other)));
    return earlier === undefined ? store.add(entry) : store.put({ ...entry, sequence: earlier });
  });
  await reload();
}

// What builds on a refused creation or part was refused with it.
function sentAgainWith({ kind, operationId, asyncCustomerId }) {
  const builds = ({ item }) =>
    item &&
    item.operationId !== operationId &&
    (kind === CREATION || item.addressId === operationId || item.contactId === operationId);
  const others = ofCustomer(asyncCustomerId).filter((entry) => entry.state === REFUSED && builds(entry));
  return Promise.all(others.map((entry) => record(entry, UNSENT)));
}

/** Removes what was done, and keeps the customers as they are now, in one step. */
export async function settle({ done, failed, customers }) {
  const problems = await Promise.all(failed.map(async ({ entry, problem }) => record(entry, REFUSED, problem)));
  await write(['queue', 'customers'], async ({ queue: store, customers: book }) => {
    await Promise.all([
      ...done.map((entry) => store.delete(entry.sequence)),
      ...problems.map((entry) => store.put(entry)),
      ...customers.map((customer) => book.put(customer)),
    ]);
  });
  await reload();
}

/** Sends a refused operation again, unchanged. */
export async function retry(entry) {
  const again = [await record(entry, UNSENT), ...(await sentAgainWith(entry.item))];
  await write(['queue'], ({ queue: store }) => Promise.all(again.map((each) => store.put(each))));
  await reload();
}

export async function discard(these) {
  await write(['queue'], ({ queue: store }) => Promise.all(these.map((entry) => store.delete(entry.sequence))));
  await reload();
}

async function record({ sequence, operationId, customer, madeAt, item }, state, problem) {
  return { sequence, operationId, customer, state, madeAt, sealed: await seal({ item, problem }) };
}

async function reload() {
  await loadQueue();
  tell('queue');
}

/** What may be sent now: nothing of a customer whose creation was refused, because it would be refused too. */
export function sendable() {
  const blocked = new Set(
    refused()
      .filter(({ item }) => item?.kind === CREATION)
      .map(({ customer }) => customer),
  );
  return unsent().filter(({ customer, item }) => item && !blocked.has(customer));
}

/** The operations of a customer that was not created at the service yet go with its creation. */
export function withWhatBuildsOn(entry) {
  return entry.item?.kind === CREATION ? ofCustomer(entry.customer) : [entry];
}
