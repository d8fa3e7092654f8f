// The only place that knows where the library is.
export { openDB, deleteDB } from '../../../webjars/idb/build/index.js';
