// Functions without a server: local times, "select all", the count of selected rows, copying a token, pausing the
// refresh of a part of the page while it has the keyboard focus, closing the menu, announcing the result of an action,
// and restoring a form that was submitted after the session had ended.
const AXIS_STYLES = {
  time: { hour: "numeric", minute: "2-digit" },
  weekday: { weekday: "short", hour: "numeric" },
  day: { month: "short", day: "numeric" },
};
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
  root.querySelectorAll("[data-axis-time]").forEach((label) => {
    label.textContent = new Date(label.dataset.axisTime).toLocaleString(undefined, AXIS_STYLES[label.dataset.axisStyle]);
  });
  root.querySelectorAll("[data-utc-note]").forEach((note) => { note.hidden = true; });
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
document.addEventListener("keydown", (event) => {
  const menu = document.querySelector(".top details[open]");
  if (event.key === "Escape" && menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
// Screen readers announce a live region only if its content changes after the page has loaded.
document.querySelectorAll("main > .note[role] > div").forEach((text) => {
  const content = text.textContent;
  text.textContent = "";
  setTimeout(() => { text.textContent = content; }, 50);
});

const SUBMITTED = "counterpart.submitted";
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.name !== "_csrf");
const isRestorable = (form) => form.method === "post" && form.role !== "search"
  && form.querySelector("input:not([type=hidden]), select, textarea") && !form.querySelector("[type=password]");
document.addEventListener("submit", (event) => {
  if (isRestorable(event.target)) {
    const values = fieldsOf(event.target)
      .filter((field) => !["checkbox", "radio"].includes(field.type) || field.checked)
      .map((field) => [field.name, field.value]);
    sessionStorage.setItem(SUBMITTED, JSON.stringify({ page: location.href, form: event.target.action, values }));
  }
});
const restore = (submitted) => {
  const form = [...document.forms].find((each) => isRestorable(each) && each.action === submitted.form);
  if (!form) {
    return;
  }
  fieldsOf(form).forEach((field) => {
    const values = submitted.values.filter(([name]) => name === field.name).map(([, value]) => value);
    if (["checkbox", "radio"].includes(field.type)) {
      field.checked = values.includes(field.value);
    } else if (values.length > 0 && field.type !== "submit") {
      field.value = values[0];
    }
  });
  const fold = form.closest("details");
  if (fold) {
    fold.open = true;
  }
  const note = document.createElement("div");
  note.className = "note warn";
  note.role = "status";
  document.getElementById("main").prepend(note);
  setTimeout(() => { note.textContent = document.body.dataset.restored; }, 50);
  form.scrollIntoView({ block: "center" });
};
const submitted = JSON.parse(sessionStorage.getItem(SUBMITTED));
if (submitted && location.pathname === "/sign-in") {
  sessionStorage.setItem(SUBMITTED, JSON.stringify({ ...submitted, ended: true }));
} else if (submitted && submitted.ended && !submitted.returned && location.href !== submitted.page) {
  sessionStorage.setItem(SUBMITTED, JSON.stringify({ ...submitted, returned: true }));
  location.replace(submitted.page);
} else if (submitted) {
  sessionStorage.removeItem(SUBMITTED);
  if (submitted.ended) {
    restore(submitted);
  }
}
