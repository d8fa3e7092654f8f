import { api } from '../api.js';
import { WORDING } from '../consent.js';
import { day, t } from '../i18n.js';
import { html } from '../lib/lit.js';
import { state, submit } from '../state.js';
import { action } from './fields.js';

export function consents(customer) {
  const contact = (customer.contacts ?? []).find(
    ({ type, value }) => type === 'EMAIL' && value.toLowerCase() === state.session.email.toLowerCase(),
  );
  const given = contact?.marketingConsent === true;
  const capability = contact ? customer.capabilities.editContact : customer.capabilities.addContact;
  return html`<section class="card consents" aria-labelledby="consents">
    <h2 id="consents">${t('consent.title')}</h2>
    <p>${t('consent.text')}</p>
    <p class="answer">${given ? since(contact) : t('consent.not-given')}</p>
    ${action(t(given ? 'consent.withdraw' : 'consent.give'), capability, () => decide(customer, contact, !given))}
  </section>`;
}

const since = ({ consentAt }) => (consentAt ? t('consent.given-at', { day: day(consentAt) }) : t('consent.given'));

function decide(customer, contact, marketingConsent) {
  const path = `customers/${customer.asyncCustomerId}/contacts`;
  const consentAt = new Date().toISOString();
  const decision = { marketingConsent, consentAt, consentSource: 'storefront account', consentText: WORDING };
  return submit(
    () =>
      contact
        ? api('PATCH', `${path}/${contact.id}`, { body: decision, version: customer.version })
        : api('POST', path, { body: { type: 'EMAIL', value: state.session.email, ...decision } }),
    t(marketingConsent ? 'consent.thanks' : 'consent.withdrawn'),
  );
}
