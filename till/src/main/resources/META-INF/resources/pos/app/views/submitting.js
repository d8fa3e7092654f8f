import { t } from '../i18n.js';
import { REFUSED } from '../queue.js';
import { emit } from '../signals.js';
import { StorageFullError } from '../store.js';
import { submit } from '../uploader.js';
import { byPointer, focusFirstFault } from './fields.js';

/**
 * Queues what a form has made and waits for its result while the service answers. Returns undefined if the form stays
 * open, because of faults that it shows now.
 */
export async function submitForm(model, errors, make) {
  model.failure = '';
  model.errors = byPointer(errors);
  if (errors.length > 0) {
    fault();
    return undefined;
  }
  if (model.busy) {
    return undefined;
  }
  model.busy = true;
  emit('render');
  try {
    const result = await submit(make());
    if (result?.outcome === REFUSED) {
      refuse(model, result.problem);
      return undefined;
    }
    return { result };
  } catch (error) {
    model.failure = t(error instanceof StorageFullError ? 'error.storage-full' : 'error.not-stored', {
      detail: error.message,
    });
    fault();
    return undefined;
  } finally {
    model.busy = false;
    emit('render');
  }
}

function refuse(model, problem) {
  model.failure = problem.detail ?? problem.title;
  model.errors = byPointer(errorsOf(problem, model.changedFields));
  fault();
}

/** The errors of a problem with the pointers of the form: without the item, and with the fields of changes. */
export function errorsOf(problem, changedFields = []) {
  return (problem?.errors ?? []).map((error) => {
    const pointer = error.pointer.replace(/^\/items\/\d+/, '').replace(/^\/(address|contact)(?=\/)/, '');
    if (error.code === 'primary-address-required') {
      return { ...error, pointer: '/addresses/0/street' };
    }
    const change = /^\/changes\/(\d+)/.exec(pointer);
    return { ...error, pointer: change && changedFields[change[1]] ? `/${changedFields[change[1]]}` : pointer };
  });
}

function fault() {
  emit('render');
  focusFirstFault();
}
