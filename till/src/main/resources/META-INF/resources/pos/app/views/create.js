// New customer: one form, one save.
import { refusalOfCreation } from '../capabilities.js';
import { configuration, defaults, hasFeature, needsAddress, requiredFields, showsSection } from '../configuration.js';
import { closeDialog, dialog, openDialog } from '../dialogs.js';
import { t } from '../i18n.js';
import { html, nothing, repeat } from '../lib/lit.js';
import { prefill } from '../matching.js';
import { say } from '../notice.js';
import { begin, operation } from '../operations.js';
import { displayName } from '../projection.js';
import { discard, queue, REFUSED } from '../queue.js';
import { go } from '../routes.js';
import { checkCreation } from '../rules.js';
import { emit } from '../signals.js';
import { submitForm } from './submitting.js';
import { dialogFrame } from './dialog-frame.js';
import { creationEntry } from './entry.js';
import { askForDuplicates, askLater, duplicateHints } from './duplicates.js';
import { byPointer, entered, focusFirstFault } from './fields.js';
import {
  addressFields,
  affiliationFields,
  attributeFields,
  contactFields,
  nameFields,
  preferenceFields,
  reachFields,
} from './parts.js';

let row = 0;

/** With what was typed into the search, or with a refused creation that is to be corrected. */
export function openCreation(query = '', refused = null) {
  const refusal = refusalOfCreation();
  if (refusal) {
    say(t(`reason.${refusal}`));
    return;
  }
  const values = refused?.item ?? prefill(query);
  const rows = (list) => (list ?? []).map((value) => ({ key: ++row, value }));
  openDialog({
    view,
    closed,
    values,
    ids: refused ? { operationId: refused.item.operationId, asyncCustomerId: refused.item.asyncCustomerId } : begin(),
    type: values.type ?? defaults().type,
    addresses: values.addresses?.length ? rows(values.addresses) : rows([{}]),
    contacts: rows(values.contacts),
    sections: sectionsFor(values),
    errors: byPointer(refused?.errors ?? []),
    hints: [],
    wasRefused: Boolean(refused),
  });
  if (refused) {
    focusFirstFault();
  }
  if (query) {
    requestAnimationFrame(() => askForDuplicates(document.querySelector('dialog form')));
  }
}

// What a refused creation has is shown, so that correcting it loses nothing.
function sectionsFor({ addresses, contacts, affiliations, attributes }) {
  const given = { ADDRESSES: addresses, CONTACTS: contacts, AFFILIATIONS: affiliations, ATTRIBUTES: attributes };
  return Object.keys(given).filter((section) => given[section] || showsSection(section));
}

function view(model) {
  const { values, errors } = model;
  return dialogFrame({
    model,
    title: t('create.title'),
    save: t('create.save'),
    onSubmit: save,
    onInput: ({ currentTarget }) => askLater(currentTarget),
    body: html`
      ${typeChoice(model)}
      <div class="grid">${nameFields(values, errors, model.type, true)} ${reachFields(values, errors, requiredFields())}</div>
      ${duplicateHints(model)}
      ${addresses(model)}
      ${contacts(model)}
      ${affiliations(model)}
      ${attributes(model)}
      ${preferences(values, errors)}`,
  });
}

function preferences(values, errors) {
  const required = requiredFields();
  const isNeeded = required.includes('language') || required.includes('customerGroup');
  return html`<details ?open=${isNeeded}><summary>${t('section.preferences')}</summary>
    <div class="grid">${preferenceFields(values, errors, true, required)}</div></details>`;
}

const hasMandatory = () => (configuration()?.attributes ?? []).some(({ mandatory }) => mandatory);

function typeChoice(model) {
  const choose = (type) => {
    model.type = type;
    emit('render');
  };
  const option = (type) => html`<label class="option">
    <input type="radio" name="/type" value=${type} .checked=${model.type === type} @change=${() => choose(type)}> ${t(`type.${type}`)}
  </label>`;
  return html`<fieldset class="options"><legend>${t('field.type')}</legend>${option('PERSON')} ${option('ORGANIZATION')}</fieldset>`;
}

/** By the profile when the dialog opened: what is being typed does not vanish. What is mandatory is always asked for. */
const has = (model, section, isNeeded = false) => isNeeded || model.sections.includes(section);

function addresses(model) {
  return has(model, 'ADDRESSES', needsAddress())
    ? repeat(
        model.addresses,
        ({ key }) => key,
        (each, i) => addressSection(model, each, i),
      )
    : nothing;
}

function affiliations(model) {
  return has(model, 'AFFILIATIONS')
    ? html`<details><summary>${t('section.affiliations')}</summary>
      <div class="grid">${affiliationFields(model.values.affiliations ?? defaults().affiliations)}</div></details>`
    : nothing;
}

function attributes(model) {
  return has(model, 'ATTRIBUTES', hasMandatory())
    ? html`<details ?open=${hasMandatory()}><summary>${t('section.attributes')}</summary>
      <div class="grid">${attributeFields(model.values.attributes ?? {}, model.errors)}</div></details>`
    : nothing;
}

function addressSection(model, each, i) {
  const label = i === 0 ? t('section.address') : t('section.another-address', { number: i + 1 });
  const needed = i === 0 && needsAddress();
  return html`<details ?open=${needed || Object.keys(each.value).length > 0 || i > 0 || model.errors.has(`/addresses/${i}/street`)}>
    <summary>${label}${needed ? ' *' : ''}</summary>
    ${needed ? html`<p class="hint">${t('hint.address')}</p>` : nothing}
    <div class="grid">${addressFields(each.value, model.errors, `/addresses/${i}`, model.type)}</div>
    ${
      i === model.addresses.length - 1
        ? html`<button type="button" class="small" @click=${() => add(model.addresses, {})}>${t('create.add-address')}</button>`
        : nothing
    }
  </details>`;
}

function contacts(model) {
  if (!hasFeature('multiple-emails-and-phones') || !has(model, 'CONTACTS')) {
    return nothing;
  }
  return html`<details ?open=${model.contacts.length > 0}>
    <summary>${t('section.contacts')}</summary>
    ${repeat(
      model.contacts,
      ({ key }) => key,
      (each, i) => html`<div class="grid row">
      ${contactFields(each.value, model.errors, `/contacts/${i}`)}
      <button type="button" class="small" @click=${() => remove(model.contacts, each)}>${t('remove')}</button>
    </div>`,
    )}
    <button type="button" class="small" @click=${() => add(model.contacts, { type: 'PHONE' })}>${t('create.add-contact')}</button>
  </details>`;
}

function add(rows, value) {
  rows.push({ key: ++row, value });
  emit('render');
}

function remove(rows, each) {
  rows.splice(rows.indexOf(each), 1);
  emit('render');
}

async function save(event) {
  const model = dialog();
  const entry = creationEntry(entered(event.currentTarget));
  const errors = checkCreation(entry, entry.type, configuration()?.attributes ?? [], {
    needsAddress: needsAddress(),
    required: requiredFields(),
  });
  const done = await submitForm(model, errors, () => operation(model.ids, 'CREATE_CUSTOMER', entry));
  if (done) {
    model.wasSaved = true;
    closeDialog();
    say(t(done.result ? 'create.done' : 'create.queued', { name: displayName(entry) }));
    go(`customers/${model.ids.asyncCustomerId}`);
  }
}

// What was refused before the eyes of the user and given up is not to be fixed later.
function closed() {
  const entry = queue().find(({ operationId }) => operationId === this.ids.operationId);
  if (entry?.state === REFUSED && !this.wasRefused && !this.wasSaved) {
    discard([entry]);
  }
}
