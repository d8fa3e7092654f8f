import { api, shop } from '../api.js';
import { WORDING } from '../consent.js';
import { t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { change, focusOn, reasonOf, state } from '../state.js';
import { ADDRESS, addressFields } from './addresses.js';
import { check, entered, otherFaults, textField } from './fields.js';

const PERSON = ['firstName', 'lastName', 'phone', 'mobile'];

export function signUp() {
  const { session } = state;
  if (!session.signedIn) {
    return html`<h1>${t('title.sign-up')}</h1>
      <p>${t('sign-up.intro')}</p>
      <p class="hint">${t('sign-up.provider')}</p>
      <p><a class="button primary" href="storefront/sign-in/shop">${t('sign-up.continue')}</a></p>`;
  }
  return session.emailVerified ? entry(session) : unconfirmed(session);
}

function unconfirmed(session) {
  return html`<h1>${t('confirm.title')}</h1>
    <p>${t('confirm.text', { email: session.email ?? '' })}</p>
    <p class="hint">${t('confirm.why')}</p>
    <p><a class="button primary" href="storefront/sign-in/shop">${t('confirm.done')}</a></p>`;
}

function entry(session) {
  return html`<h1>${t('entry.title')}</h1>
    <p>${t('entry.text', { email: session.email })}</p>
    <form class="card" novalidate @submit=${submitted}>
      ${otherFaults([...PERSON, ...ADDRESS])}
      <div class="grid">
        ${textField('firstName', session.firstName, { autocomplete: 'given-name' })}
        ${textField('lastName', session.lastName, { autocomplete: 'family-name' })}
        ${phoneField('phone', session)}
        ${requires(session, 'mobile') ? phoneField('mobile', session) : nothing}
        ${session.needsAddress ? addressFields({}) : nothing}
      </div>
      ${session.offersConsent ? check('marketingConsent', t('consent.text'), false, t('consent.hint')) : nothing}
      <div class="bar">
        <button type="submit" class="primary" aria-disabled=${state.busy}>${t('entry.save')}</button>
      </div>
    </form>`;
}

const requires = (session, field) => session.mandatoryFields.includes(field);

function phoneField(name, session) {
  const required = requires(session, name);
  return textField(name, '', { type: 'tel', autocomplete: 'tel', required, hint: required ? '' : t('optional') });
}

// An address that is left empty is none.
function signUpOf(values) {
  const person = Object.entries(values).filter(([name]) => !ADDRESS.includes(name));
  const address = Object.fromEntries(ADDRESS.map((name) => [name, values[name] ?? null]));
  const given = Object.values(address).some((value) => value !== null);
  return { ...Object.fromEntries(person), address: given ? { ...address, primary: true } : null };
}

async function submitted(event) {
  event.preventDefault();
  if (state.busy) {
    return;
  }
  const values = { ...signUpOf(entered(event.currentTarget)), consentText: WORDING };
  change({ busy: true, errors: [], failure: '' });
  try {
    const { customer, created } = await shop('POST', 'sign-up', values);
    if (!created && values.marketingConsent) {
      await consentOfExisting(customer);
    }
    location.assign('account#welcome');
  } catch (error) {
    // Only the owner of the email gets here: it is no secret that the shop must look at its customer.
    const failure = error.status === 409 ? t('failure.contact-shop') : reasonOf(error);
    change({ busy: false, errors: error.problem?.errors ?? [], failure });
    focusOn('[aria-invalid="true"]', '[role="alert"]');
  }
}

// The customer that the shop has already keeps its data, so the consent is a change of its own. If it fails, the account
// page shows that there is none.
async function consentOfExisting(customer) {
  const contact = { type: 'EMAIL', value: state.session.email, marketingConsent: true };
  const circumstances = { consentAt: new Date().toISOString(), consentSource: 'storefront sign-up', consentText: WORDING };
  await api('POST', `customers/${customer}/contacts`, { body: { ...contact, ...circumstances } }).catch(() => {});
}
