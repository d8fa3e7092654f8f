import { clerk } from './clerks.js';
import { uuid } from './uuid.js';

/** The IDs and the time of an operation, made when its dialog opens: saved twice, it is one operation. */
export function begin(customer = uuid()) {
  return { operationId: uuid(), asyncCustomerId: customer };
}

export function operation(ids, kind, fields) {
  const who = clerk() ? { clerk: clerk().name } : {};
  return { ...ids, kind, occurredAt: new Date().toISOString(), ...who, ...fields };
}
