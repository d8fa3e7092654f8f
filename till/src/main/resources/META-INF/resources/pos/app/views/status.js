import { book, readBookNow } from '../book.js';
import { clerk } from '../clerks.js';
import { connection, goOffline, isOnline, probe } from '../connection.js';
import { bookSize } from '../customers.js';
import { beat, heartbeat, isClockWrong } from '../heartbeat.js';
import { chooseLanguage, currentLanguage, number, t, time } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { queue, refused, unsent } from '../queue.js';
import { till } from '../session.js';
import { checkStorage, isNearlyFull, storage } from '../storage.js';
import { isUpdateReady, update } from '../update.js';
import { lastUpload, upload } from '../uploader.js';
import { exportQueue, rows } from './status-queue.js';

const MEGABYTE = 1024 * 1024;

export function statusView() {
  return html`<div class="status">
    <h1 tabindex="-1">${t('status.title')}</h1>
    <section>
      <header><h2>${t('status.queue')}</h2>
        <div class="bar">
          <button type="button" class="primary" @click=${upload} aria-disabled=${isOnline() ? 'false' : 'true'}>${t('status.send')}</button>
          ${queue().length > 0 ? html`<button type="button" @click=${exportQueue}>${t('status.export')}</button>` : nothing}
        </div></header>
      <p role="status">${t('status.summary', { unsent: unsent().length, refused: refused().length })}</p>
      ${queue().length > 0 ? rows() : nothing}
      ${queue().length > 0 ? html`<p class="hint">${t('status.export-hint')}</p>` : nothing}
    </section>
    <section>
      <header><h2>${t('status.connection')}</h2>
        <div class="bar">
          <button type="button" @click=${checkAll}>${t('status.check')}</button>
          ${
            connection().byHand
              ? html`<button type="button" class="primary" @click=${() => goOffline(false)}>${t('status.go-online')}</button>`
              : html`<button type="button" @click=${() => goOffline(true)}>${t('status.go-offline')}</button>`
          }
        </div></header>
      ${connection().byHand ? html`<p>${t('status.by-hand')}</p>` : nothing}
      <dl>${facts().map(([label, value, bad]) => html`<dt>${label}</dt><dd class=${bad ? 'bad-text' : ''}>${value}</dd>`)}</dl>
    </section>
    <section>
      <header><h2>${t('status.till')}</h2></header>
      <dl>
        <dt>${t('status.device')}</dt><dd>${till()?.device} (${till()?.channel})</dd>
        <dt>${t('status.clerk')}</dt><dd>${clerk()?.name ?? t('status.no-clerk')}</dd>
        <dt>${t('status.version')}</dt><dd>${self.RELEASE.version} ${isUpdateReady() ? html`<button type="button" class="small" @click=${update}>${t('update.now')}</button>` : nothing}</dd>
      </dl>
      <div class="bar" role="group" aria-label=${t('status.language')}>
        ${[
          ['en', 'English'],
          ['de', 'Deutsch'],
        ].map(
          ([tag, name]) => html`<button type="button" class="small" lang=${tag}
          aria-pressed=${currentLanguage() === tag ? 'true' : 'false'} @click=${() => chooseLanguage(tag)}>${name}</button>`,
        )}
      </div>
    </section>
  </div>`;
}

/** Label, value, and whether someone has to do something about it. */
function facts() {
  const { online, byHand, answeredAt, reason } = connection();
  const { usage, quota, persistent } = storage();
  const skew = heartbeat().clockSkewSeconds;
  return [
    [
      t('status.service'),
      online ? t('status.answers') : t('status.no-answer', { reason: reason && `(${reason})` }).trim(),
      !online,
    ],
    [
      t('status.mode'),
      t(byHand ? 'connection.by-hand' : isOnline() ? 'connection.online' : 'connection.offline'),
      false,
    ],
    [t('status.answered'), time(answeredAt) || t('never'), false],
    [t('status.sent'), time(lastUpload()) || t('never'), false],
    [t('status.book'), bookText(), Boolean(book().problem)],
    [t('status.clock'), clockText(skew), isClockWrong()],
    [
      t('status.storage'),
      t('status.storage-used', { used: number(usage / MEGABYTE, 1), quota: number(quota / MEGABYTE) }),
      isNearlyFull(),
    ],
    [t('status.persistence'), t(persistent ? 'status.persistent' : 'status.not-persistent'), !persistent],
  ];
}

function bookText() {
  const { freshAsOf, problem } = book();
  return problem
    ? t(`book.${problem}`)
    : t('status.book-size', { count: number(bookSize()), time: time(freshAsOf) || t('never') });
}

function clockText(skew) {
  if (!isClockWrong()) {
    return t('status.clock-right');
  }
  return t(skew > 0 ? 'status.clock-ahead' : 'status.clock-behind', { seconds: number(Math.abs(skew)) });
}

async function checkAll() {
  await probe();
  await Promise.all([beat(), readBookNow(), checkStorage()]);
}
