import { api } from '../api.js';
import { t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { openForm, state, submit } from '../state.js';
import { action, check, form, textField } from './fields.js';

export const ADDRESS = ['street', 'streetNumber', 'zipCode', 'city', 'country'];

export function addresses(customer) {
  const list = customer.addresses ?? [];
  const adding = state.form?.name === 'address' && !state.form.part;
  return html`<section class="card addresses" aria-labelledby="addresses">
    <h2 id="addresses">${t('addresses.title')}</h2>
    ${list.length ? html`<ul>${list.map((address) => item(customer, address))}</ul>` : html`<p>${t('addresses.none')}</p>`}
    ${adding
      ? addressForm(customer, {})
      : action(t('addresses.add'), customer.capabilities.addAddress, () => openForm('address'))}
  </section>`;
}

function item(customer, address) {
  if (state.form?.name === 'address' && state.form.part === address.id) {
    return html`<li>${addressForm(customer, address)}</li>`;
  }
  return html`<li>
    <p>${describe(address)} ${address.primary ? html`<strong class="tag">${t('field.primary')}</strong>` : nothing}</p>
    ${action(
      t('addresses.edit', { address: describe(address) }),
      customer.capabilities.editAddress,
      () => openForm('address', address.id),
    )}
  </li>`;
}

function describe(address) {
  const street = [address.street, address.streetNumber].filter(Boolean).join(' ');
  const city = [address.zipCode, address.city].filter(Boolean).join(' ');
  return [street, city, address.country].filter(Boolean).join(', ');
}

export const addressFields = (address) => html`${textField('street', address.street, { autocomplete: 'address-line1' })}
  ${textField('streetNumber', address.streetNumber)}
  ${textField('zipCode', address.zipCode, { autocomplete: 'postal-code' })}
  ${textField('city', address.city, { autocomplete: 'address-level2' })}
  ${textField('country', address.country, { hint: t('addresses.country') })}`;

function addressForm(customer, address) {
  const path = `customers/${customer.asyncCustomerId}/addresses`;
  const { version } = customer;
  const content = html`${addressFields(address)}
    ${check('primary', t('field.primary'), address.primary === true)}`;
  const save = (values) => {
    const body = { ...values, primary: values.primary || (address.primary ? false : undefined) };
    return submit(
      () => (address.id ? api('PATCH', `${path}/${address.id}`, { body, version }) : api('POST', path, { body })),
      t('saved'),
    );
  };
  const remove = () => submit(() => api('DELETE', `${path}/${address.id}`, { version }), t('addresses.removed'));
  const extra = address.id
    ? html`<button type="button" class="danger" @click=${remove}>${t('addresses.remove')}</button>`
    : nothing;
  return form([...ADDRESS, 'primary'], save, content, extra);
}
