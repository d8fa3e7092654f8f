import { refusalOfCreation } from '../capabilities.js';
import { book } from '../book.js';
import { isOnline } from '../connection.js';
import { t, time } from '../i18n.js';
import { html, nothing, repeat } from '../lib/lit.js';
import { go } from '../routes.js';
import { search } from '../search.js';
import { emit, on } from '../signals.js';
import { openCreation } from './create.js';
import { action } from './fields.js';
import { resultRow } from './result-row.js';

const TYPING_PAUSE = 150;
const LEAST_CHARACTERS = 2;

const state = { query: '', result: null, searching: false, round: 0 };
let timer = 0;

export const currentQuery = () => state.query;

on('till-closed', () => Object.assign(state, { query: '', result: null }));
on('customer-event', () => state.query && later());

export function findView() {
  return html`<div class="find">
    <h1 class="hidden" tabindex="-1">${t('find.title')}</h1>
    <form role="search" class="searchbar" @submit=${openFirst}>
      <label for="search">${t('find.label')} <kbd>F4</kbd></label>
      <input id="search" type="search" autocomplete="off" enterkeyhint="search" data-focus
        .value=${state.query} @input=${typed} @keydown=${intoResults} aria-describedby="search-hint">
      <p id="search-hint" class="hint">${t('find.hint')}</p>
    </form>
    <div class="bar">
      ${action({ label: t('create.title'), key: 'F2', kind: 'primary', reason: refusalOfCreation(), run: () => openCreation(state.query) })}
      ${
        isOnline() && state.query.length >= LEAST_CHARACTERS
          ? html`<button type="button" @click=${() => run(true)}>${t('find.headquarters')}</button>`
          : nothing
      }
    </div>
    <p role="status" class="quiet">${summary()}</p>
    ${results()}
  </div>`;
}

function summary() {
  const { query, result, searching } = state;
  if (query.trim().length < LEAST_CHARACTERS) {
    return isOnline() ? '' : t('find.offline', { time: time(book().freshAsOf) || t('never') });
  }
  if (!result) {
    return searching ? t('find.searching') : '';
  }
  const count = t('find.count', { count: result.hits.length });
  const where = result.here
    ? t('find.offline', { time: time(book().freshAsOf) || t('never') })
    : result.headquarters?.asked === false
      ? t('find.headquarters-away')
      : '';
  return [count, where].filter(Boolean).join(' ');
}

function results() {
  const { query, result } = state;
  if (!result || query.trim().length < LEAST_CHARACTERS) {
    return nothing;
  }
  return html`<ul class="results">
    ${repeat(
      result.hits,
      ({ customer }) => customer.id,
      ({ customer, reasons }) => html`<li>
      <a href="#/customers/${customer.id}" @keydown=${moveAlong}>${resultRow(customer, reasons)}</a>
    </li>`,
    )}
    ${
      refusalOfCreation()
        ? nothing
        : html`<li>
      <button type="button" class="create" @keydown=${moveAlong} @click=${() => openCreation(query)}>${t('find.create', { query: query.trim() })} <kbd>F2</kbd></button>
    </li>`
    }
  </ul>`;
}

function typed({ target }) {
  state.query = target.value;
  later();
  emit('render');
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(() => run(false), TYPING_PAUSE);
}

async function run(everywhere) {
  clearTimeout(timer);
  const query = state.query.trim();
  if (query.length < LEAST_CHARACTERS) {
    state.result = null;
    emit('render');
    return;
  }
  const round = ++state.round;
  state.searching = true;
  try {
    const result = await search(query, everywhere);
    // A slower answer to an earlier text must not replace this one.
    if (round === state.round) {
      state.result = result;
    }
  } finally {
    state.searching = false;
    emit('render');
  }
}

// A scanner ends with Enter: a single hit, such as that of a loyalty card, opens at once.
async function openFirst(event) {
  event.preventDefault();
  await run(false);
  const hits = state.result?.hits ?? [];
  if (hits.length === 1) {
    go(`customers/${hits[0].customer.id}`);
  } else {
    document.querySelector('.results a')?.focus();
  }
}

const entries = () => [...document.querySelectorAll('.results a, .results button')];

function intoResults(event) {
  if (event.key === 'ArrowDown') {
    event.preventDefault();
    entries()[0]?.focus();
  }
}

function moveAlong(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const all = entries();
    const next = all[all.indexOf(event.currentTarget) + step];
    (next ?? document.getElementById('search')).focus();
  }
}
