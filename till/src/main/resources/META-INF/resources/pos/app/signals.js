// What the modules tell each other within this tab, and the tabs of this till to each other.
const listeners = new Map();
const tabs = new BroadcastChannel('counterpart-till');

/** Calls the listener for each signal of this name, of this tab or another one. */
export function on(name, listener) {
  listeners.set(name, [...(listeners.get(name) ?? []), listener]);
}

/** To this tab only. */
export function emit(name, data) {
  (listeners.get(name) ?? []).forEach((listener) => listener(data));
}

/** To the other tabs only. */
export function tell(name, data) {
  tabs.postMessage({ name, data });
}

tabs.addEventListener('message', ({ data }) => emit(data.name, data.data));
