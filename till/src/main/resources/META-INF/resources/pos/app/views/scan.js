// The token of the till from the QR code that headquarters shows.
import { tokenInCode } from '../codes.js';
import { t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { canScan, closeCamera, openCamera, readCodes } from '../scanner.js';
import { emit } from '../signals.js';

const state = { possible: false, stream: null, failure: '', hint: '', busy: false };

canScan().then((possible) => {
  state.possible = possible;
  emit('render');
});

/** `use` gets the token of a code that has one. */
export function scanView(use) {
  if (!state.possible) {
    return nothing;
  }
  if (state.stream) {
    return html`<div class="scan">
      <video autoplay muted playsinline aria-label=${t('scan.picture')} .srcObject=${state.stream}></video>
      <p role="status">${t(state.hint || 'scan.hold')}</p>
      <button type="button" @click=${stop}>${t('cancel')}</button>
    </div>`;
  }
  return html`<div class="scan">
    <button type="button" id="scan" aria-disabled=${state.busy ? 'true' : 'false'} @click=${() => scan(use)}>${t('scan.start')}</button>
    ${state.failure ? html`<p class="fault" role="alert">${t(state.failure)}</p>` : nothing}
  </div>`;
}

async function scan(use) {
  if (state.busy) {
    return;
  }
  Object.assign(state, { busy: true, failure: '', hint: '' });
  const { stream = null, failure = '' } = await openCamera();
  Object.assign(state, { busy: false, stream, failure });
  emit('render');
  if (stream) {
    // The video is in the page after the rendering.
    setTimeout(() => read(use));
  }
}

async function read(use) {
  const video = document.querySelector('.scan video');
  const stream = state.stream;
  let token;
  try {
    await (video && readCodes(video, (text) => (token = tokenOf(text)) !== undefined));
  } catch {
    state.failure = 'scan.not-usable';
  }
  // Also when another view was opened.
  closeCamera(stream);
  if (state.stream === stream) {
    state.stream = null;
    emit('render');
  }
  if (token !== undefined) {
    use(token);
  }
}

function tokenOf(text) {
  const token = tokenInCode(text);
  if (token === undefined) {
    state.hint = 'scan.other-code';
    emit('render');
  }
  return token;
}

function stop() {
  closeCamera(state.stream);
  state.stream = null;
  emit('render');
}
