import { t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { openForm, state, submit } from '../state.js';
import { api } from '../api.js';
import { addresses } from './addresses.js';
import { consents } from './consents.js';
import { action, form, textField } from './fields.js';
import { privacy } from './privacy.js';

const FIELDS = ['firstName', 'lastName', 'phone'];

export function account() {
  const { customer } = state;
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(' ');
  return html`<h1>${t('account.hello', { name })}</h1>
    <section class="card number" aria-labelledby="number">
      <h2 id="number">${t('number.title')}</h2>
      ${customer.accountNumber
        ? html`<p class="big">${customer.accountNumber}</p>`
        : html`<p class="big pending">${customer.displayAccountNumber}</p><p>${t('number.pending')}</p>`}
    </section>
    ${profile(customer)} ${addresses(customer)} ${consents(customer)} ${privacy(customer)}`;
}

function profile(customer) {
  return html`<section class="card profile" aria-labelledby="profile">
    <h2 id="profile">${t('profile.title')}</h2>
    ${state.form?.name === 'profile' ? profileForm(customer) : profileValues(customer)}
  </section>`;
}

function profileValues(customer) {
  return html`<dl>
      ${row('firstName', customer.firstName)} ${row('lastName', customer.lastName)} ${row('email', customer.email)}
      ${row('phone', customer.phone)}
    </dl>
    ${customer.email === state.session.email
      ? nothing
      : html`<p class="hint">${t('profile.other-email', { email: state.session.email })}</p>`}
    ${action(t('profile.edit'), customer.capabilities.edit, () => openForm('profile'))}`;
}

const row = (field, value) => html`<div><dt>${t(`field.${field}`)}</dt><dd>${value ?? '–'}</dd></div>`;

function profileForm(customer) {
  const content = html`${textField('firstName', customer.firstName, { autocomplete: 'given-name' })}
    ${textField('lastName', customer.lastName, { autocomplete: 'family-name' })}
    ${textField('phone', customer.phone, { type: 'tel', autocomplete: 'tel' })}`;
  const save = (values) =>
    submit(
      () => api('PATCH', `customers/${customer.asyncCustomerId}`, { body: values, version: customer.version }),
      t('saved'),
    );
  return html`${form(FIELDS, save, content)}<p class="hint">${t('profile.email')}</p>`;
}
