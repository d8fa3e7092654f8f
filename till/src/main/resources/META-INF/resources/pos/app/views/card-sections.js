import { refusalOf, refusalOfPart, refusalOfWhole } from '../capabilities.js';
import { showsSection } from '../configuration.js';
import { nameOf, t, time } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { addAddress, addContact, addNote, editAddress, editAffiliations, editAttributes, editContact } from './edit.js';
import { ordersOf } from './extras.js';
import { action } from './fields.js';

/** What the functionality profile shows of a customer, and what can be changed in place. */
export const sections = (customer) => [
  facts(customer),
  ...BY_PROFILE.filter(([name]) => showsSection(name)).map(([, each]) => each(customer)),
];

const BY_PROFILE = [
  ['CONTACTS', contacts],
  ['ADDRESSES', addresses],
  ['AFFILIATIONS', affiliations],
  ['ATTRIBUTES', attributes],
  ['NOTES', notes],
  ['LOYALTY_CARDS', cards],
  ['ORDERS', orders],
  ['TIMELINE', timeline],
];

const section = (title, content, button = nothing) =>
  html`<section><header><h2>${title}</h2>${button}</header>${content}</section>`;

function list(entries) {
  const present = entries.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return present.length === 0
    ? html`<p class="quiet">${t('not-entered')}</p>`
    : html`<dl>${present.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

const facts = (customer) =>
  section(
    t('section.facts'),
    list([
      [t('field.type'), t(`type.${customer.type}`)],
      [t('field.title'), customer.title],
      [t('field.email'), customer.email],
      [t('field.phone'), customer.phone],
      [t('field.mobile'), customer.mobile],
      [t('field.url'), customer.url],
      [t('field.vatNumber'), customer.vatNumber],
      [t('field.invoiceAccount'), customer.invoiceAccount],
      [t('field.language'), customer.language && nameOf('language', customer.language)],
      [t('field.currencyCode'), customer.currencyCode && nameOf('currency', customer.currencyCode)],
      [t('field.customerGroup'), customer.customerGroup],
      [t('field.receiptOption'), customer.receiptOption && t(`receipt.${customer.receiptOption}`)],
      [t('field.receiptEmail'), customer.receiptEmail],
      [t('field.optOutPersonalization'), customer.optOutPersonalization ? t('yes') : ''],
      [t('field.optOutWebActivityTracking'), customer.optOutWebActivityTracking ? t('yes') : ''],
    ]),
  );

const small = (label, reason, run) => action({ label, reason, run, kind: 'small' });

function contacts(customer) {
  const rows = (customer.contacts ?? []).map(
    (contact) => html`<li>
    <span>${t(`contact.${contact.type}`)}: <strong>${contact.value}</strong>
      ${contact.marketingConsent === undefined ? nothing : html`<br><span class="quiet">${t(contact.marketingConsent ? 'consent.given' : 'consent.none')}</span>`}</span>
    ${small(t('edit.short'), refusalOfPart(customer, contact, 'editContact'), () => editContact(customer, contact))}
  </li>`,
  );
  const content =
    rows.length > 0 ? html`<ul class="parts">${rows}</ul>` : html`<p class="quiet">${t('contacts.none')}</p>`;
  return section(
    t('section.contacts'),
    content,
    small(t('edit.add-contact'), refusalOf(customer, 'addContact'), () => addContact(customer)),
  );
}

function addresses(customer) {
  const rows = (customer.addresses ?? []).map(
    (address) => html`<li>
    <span><span class="quiet">${t(`purpose.${address.purpose ?? 'HOME'}`)}${address.primary ? ` · ${t('primary')}` : ''}</span><br>
      ${lines(address).map((line) => html`${line}<br>`)}</span>
    ${small(t('edit.short'), refusalOfPart(customer, address, 'editAddress'), () => editAddress(customer, address))}
  </li>`,
  );
  const content =
    rows.length > 0 ? html`<ul class="parts">${rows}</ul>` : html`<p class="quiet">${t('addresses.none')}</p>`;
  return section(
    t('section.addresses'),
    content,
    small(t('edit.add-address'), refusalOf(customer, 'addAddress'), () => addAddress(customer)),
  );
}

const lines = (address) =>
  [
    [address.street, address.streetNumber].filter(Boolean).join(' '),
    address.buildingComplement,
    [address.zipCode, address.city, address.state].filter(Boolean).join(' '),
    address.country,
  ].filter(Boolean);

function affiliations(customer) {
  return section(
    t('section.affiliations'),
    customer.affiliations?.length > 0
      ? html`<p>${customer.affiliations.join(', ')}</p>`
      : html`<p class="quiet">${t('not-entered')}</p>`,
    small(t('edit.short'), refusalOfWhole(customer, 'edit'), () => editAffiliations(customer)),
  );
}

function attributes(customer) {
  return section(
    t('section.attributes'),
    list(Object.entries(customer.attributes ?? {}).map(([name, value]) => [name, String(value)])),
    small(t('edit.short'), refusalOfWhole(customer, 'edit'), () => editAttributes(customer)),
  );
}

function notes(customer) {
  const written = customer.notes ?? [];
  return section(
    t('section.notes'),
    written.length > 0
      ? html`<ul class="parts">${written.map(
          ({ text, writtenAt, clerk }) =>
            html`<li><span><span class="quiet">${[time(writtenAt), clerk].filter(Boolean).join(' · ')}</span><br>
              <span class="note">${text}</span></span></li>`,
        )}</ul>`
      : html`<p class="quiet">${t('notes.none')}</p>`,
    // A note is always possible: it changes nothing.
    small(t('edit.add-note'), null, () => addNote(customer)),
  );
}

function cards(customer) {
  return section(
    t('section.loyalty'),
    customer.loyaltyCards?.length > 0
      ? html`<ul>${customer.loyaltyCards.map((card) => html`<li>${card}</li>`)}</ul>`
      : html`<p class="quiet">${t('loyalty.none')}</p>`,
  );
}

function orders(customer) {
  const made = ordersOf(customer.id);
  return made.length === 0
    ? nothing
    : section(
        t('section.orders'),
        html`<ul>${made.map(
          (order) => html`<li>${order.orderNumber ?? t('state.pending')}: ${order.total} ${order.currencyCode}</li>`,
        )}</ul>`,
      );
}

function timeline(customer) {
  const stages = Object.entries(customer.timeline ?? { created: customer.createdAt });
  return section(t('section.timeline'), list(stages.map(([stage, at]) => [t(`stage.${stage}`), at && time(at)])));
}
