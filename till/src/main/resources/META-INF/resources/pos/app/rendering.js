import { showDialog } from './dialogs.js';
import { render } from './lib/lit.js';
import { emit, on } from './signals.js';
import { shell, titleOfPage } from './views/shell.js';

let scheduled = false;

/** Renders once per frame, however many changes there are. */
export function startRendering() {
  on('render', schedule);
  addEventListener('hashchange', () => {
    schedule();
    emit('navigated');
    requestAnimationFrame(() => requestAnimationFrame(focusView));
  });
  schedule();
}

function schedule() {
  if (!scheduled) {
    scheduled = true;
    // Not a frame: a tab in the background has none.
    queueMicrotask(() => {
      scheduled = false;
      render(shell(), document.getElementById('app'));
      document.title = titleOfPage();
      showDialog();
    });
  }
}

// The keyboard and screen readers continue in the new view.
function focusView() {
  const target = document.querySelector('main [data-focus]') ?? document.querySelector('main h1');
  target?.focus();
}
