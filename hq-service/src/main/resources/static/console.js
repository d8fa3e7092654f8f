// Functions without a server: local times, "select all", the count of selected rows, copying a token, and pausing the
// refresh of a part of the page while it has the keyboard focus.
const showLocalTimes = (root) => {
  root.querySelectorAll("time[datetime]").forEach((time) => {
    const at = new Date(time.dateTime);
    // Omits the current year, because tables have to fit on a phone. The title has the complete time in UTC.
    const year = at.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
    time.textContent = at.toLocaleString(undefined,
      { year, month: "short", day: "numeric", hour: "numeric", minute: "2-digit", second: "2-digit" })
      // Prevents a line break within "10:04 AM".
      .replace(/\s(?=[AP]M$)/, "\u00a0");
  });
};
const showSelectedCounts = (form) => {
  form.querySelectorAll("[data-selected-count]").forEach((count) => {
    const selected = form.querySelectorAll("input[name=" + count.dataset.selectedCount + "]:checked").length;
    count.textContent = selected > 0 ? " (" + selected + ")" : "";
  });
};
showLocalTimes(document);
document.addEventListener("htmx:load", (event) => showLocalTimes(event.target));
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-select-all]");
  if (all) {
    const boxes = all.closest("form").querySelectorAll("input[name=" + all.dataset.selectAll + "]:not(:disabled)");
    boxes.forEach((box) => { box.checked = all.checked; });
  }
  if (event.target.form) {
    showSelectedCounts(event.target.form);
  }
});
document.addEventListener("click", (event) => {
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent);
  }
});
document.addEventListener("htmx:beforeRequest", (event) => {
  const focused = document.activeElement;
  if (event.target !== focused && event.target.contains(focused) && focused.matches(":focus-visible")) {
    event.preventDefault();
  }
});
