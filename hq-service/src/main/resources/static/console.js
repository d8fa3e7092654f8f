// Two small things that need no server: tick all rows of a list, and show a time in the reader's own zone on hover.
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
