// Small things that need no server: tick all rows of a list, show a time in the reader's own zone on hover, and leave
// a part of the page as it is while somebody moves in it with the keyboard, who would lose their place.
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-tick-all]");
  if (all) {
    all.closest("form").querySelectorAll("input[name=" + all.dataset.tickAll + "]").forEach((box) => { box.checked = all.checked; });
  }
  const go = event.target.closest("[data-go]");
  if (go) {
    go.form.requestSubmit();
  }
});
document.addEventListener("pointerover", (event) => {
  const time = event.target.closest("time[datetime]");
  if (time && !time.title) {
    time.title = new Date(time.dateTime).toLocaleString();
  }
});
document.addEventListener("htmx:beforeRequest", (event) => {
  const focused = document.activeElement;
  if (event.target !== focused && event.target.contains(focused) && focused.matches(":focus-visible")) {
    event.preventDefault();
  }
});
