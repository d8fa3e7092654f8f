// The events of the channel: account numbers and changes appear without a reload.
import { isOnline } from './connection.js';
import { isKnown, readCustomer } from './customers.js';
import { listen } from './counterpart-events.js';
import { readConfiguration } from './configuration.js';
import { emit, on } from './signals.js';

let listener = null;

function start() {
  if (listener === null && isOnline()) {
    listener = listen({
      address: new URL('../', document.baseURI).href.replace(/\/$/, ''),
      onEvent: receive,
      onState: follow,
    });
  }
}

function stop() {
  listener?.close();
  listener = null;
}

on('till-opened', start);
on('online', start);
on('offline', stop);
on('session-ended', stop);
on('till-closed', stop);

function follow(state) {
  if (state === 'closed') {
    listener = null;
  } else if (state === 'waiting') {
    emit('probe');
  }
}

function receive({ type, data }) {
  if (type === 'configuration-changed') {
    emit('configuration-changed');
    readConfiguration().catch(() => {});
    return;
  }
  emit('customer-event');
  const id = data.asyncCustomerId;
  if (id && isKnown(id)) {
    readCustomer(id).catch(() => {});
  } else if (type === 'events-missed') {
    emit('read-again');
  }
}
