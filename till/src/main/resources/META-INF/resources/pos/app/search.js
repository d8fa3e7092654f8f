import { call, RefusedError, UnreachableError } from './api.js';
import { isOnline } from './connection.js';
import { customersHere, customerView, fromAnswer } from './customers.js';
import { duplicateReasons, match } from './matching.js';
import { displayName } from './projection.js';

const LIMIT = 25;

/** Hits with their reasons: of the service, and of what only this till knows. */
export async function search(query, everywhere = false) {
  if (isOnline()) {
    try {
      return await searchOnline(query, everywhere);
    } catch (error) {
      if (!(error instanceof UnreachableError || (error instanceof RefusedError && error.status !== 422))) {
        throw error;
      }
    }
  }
  return { hits: searchHere(query, () => true), here: true };
}

async function searchOnline(query, everywhere) {
  const body = { query, scope: everywhere ? 'all' : 'channel', limit: LIMIT, partial: true };
  const page = await call('POST', 'customers/search', { body });
  const hits = page.items.map(({ match: quality, matchedBy, ...answer }) => ({
    customer: shown(answer),
    reasons: matchedBy,
    quality,
  }));
  const own = searchHere(query, ({ unsent, refused }) => unsent + refused > 0);
  const ids = new Set(hits.map(({ customer }) => customer.id));
  return {
    hits: [...own.filter(({ customer }) => !ids.has(customer.id)), ...hits],
    here: false,
    everywhere,
    headquarters: page.headquarters,
  };
}

// With the changes that wait in this till.
function shown(answer) {
  const here = customerView(answer.asyncCustomerId);
  return here?.unsent || here?.refused ? here : { ...fromAnswer(answer), name: displayName(answer) };
}

function searchHere(query, condition) {
  const hits = [];
  for (const customer of customersHere()) {
    const reasons = condition(customer) && match(query, customer);
    if (reasons) {
      hits.push({ customer, reasons, quality: 'COMPLETE' });
    }
    if (hits.length === LIMIT) {
      break;
    }
  }
  return hits;
}

/** Customers that the entered one may duplicate. A hint: it never fails. */
export async function possibleDuplicates(entered) {
  if (isOnline()) {
    try {
      const { items } = await call('POST', 'customers/possible-duplicates', { body: entered, patience: 4_000 });
      return items.map(({ customer, reasons }) => ({ customer: shown(customer), reasons }));
    } catch {
      // What this till knows is the next best answer.
    }
  }
  return customersHere()
    .map((customer) => ({ customer, reasons: duplicateReasons(entered, customer) }))
    .filter(({ reasons }) => reasons.length > 0)
    .slice(0, 5);
}
