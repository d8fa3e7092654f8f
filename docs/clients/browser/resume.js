// Sees the account number of a customer arrive, loses the network, and misses nothing that happens meanwhile.
// Usage: node resume.js <address of the channel service> <access token>
import { listen } from './counterpart-events.js';

const [address, token] = process.argv.slice(2);
const authorized = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
const network = { isUp: true, requests: [], cable: new AbortController() };
const events = [];
const states = [];

async function main() {
  const listener = listen({
    address,
    token: () => token,
    onEvent: (event) => events.push(event),
    onState: (state) => states.push(state),
    fetch: fetchThroughNetwork,
  });
  await until('the stream is open', () => states.at(-1) === 'open');
  const ann = await create('Ann');
  await until('the account number of Ann arrives', () => syncedEvents(ann).length > 0);
  check(syncedEvents(ann)[0].data.accountNumber.length > 0, 'the event has the account number');

  network.isUp = false;
  network.cable.abort();
  await until('the connection is lost', () => states.at(-1) === 'waiting');
  const seen = listener.lastEventId;
  const ben = await create('Ben');
  await until('Ben has an account number', async () => (await read(ben)).accountNumber !== null);
  check(syncedEvents(ben).length === 0, 'nothing arrives without a network');
  network.isUp = true;
  await until('the account number of Ben arrives', () => syncedEvents(ben).length > 0);
  check(network.requests.at(-1)['Last-Event-ID'] === seen, 'resumed behind the last event');
  check(events.every(({ id }, i) => i === 0 || Number(id) > Number(events[i - 1].id)), 'each event arrived once');

  listener.close();
  check(states.at(-1) === 'closed', 'closed');
  await stopsWithAnInvalidToken();
  console.log('the events were resumed');
}

async function stopsWithAnInvalidToken() {
  const before = network.requests.length;
  const refused = await new Promise((resolve) => {
    const onState = (state, status) => resolve(`${state} ${status}`);
    listen({ address, token: 'invalid', onEvent: () => {}, onState, fetch: fetchThroughNetwork });
  });
  check(refused === 'closed 401', `an invalid token is final, not ${refused}`);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  check(network.requests.length === before + 1, 'an invalid token is not sent again');
}

async function fetchThroughNetwork(url, request) {
  if (!network.isUp) {
    throw new TypeError('There is no network');
  }
  network.requests.push(request.headers);
  const cable = new AbortController();
  network.cable = cable;
  request.signal.addEventListener('abort', () => cable.abort());
  return fetch(url, { ...request, signal: cable.signal });
}

async function create(firstName) {
  const body = JSON.stringify({ type: 'PERSON', firstName, lastName: 'Browser' });
  const response = await fetch(`${address}/api/v1/customers`, { method: 'POST', headers: authorized, body });
  check(response.status === 201, `${firstName} is created, not ${response.status}`);
  return (await response.json()).asyncCustomerId;
}

async function read(id) {
  return (await fetch(`${address}/api/v1/customers/${id}`, { headers: authorized })).json();
}

function syncedEvents(id) {
  return events.filter(({ type, data }) => type === 'customer-synced' && data.asyncCustomerId === id);
}

async function until(what, condition) {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    check(Date.now() < deadline, what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function check(holds, what) {
  if (!holds) {
    throw new Error(`Not as expected: ${what}`);
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
