import { shop } from '../api.js';
import { chooseLanguage, currentLanguage, t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { state } from '../state.js';
import { account } from './account.js';
import { signUp } from './sign-up.js';

export function shell(isAccount) {
  return html`<a class="skip" href="#main">${t('skip')}</a>
    <header class="top">
      <p class="brand"><strong>Counterpart</strong> ${t('shop')}</p>
      <div class="bar">
        ${languageChoice()}
        ${state.session?.signedIn ? html`<button type="button" @click=${signOut}>${t('sign-out')}</button>` : nothing}
      </div>
    </header>
    <main id="main" tabindex="-1">
      ${state.failure ? html`<p class="alert" role="alert" tabindex="-1">${state.failure}</p>` : nothing}
      <p class="notice ${state.notice ? 'shown' : ''}" role="status" tabindex="-1">${state.notice}</p>
      ${content(isAccount)}
    </main>`;
}

function content(isAccount) {
  if (!state.session) {
    return state.failure ? nothing : html`<p>${t('loading')}</p>`;
  }
  if (!isAccount) {
    return signUp();
  }
  if (!state.session.signedIn) {
    return html`<h1>${t('title.account')}</h1>
      <p>${t('account.signed-out')}</p>
      <p class="bar"><a class="button primary" href="storefront/sign-in/shop">${t('sign-in')}</a>
        <a class="button" href="signup">${t('sign-up.link')}</a></p>`;
  }
  return state.customer ? account() : nothing;
}

function languageChoice() {
  const other = currentLanguage() === 'en' ? 'de' : 'en';
  return html`<button type="button" lang=${other} @click=${() => chooseLanguage(other)}>
    ${other === 'de' ? 'Deutsch' : 'English'}
  </button>`;
}

async function signOut() {
  await shop('POST', 'sign-out').catch(() => {});
  location.assign('account');
}
