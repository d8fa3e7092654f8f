// The dialogs that change a customer. Each makes one operation with what the user saw and what was entered.
import { closeDialog, dialog, openDialog } from '../dialogs.js';
import { t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { say } from '../notice.js';
import { begin, operation } from '../operations.js';
import { discard, queue, REFUSED } from '../queue.js';
import { dialogFrame } from './dialog-frame.js';
import { CONTENT } from './edit-content.js';
import { byPointer, check, entered, labelOf } from './fields.js';
import {
  addressFields,
  affiliationFields,
  attributeFields,
  contactFields,
  nameFields,
  noteField,
  preferenceFields,
  reachFields,
} from './parts.js';
import { submitForm } from './submitting.js';

/** `fix` is a refused operation that is to be corrected: its values are shown, and it keeps its ID. */
function open(kind, customer, more, fix) {
  openDialog({
    view,
    closed,
    kind,
    customer,
    ids: fix ? { operationId: fix.item.operationId, asyncCustomerId: customer.id } : begin(customer.id),
    errors: byPointer(fix?.errors ?? []),
    wasRefused: Boolean(fix),
    ...more,
  });
}

const seenIn = (item, values) => ({
  ...values,
  ...Object.fromEntries((item?.changes ?? []).map((one) => [one.field, one.oldValue])),
});
const newIn = (item, values) => ({
  ...values,
  ...Object.fromEntries((item?.changes ?? []).map((one) => [one.field, one.newValue])),
});

export const editProfile = (customer, fix) =>
  open(
    'EDIT_PROFILE',
    customer,
    { title: t('edit.profile'), seen: seenIn(fix?.item, customer), values: newIn(fix?.item, customer) },
    fix,
  );
export const addAddress = (customer, fix) =>
  open('ADD_ADDRESS', customer, { title: t('edit.add-address'), values: fix?.item.address ?? {} }, fix);
export const editAddress = (customer, address, fix) =>
  open(
    'EDIT_ADDRESS',
    customer,
    { title: t('edit.address'), part: address, seen: seenIn(fix?.item, address), values: newIn(fix?.item, address) },
    fix,
  );
export const addContact = (customer, fix) =>
  open('ADD_CONTACT', customer, { title: t('edit.add-contact'), values: fix?.item.contact ?? { type: 'PHONE' } }, fix);
export const editContact = (customer, contact, fix) =>
  open(
    'EDIT_CONTACT',
    customer,
    { title: t('edit.contact'), part: contact, seen: seenIn(fix?.item, contact), values: newIn(fix?.item, contact) },
    fix,
  );
export const addNote = (customer, fix) =>
  open('ADD_NOTE', customer, { title: t('edit.add-note'), values: { note: fix?.item.note } }, fix);
export const editAffiliations = (customer) =>
  open('SET_AFFILIATIONS', customer, { title: t('section.affiliations'), seen: customer, values: customer });
export const editAttributes = (customer) =>
  open('SET_ATTRIBUTES', customer, {
    title: t('section.attributes'),
    seen: customer.attributes ?? {},
    values: customer,
  });

function view(model) {
  const removable = (model.kind === 'EDIT_ADDRESS' || model.kind === 'EDIT_CONTACT') && !model.wasRefused;
  return dialogFrame({
    model,
    title: model.title,
    save: t('save'),
    onSubmit: save,
    body: html`<div class="grid">${FIELDS[model.kind](model)}</div>`,
    extra: removable
      ? html`<button type="button" class="danger" @click=${deactivate}>${t('remove')}</button>`
      : nothing,
  });
}

const FIELDS = {
  EDIT_PROFILE: ({ values, errors, customer }) => html`
    ${nameFields(values, errors, customer.type, true)} ${reachFields(values, errors)}
    ${customer.complete ? preferenceFields(values, errors, false) : html`<p class="quiet wide">${t('edit.only-book')}</p>`}`,
  ADD_ADDRESS: addressWithPrimary,
  EDIT_ADDRESS: addressWithPrimary,
  ADD_CONTACT: ({ values, errors }) => contactFields(values, errors),
  EDIT_CONTACT: ({ values, errors }) => contactFields(values, errors),
  ADD_NOTE: ({ values, errors }) => noteField(values, errors),
  SET_AFFILIATIONS: ({ values }) => affiliationFields(values.affiliations ?? []),
  SET_ATTRIBUTES: ({ values, errors }) => attributeFields(values.attributes ?? {}, errors),
};

function addressWithPrimary({ values, errors, customer }) {
  const primary = check({ pointer: '/primary', label: t('field.primary'), value: values.primary });
  return html`${addressFields(values, errors, '', customer.type)} ${primary}`;
}

async function save(event) {
  const model = dialog();
  const { fields, errors } = CONTENT[model.kind](model, entered(event.currentTarget));
  if (errors.length === 0 && fields.changes?.length === 0) {
    model.unchanged = true;
    closeDialog();
    return;
  }
  await finish(model, errors, model.kind, fields);
}

const deactivate = () => {
  const model = dialog();
  const address = model.kind === 'EDIT_ADDRESS';
  finish(
    model,
    [],
    address ? 'DEACTIVATE_ADDRESS' : 'DEACTIVATE_CONTACT',
    address ? { addressId: model.part.id } : { contactId: model.part.id },
  );
};

async function finish(model, errors, kind, fields) {
  model.changedFields = (fields.changes ?? []).map(({ field }) => field);
  const done = await submitForm(model, errors, () => operation(model.ids, kind, fields));
  if (done) {
    model.wasSaved = true;
    closeDialog();
    say(outcome(done.result));
  }
}

function outcome(result) {
  if (result?.outcome === 'MERGED') {
    return t('edit.merged', { fields: result.overridden.map(({ field }) => labelOf(field)).join(', ') });
  }
  return t(result ? 'edit.done' : 'edit.queued');
}

function closed() {
  const entry = queue().find(({ operationId }) => operationId === this.ids.operationId);
  if (entry?.state === REFUSED && !this.wasSaved && (!this.wasRefused || this.unchanged)) {
    discard([entry]);
  }
}
