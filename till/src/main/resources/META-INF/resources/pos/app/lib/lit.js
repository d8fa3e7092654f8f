// The only place that knows where the library is.
export { html, nothing, render } from '../../../webjars/lit-html/lit-html.js';
export { repeat } from '../../../webjars/lit-html/directives/repeat.js';
