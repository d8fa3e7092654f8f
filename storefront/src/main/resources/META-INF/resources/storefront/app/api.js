const ROOT = new URL('./', document.baseURI);
const PATIENCE = 15_000;

/** The service refused a request; `problem` says why. Status 0: it did not answer. */
export class RefusedError extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.problem = problem;
  }

  /** The last part of a problem's type, for example `customer-blocked`. */
  get type() {
    return this.problem.type?.split('/').pop() ?? '';
  }
}

/** A request to the pages' own service. The session is in a cookie that no script can read. */
export const shop = (method, path, body) => send(method, `storefront/${path}`, body, {});

/** A request to the API as the customer that is signed in, which the header asks for. */
export function api(method, path, { body, version } = {}) {
  const headers = { 'Counterpart-Session': 'customer' };
  if (version !== undefined) {
    headers['If-Match'] = `"${version}"`;
  }
  return send(method, `api/v1/${path}`, body, headers);
}

async function send(method, path, body, more) {
  const headers = { Accept: 'application/json', ...more };
  if (body !== undefined) {
    headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  }
  let response;
  try {
    response = await fetch(new URL(path, ROOT), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch (error) {
    throw new RefusedError(0, { title: error.message });
  }
  if (response.ok) {
    return response.status === 204 ? undefined : response.json();
  }
  throw new RefusedError(response.status, await response.json().catch(() => ({})));
}
