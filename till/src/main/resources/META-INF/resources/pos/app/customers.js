// The customers that this till knows: in memory while a clerk is signed in, encrypted in the storage.
import { call } from './api.js';
import { displayName, project } from './projection.js';
import { ofCustomer, queue, REFUSED, UNSENT } from './queue.js';
import { emit, on, tell } from './signals.js';
import { all, one, write } from './store.js';
import { isOpen, seal, unseal } from './vault.js';

const PARTS = 'addresses,contacts,affiliations,attributes,timeline';

let known = new Map();

export async function loadCustomers() {
  const records = await all('customers');
  const opened = await Promise.all(records.map(({ sealed: content }) => unseal(content)));
  known = new Map(opened.filter(Boolean).map((customer) => [customer.id, customer]));
  emit('render');
}

export function forgetCustomers() {
  known = new Map();
}

on('customers', async (ids) => {
  if (!isOpen()) {
    return;
  }
  for (const id of ids) {
    const record = await one('customers', id);
    const customer = record && (await unseal(record.sealed));
    customer ? known.set(id, customer) : known.delete(id);
  }
  emit('render');
});

/** As the queue leaves it; undefined: not known here. */
export function customerView(id) {
  const waiting = ofCustomer(id).filter(({ item }) => item);
  const customer = project(
    known.get(id),
    waiting.map(({ item }) => item),
  );
  return (
    customer && {
      ...customer,
      name: displayName(customer),
      unsent: waiting.filter(({ state }) => state === UNSENT).length,
      refused: waiting.filter(({ state }) => state === REFUSED).length,
      isUnsentCreation: !known.has(id),
    }
  );
}

/** All that are known here, those with waiting operations first. */
export function customersHere() {
  const first = new Set(queue().map(({ customer }) => customer));
  return [...first, ...[...known.keys()].filter((id) => !first.has(id))].map(customerView).filter(Boolean);
}

export const bookSize = () => known.size;
/** Without the queue. */
export const stored = (id) => known.get(id);
export const isKnown = (id) => known.has(id);

/** The customer in the form in which it is stored, from an answer of the API. */
export function fromAnswer(answer, earlier = known.get(answer.asyncCustomerId)) {
  const complete = answer.addresses !== undefined && answer.contacts !== undefined;
  const { notes = earlier?.notes, ...stages } = answer.timeline ?? {};
  const timeline = answer.timeline ? { timeline: stages } : {};
  return {
    ...earlier,
    ...answer,
    ...timeline,
    notes,
    id: answer.asyncCustomerId,
    complete: complete || earlier?.complete === true,
  };
}

/** From the copy for offline work, which has no parts but the most important ones. */
export function fromBook(entry) {
  const { address, furtherEmails, furtherPhones, ...fields } = entry;
  const earlier = known.get(entry.asyncCustomerId);
  if (earlier?.complete && earlier.version === entry.version) {
    return { ...earlier, ...fields, id: entry.asyncCustomerId };
  }
  const contact = (type) => (value) => ({ type, value });
  return {
    ...fields,
    id: entry.asyncCustomerId,
    complete: false,
    addresses: address ? [{ ...address, primary: true }] : [],
    contacts: [...furtherEmails.map(contact('EMAIL')), ...furtherPhones.map(contact('PHONE'))],
  };
}

export async function sealed(customer) {
  return { id: customer.id, sealed: await seal(customer) };
}

export async function keep(customers, removed = [], alsoIn = [], also = () => {}) {
  const records = await Promise.all(customers.map(sealed));
  await write(['customers', ...alsoIn], async (stores) => {
    await Promise.all([
      ...records.map((each) => stores.customers.put(each)),
      ...removed.map((id) => stores.customers.delete(id)),
      also(stores),
    ]);
  });
  announce(customers, removed);
}

/** After another module stored them. */
export function announce(customers, removed = []) {
  customers.forEach((customer) => known.set(customer.id, customer));
  removed.forEach((id) => known.delete(id));
  tell('customers', [...customers.map(({ id }) => id), ...removed]);
  emit('render');
}

/** Reads everything about a customer and keeps it for offline work. */
export async function readCustomer(id) {
  const answer = await call('GET', `customers/${id}?include=${PARTS}`);
  const customer = fromAnswer(answer);
  await keep([customer]);
  return customer;
}
