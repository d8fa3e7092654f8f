import { call } from './api.js';
import { connection, isOnline } from './connection.js';
import { countWithoutClerk } from './queue.js';
import { emit, on } from './signals.js';
import { all, saveSetting, setting } from './store.js';

const LOCK = 'counterpart-till-heartbeat';
const LARGEST_SKEW = 30;

const state = { clockSkewSeconds: 0, sentAt: null };
let pause = 60_000;

export const heartbeat = () => state;
export const isClockWrong = () => Math.abs(state.clockSkewSeconds) > LARGEST_SKEW;

/** Tells headquarters how this till is. All tabs are one till, so one of them sends it. */
export async function beat() {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    const last = await setting('heartbeat');
    const age = Date.now() - (last ?? 0);
    if (lock && connection().online && !(age >= 0 && age < pause - 1_000)) {
      await send().catch(() => {});
    }
  });
}

async function send() {
  const { unsent, refused } = await countWithoutClerk();
  const oldest = (await all('queue')).map(({ madeAt }) => madeAt).sort()[0];
  const body = {
    version: self.RELEASE.version,
    clock: new Date().toISOString(),
    unsent,
    refused,
    ...(oldest ? { oldestUnsentAt: oldest } : {}),
    online: isOnline(),
  };
  const answer = await call('POST', 'tills/heartbeat', { body, although: true });
  await saveSetting('heartbeat', Date.now());
  Object.assign(state, { clockSkewSeconds: answer.clockSkewSeconds, sentAt: Date.now() });
  pause = 1_000 * answer.nextInSeconds;
  emit('render');
}

setInterval(beat, 15_000);
on('online', beat);
on('till-opened', beat);
