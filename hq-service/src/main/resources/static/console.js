// Functions without a server: times as the user prefers them, "select all", the count of selected rows, copying and
// expanding IDs, pausing the refresh of a part of the page while it has the keyboard focus, closing the menu, announcing
// the result of an action, and restoring a form that was submitted after the session had ended.
const TIMES = "counterpart.times";
const AXIS_STYLES = {
  time: { hour: "numeric", minute: "2-digit" },
  weekday: { weekday: "short", hour: "numeric" },
  day: { month: "short", day: "numeric" },
};
// The language of the page, as the browser writes it where it has a preference: "de-AT" for "de".
const PAGE_LANGUAGE = document.documentElement.lang;
const LANGUAGE = navigator.languages.find((one) => one.split("-")[0] === PAGE_LANGUAGE) ?? PAGE_LANGUAGE;
const localTime = (at) => {
  // Omits the current year, because tables have to fit on a phone. The title has the complete time in UTC.
  const year = at.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return at.toLocaleString(LANGUAGE,
    { year, month: "short", day: "numeric", hour: "numeric", minute: "2-digit", second: "2-digit" })
    // Prevents a line break within "10:04 AM".
    .replace(/\s(?=[AP]M$)/, "\u00a0");
};
const showTimes = (root) => {
  const chosen = localStorage.getItem(TIMES) ?? "auto";
  root.querySelectorAll("time[datetime]").forEach((time) => {
    const form = chosen === "auto" ? ("age" in time.dataset ? "ago" : "local") : chosen;
    const forms = { ago: time.dataset.ago, utc: time.title };
    time.textContent = forms[form] ?? localTime(new Date(time.dateTime));
  });
  // Hours of the chart.
  root.querySelectorAll("[data-hour]").forEach((label) => {
    const hour = new Date(label.dataset.hour).toISOString().slice(11, 16);
    const local = new Date(label.dataset.hour).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    label.textContent = label.textContent.replace(/^\d\d:\d\d/, chosen === "utc" ? hour : local);
  });
  root.querySelectorAll("[data-axis-time]").forEach((label) => {
    const zone = chosen === "utc" ? { timeZone: "UTC" } : {};
    label.textContent = new Date(label.dataset.axisTime)
      .toLocaleString(LANGUAGE, { ...AXIS_STYLES[label.dataset.axisStyle], ...zone });
  });
  root.querySelectorAll("[data-utc-note]").forEach((note) => { note.hidden = chosen !== "utc"; });
};
const showSelectedCounts = (form) => {
  form.querySelectorAll("[data-selected-count]").forEach((count) => {
    const selected = form.querySelectorAll("input[name=" + count.dataset.selectedCount + "]:checked").length;
    count.textContent = selected > 0 ? " (" + selected + ")" : "";
  });
};
showTimes(document);
document.addEventListener("htmx:load", (event) => showTimes(event.target));
const times = document.getElementById("times");
if (times) {
  times.value = localStorage.getItem(TIMES) ?? "auto";
}
document.addEventListener("change", (event) => {
  if (event.target === times) {
    localStorage.setItem(TIMES, times.value);
    showTimes(document);
  }
  const all = event.target.closest("[data-select-all]");
  if (all) {
    const boxes = all.closest("form").querySelectorAll("input[name=" + all.dataset.selectAll + "]:not(:disabled)");
    boxes.forEach((box) => { box.checked = all.checked; });
  }
  if (event.target.form) {
    showSelectedCounts(event.target.form);
  }
});
// Screen readers announce a live region only if its content changes, also if it is the same text again.
const announce = (region, text) => {
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 50);
};
const copy = async (button) => {
  const source = button.previousElementSibling;
  const announcement = document.getElementById("announcement");
  try {
    await navigator.clipboard.writeText(source.textContent);
    announce(announcement, document.body.dataset.copied);
    const icon = button.querySelector("use");
    icon.setAttribute("href", "/icons.svg#check");
    setTimeout(() => icon.setAttribute("href", "/icons.svg#copy"), 2000);
  } catch {
    // Without TLS or permission there is no clipboard.
    getSelection().selectAllChildren(source);
    announce(announcement, document.body.dataset.selected);
  }
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  const id = event.target.closest(".guid");
  if (button) {
    copy(button);
  } else if (id && !event.target.closest("a") && getSelection().isCollapsed) {
    id.classList.toggle("whole");
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
document.querySelectorAll("main > .note[role] > div").forEach((text) => announce(text, text.textContent));

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
