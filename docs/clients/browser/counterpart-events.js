// Listens to the events of a channel (GET /api/v1/events) with fetch, and resumes after each interruption.
// An ES module without dependencies, for browsers and Node.js 18 or newer.

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
// The service sends a comment every 15 seconds. After three missing ones, or sleep, the connection counts as lost.
const LONGEST_SILENCE = 45_000;
const CHECK_INTERVAL = 5_000;

/**
 * @typedef {object} ChannelEvent
 * @property {string} id to resume behind this event
 * @property {string} type customer-synced, customer-sync-failed, customer-changed, customer-erased, configuration-changed, events-missed
 * @property {any} data
 */

/**
 * Listens until it is closed or the service refuses the caller.
 *
 * @param {object} options
 * @param {string} [options.address] of the channel service; empty for a page of the service itself
 * @param {string | (() => string)} [options.token] the access token; omit it in a page with a session
 * @param {string} [options.lastEventId] resumes behind this event; omit it to receive what happens from now on
 * @param {(event: ChannelEvent) => void} options.onEvent
 * @param {(state: 'open' | 'waiting' | 'closed', status?: number) => void} [options.onState] closed with a status: the
 *   service refused the caller, for example with 401
 * @param {typeof fetch} [options.fetch]
 */
export function listen(options) {
  return new EventListener(options);
}

class EventListener {
  #options;
  #lastEventId;
  #failures = 0;
  #retry = FIRST_PAUSE;
  #heardAt = 0;
  #connection = new AbortController();
  #endPause = () => {};
  #closed = false;
  #onWake = () => this.#wake();

  constructor(options) {
    this.#options = { address: '', onState: () => {}, fetch: (...request) => fetch(...request), ...options };
    this.#lastEventId = options.lastEventId ?? '';
    globalThis.addEventListener?.('online', this.#onWake);
    globalThis.addEventListener?.('pageshow', this.#onWake);
    globalThis.document?.addEventListener('visibilitychange', this.#onWake);
    this.#run();
  }

  /** The last event that was received; empty: none yet. */
  get lastEventId() {
    return this.#lastEventId;
  }

  close() {
    this.#close();
  }

  async #run() {
    while (!this.#closed) {
      const pause = await this.#connect();
      if (!this.#closed) {
        this.#options.onState('waiting');
        await this.#pauseFor(pause);
      }
    }
  }

  /** Returns after the end of the connection, with the pause before the next one. */
  async #connect() {
    const connection = new AbortController();
    this.#connection = connection;
    this.#heardAt = Date.now();
    const check = setInterval(() => this.#abandonIfSilent(), CHECK_INTERVAL);
    try {
      const { address, fetch } = this.#options;
      const request = { headers: this.#headers(), cache: 'no-store', signal: connection.signal };
      const response = await fetch(`${address}/api/v1/events`, request);
      if (response.ok) {
        this.#options.onState('open');
        await this.#read(response.body);
        return spread(this.#retry);
      }
      if (isFinal(response.status)) {
        this.#close(response.status);
      }
      return Math.max(1_000 * Number(response.headers.get('Retry-After') ?? 0), this.#backOff());
    } catch {
      return this.#backOff();
    } finally {
      clearInterval(check);
      connection.abort();
    }
  }

  #headers() {
    const { token } = this.#options;
    const headers = { Accept: 'text/event-stream' };
    if (token) {
      headers.Authorization = `Bearer ${typeof token === 'function' ? token() : token}`;
    }
    if (this.#lastEventId) {
      headers['Last-Event-ID'] = this.#lastEventId;
    }
    return headers;
  }

  async #read(body) {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done || this.#closed) {
        return;
      }
      this.#heardAt = Date.now();
      this.#failures = 0;
      const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n');
      text = blocks.pop();
      blocks.forEach((block) => this.#receive(block));
    }
  }

  #receive(block) {
    const fields = new Map(block.split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line)?.slice(1) ?? []));
    if (fields.has('retry')) {
      this.#retry = Number(fields.get('retry'));
    }
    if (!fields.has('data') || this.#closed) {
      return;
    }
    const id = fields.get('id') ?? this.#lastEventId;
    try {
      this.#options.onEvent({ id, type: fields.get('event'), data: JSON.parse(fields.get('data')) });
    } catch (error) {
      // A fault of the page must not stop the events after this one.
      console.error(error);
    }
    this.#lastEventId = id;
  }

  #backOff() {
    return spread(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures++));
  }

  #pauseFor(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  // The network is back, or the page is visible again.
  #wake() {
    this.#endPause();
    this.#abandonIfSilent();
  }

  #abandonIfSilent() {
    if (Date.now() - this.#heardAt > LONGEST_SILENCE) {
      this.#connection.abort();
    }
  }

  #close(status) {
    if (this.#closed) {
      return;
    }
    this.#closed = true;
    globalThis.removeEventListener?.('online', this.#onWake);
    globalThis.removeEventListener?.('pageshow', this.#onWake);
    globalThis.document?.removeEventListener('visibilitychange', this.#onWake);
    this.#connection.abort();
    this.#endPause();
    this.#options.onState('closed', status);
  }
}

// A random part keeps all tills from coming back at the same instant.
function spread(milliseconds) {
  return milliseconds * (0.5 + Math.random() / 2);
}

// The same request would be refused again: no or another token, a foreign origin, an unknown Last-Event-ID.
function isFinal(status) {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
