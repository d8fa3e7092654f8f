import { emit, on } from './signals.js';

const ROOT = new URL('../', document.baseURI);
const PATIENCE = 8_000;

let closed = false;
// How many sessions this page has opened.
let sessions = 0;

on('session-opened', () => sessions++);

/** The channel service did not answer, or the till was taken offline. */
export class UnreachableError extends Error {}

/** The channel service refused the request. */
export class RefusedError extends Error {
  constructor(status, problem, retryAfter) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get type() {
    return typeOf(this.problem);
  }
}

/** The last part of a problem's type, for example `customer-blocked`. */
function typeOf(problem) {
  return problem?.type?.split('/').pop() ?? '';
}

/** Stops all requests but those that are sent although the till is offline by hand. */
export function closeApi(now) {
  closed = now;
}

export const address = (path) => new URL(`api/v1/${path}`, ROOT).href;

/** Returns the body of the answer; throws an `UnreachableError` or a `RefusedError`. */
export async function call(method, path, { body, headers = {}, patience = PATIENCE, although = false } = {}) {
  if (closed && !although) {
    throw new UnreachableError('offline by hand');
  }
  const sentIn = sessions;
  const response = await send(method, path, body, headers, patience);
  if ([502, 503, 504].includes(response.status)) {
    const problem = await response.json().catch(() => ({}));
    // The service answered, but headquarters did not answer it.
    if (typeOf(problem) === 'headquarters-unreachable') {
      throw new RefusedError(response.status, problem);
    }
    emit('unreachable', problem.title ?? String(response.status));
    throw new UnreachableError(String(response.status));
  }
  emit('answered');
  if (response.ok) {
    return response.status === 204 ? undefined : response.json();
  }
  const problem = await response.json().catch(() => ({}));
  if (response.status === 401 && problem.wipe === true) {
    emit('revoked');
  } else if (response.status === 401 && sentIn === sessions) {
    // An answer to a request from before the present session says nothing about it.
    emit('session-ended');
  }
  throw new RefusedError(response.status, problem, Number(response.headers.get('Retry-After')) || undefined);
}

async function send(method, path, body, headers, patience) {
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
  try {
    return await fetch(address(path), {
      method,
      headers: { Accept: 'application/json', ...json, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    emit('unreachable', '');
    throw new UnreachableError(error.message);
  }
}
