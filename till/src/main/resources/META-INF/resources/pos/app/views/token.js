import { t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { go } from '../routes.js';
import { openWithToken, till, wasWiped, forgetWipe } from '../session.js';
import { emit } from '../signals.js';
import { scanView } from './scan.js';

const state = { failure: '', busy: false };

/** Opens the till for the first time, or again after its session has ended. */
export function tokenView() {
  return html`<div class="narrow">
    <h1 tabindex="-1">${t(till() ? 'token.again' : 'token.title')}</h1>
    ${wasWiped() ? html`<div class="alert" role="alert"><p>${t('token.wiped')}</p></div>` : nothing}
    <p>${t(till() ? 'token.again-text' : 'token.text')}</p>
    <form novalidate @submit=${open}>
      <div class="field">
        <label for="token">${t('token.label')}</label>
        <input id="token" type="password" autocomplete="off" autofocus required data-focus
          aria-invalid=${state.failure ? 'true' : nothing} aria-describedby=${state.failure ? 'token-fault' : nothing}>
        ${state.failure ? html`<p class="fault" id="token-fault" role="alert">${t(state.failure)}</p>` : nothing}
      </div>
      <button class="primary" aria-disabled=${state.busy ? 'true' : 'false'}>${t('token.open')} <kbd>${t('key.enter')}</kbd></button>
    </form>
    ${scanView(use)}
  </div>`;
}

async function open(event) {
  event.preventDefault();
  const field = event.currentTarget.querySelector('input');
  const token = field.value.trim();
  // A scanned code may be the address that headquarters shows.
  const inAddress = /#token=([^&\s]+)$/.exec(token)?.[1];
  await use(inAddress ? decodeURIComponent(inAddress) : token);
  if (!state.failure) {
    field.value = '';
  }
}

async function use(token) {
  if (!token || state.busy) {
    return;
  }
  state.busy = true;
  emit('render');
  state.failure = /^[\x21-\x7e]+$/.test(token) ? ((await openWithToken(token)) ?? '') : 'token.refused';
  state.busy = false;
  if (!state.failure) {
    forgetWipe();
    go('');
  }
  emit('render');
}
