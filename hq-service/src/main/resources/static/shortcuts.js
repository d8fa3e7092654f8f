// The keyboard: the search box with its suggestions, and the shortcuts that the dialog lists.
{
  const OFF = "counterpart.shortcuts.off";
  const SEQUENCE_MILLIS = 1500;
  const box = document.getElementById("find");
  const suggestions = document.getElementById("suggestions");
  const dialog = document.getElementById("shortcuts");
  const singleKeys = document.getElementById("single-keys");
  let before = null;
  let startedAt = -SEQUENCE_MILLIS;

  const isTyping = (target) =>
    target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;

  const leave = () => {
    suggestions.replaceChildren();
    (before && before.isConnected ? before : document.getElementById("main")).focus();
  };

  // The arrow keys go through the field and the suggestions below it.
  const move = (event) => {
    const stops = [box, ...suggestions.querySelectorAll("a")];
    const next = stops[stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next && stops.includes(event.target)) {
      event.preventDefault();
      next.focus();
    }
  };

  const act = (keys, event) => {
    if (keys === "/") {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (keys === "?") {
      event.preventDefault();
      dialog.showModal();
    } else {
      const link = dialog.querySelector("[data-shortcut=" + CSS.escape(keys) + "]");
      if (link) {
        event.preventDefault();
        location.assign(link.href);
      }
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) {
      return;
    }
    if (event.target.closest(".find")) {
      if (event.key === "Escape") {
        event.preventDefault();
        leave();
      } else if (["ArrowDown", "ArrowUp"].includes(event.key)) {
        move(event);
      }
    } else if (!isTyping(event.target) && singleKeys.checked) {
      const follows = event.timeStamp - startedAt < SEQUENCE_MILLIS;
      startedAt = event.key === "g" && !follows ? event.timeStamp : -SEQUENCE_MILLIS;
      act(follows ? "g " + event.key : event.key, event);
    }
  });
  box.addEventListener("focus", (event) => {
    if (!event.relatedTarget || !event.relatedTarget.closest(".find")) {
      before = event.relatedTarget;
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-open=shortcuts]")) {
      dialog.showModal();
    } else if (event.target.closest("[data-close]")) {
      dialog.close();
    }
  });
  singleKeys.checked = localStorage.getItem(OFF) === null;
  singleKeys.addEventListener("change", () => {
    if (singleKeys.checked) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, "yes");
    }
  });
}
