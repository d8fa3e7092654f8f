import { clerks, signIn } from '../clerks.js';
import { isOnline } from '../connection.js';
import { t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { countWithoutClerk } from '../queue.js';
import { emit, on } from '../signals.js';

const state = { chosen: null, failure: null, busy: false, waiting: 0 };

on('till-closed', countWaiting);

/** What waits is sent only after a clerk has signed in, because it is encrypted. */
export async function countWaiting() {
  const { unsent, refused } = await countWithoutClerk();
  state.waiting = unsent + refused;
  emit('render');
}

export function signInView() {
  const list = clerks();
  const chosen = state.chosen ?? (list.length === 1 ? list[0].id : null);
  return html`<div class="narrow">
    <h1 tabindex="-1">${t('sign-in.title')}</h1>
    ${isOnline() ? nothing : html`<p class="quiet">${t('sign-in.offline')}</p>`}
    ${state.waiting > 0 ? html`<p class="alert warning">${t('sign-in.waiting', { count: state.waiting })}</p>` : nothing}
    <form novalidate @submit=${submit}>
      <fieldset class="clerks"><legend>${t('sign-in.who')}</legend>
        ${list.map(
          ({
            id,
            name,
          }) => html`<label class="option"><input type="radio" name="clerk" value=${id} .checked=${chosen === id}
          @change=${() => choose(id)}> ${name}</label>`,
        )}
      </fieldset>
      <div class="field">
        <label for="pin">${t('sign-in.pin')}</label>
        <input id="pin" type="password" inputmode="numeric" autocomplete="off" maxlength="8"
          aria-invalid=${state.failure ? 'true' : nothing} aria-describedby=${state.failure ? 'pin-fault' : nothing}>
        ${state.failure ? html`<p class="fault" id="pin-fault" role="alert">${t(...state.failure)}</p>` : nothing}
      </div>
      <button class="primary" aria-disabled=${state.busy ? 'true' : 'false'}>${t('sign-in.submit')} <kbd>${t('key.enter')}</kbd></button>
    </form>
  </div>`;
}

function choose(id) {
  state.chosen = id;
  state.failure = null;
  emit('render');
  document.getElementById('pin').focus();
}

async function submit(event) {
  event.preventDefault();
  const pin = event.currentTarget.querySelector('#pin');
  const clerk = event.currentTarget.querySelector('[name="clerk"]:checked')?.value;
  if (state.busy) {
    return;
  }
  if (!clerk || !/^\d{4,8}$/.test(pin.value)) {
    state.failure = [clerk ? 'sign-in.pin-form' : 'sign-in.choose', {}];
    emit('render');
    return;
  }
  state.busy = true;
  emit('render');
  try {
    state.failure = (await signIn(clerk, pin.value)) ?? null;
  } finally {
    pin.value = '';
    state.busy = false;
    emit('render');
  }
}
