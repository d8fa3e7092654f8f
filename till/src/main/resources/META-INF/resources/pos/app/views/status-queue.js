// What waits in this till, by name, and what can be done with what was refused.
import { customerView } from '../customers.js';
import { closeDialog, openDialog } from '../dialogs.js';
import { t, time } from '../i18n.js';
import { html, nothing, repeat } from '../lib/lit.js';
import { discard, ofCustomer, queue, REFUSED, retry, withWhatBuildsOn } from '../queue.js';
import { upload } from '../uploader.js';
import { openCreation } from './create.js';
import { dialogFrame } from './dialog-frame.js';
import { addAddress, addContact, addNote, editAddress, editContact, editProfile } from './edit.js';
import { labelOf, message } from './fields.js';
import { errorsOf } from './submitting.js';

const nameOfCustomer = (entry) => customerView(entry.customer)?.name ?? t('status.unknown-customer');

/** The operations of one customer, on its card. */
export function waitingOf(customer) {
  const entries = ofCustomer(customer.id);
  return entries.length === 0
    ? nothing
    : html`<section class="waiting"><h2>${t('status.waiting')}</h2>${rows(entries)}</section>`;
}

export function rows(entries = queue()) {
  return html`<ul class="queue">${repeat(entries, ({ operationId }) => operationId, entryRow)}</ul>`;
}

function entryRow(entry) {
  if (!entry.item) {
    return html`<li><span>${t('status.unreadable')}<br><span class="quiet">${time(entry.madeAt)}</span></span></li>`;
  }
  const refused = entry.state === REFUSED;
  return html`<li>
    <span>
      <a href="#/customers/${entry.customer}"><strong>${nameOfCustomer(entry)}</strong></a>
      <span class="badge ${refused ? 'bad' : 'waiting'}">${t(refused ? 'state.refused' : 'state.not-sent')}</span><br>
      ${t(`kind.${entry.item.kind}`)} <span class="quiet">${time(entry.madeAt)}${entry.item.clerk ? ` · ${entry.item.clerk}` : ''}</span>
      ${refused ? html`<span class="why">${reasons(entry)}</span>` : nothing}
    </span>
    ${
      refused
        ? html`<span class="bar">
      ${fixOf(entry) ? html`<button type="button" class="small primary" @click=${fixOf(entry)}>${t('status.fix')}</button>` : nothing}
      <button type="button" class="small" @click=${() => again(entry)}>${t('status.retry')}</button>
      <button type="button" class="small danger" @click=${() => confirmDiscard(entry)}>${t('status.discard')}</button>
    </span>`
        : nothing
    }
  </li>`;
}

function reasons({ problem }) {
  const errors = (problem?.errors ?? []).map(
    (error) => `${labelOf(error.pointer.split('/').pop())}: ${message(error)}`,
  );
  return (errors.length > 0 ? errors : [problem?.detail ?? problem?.title ?? '']).join(' ');
}

/** What opens the dialog in which the operation can be corrected; undefined: it can only be sent again or discarded. */
function fixOf(entry) {
  const { item, problem } = entry;
  const customer = customerView(entry.customer);
  const fix = {
    item,
    errors: errorsOf(
      problem,
      (item.changes ?? []).map(({ field }) => field),
    ),
  };
  if (item.kind === 'CREATE_CUSTOMER') {
    return () => openCreation('', fix);
  }
  const part = (list, id) => (customer?.[list] ?? []).find((one) => one.id === id);
  const address = part('addresses', item.addressId);
  const contact = part('contacts', item.contactId);
  const dialogs = {
    EDIT_PROFILE: customer && (() => editProfile(customer, fix)),
    ADD_ADDRESS: customer && (() => addAddress(customer, fix)),
    ADD_CONTACT: customer && (() => addContact(customer, fix)),
    ADD_NOTE: customer && (() => addNote(customer, fix)),
    EDIT_ADDRESS: address && (() => editAddress(customer, address, fix)),
    EDIT_CONTACT: contact && (() => editContact(customer, contact, fix)),
  };
  return dialogs[item.kind] || undefined;
}

async function again(entry) {
  await retry(entry);
  await upload();
}

function confirmDiscard(entry) {
  const all = withWhatBuildsOn(entry);
  openDialog({
    entry,
    view: (model) =>
      dialogFrame({
        model,
        title: t('status.discard-title'),
        save: t('status.discard'),
        danger: true,
        onSubmit: async () => {
          await discard(all);
          closeDialog();
        },
        body: html`<p>${t('status.discard-text', { name: nameOfCustomer(entry), count: all.length })}</p>`,
      }),
  });
}

/** A file with everything that waits, for the case that it cannot be sent from here. */
export function exportQueue() {
  const content = JSON.stringify(
    {
      items: queue()
        .map(({ item }) => item)
        .filter(Boolean),
    },
    null,
    2,
  );
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  link.download = `till-queue-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
