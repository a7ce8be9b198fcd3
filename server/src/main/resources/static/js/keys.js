// "/" or Ctrl-K goes to the search; j, k and enter walk a table marked data-keys. Never while something is typed.
(() => {
  const typing = (event) =>
    event.isComposing || event.keyCode === 229 || event.target.closest?.("input, textarea, select, [contenteditable]");

  const search = () => {
    const field = document.querySelector("[data-search]");
    field?.focus();
    field?.select();
    return Boolean(field);
  };

  const rows = () => [...document.querySelectorAll("table[data-keys] tbody tr")];

  const walk = (by) => {
    const all = rows();
    if (all.length === 0) return false;
    const at = all.findIndex((row) => row.hasAttribute("data-at"));
    const to = Math.min(Math.max(at + by, 0), all.length - 1);
    all[at]?.removeAttribute("data-at");
    all[to].setAttribute("data-at", "");
    all[to].querySelector("a")?.focus({ preventScroll: true });
    all[to].scrollIntoView({ block: "nearest" });
    return true;
  };

  const open = (event) => {
    if (event.target.closest?.("a, button, summary")) return false;
    const row = document.querySelector("table[data-keys] tr[data-at]");
    row?.querySelector("a")?.click();
    return Boolean(row);
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || document.querySelector("dialog[open]")) return;
    // the place of the key, so that it also works while the keyboard is set to Korean
    const chord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (chord && event.code === "KeyK") {
      if (search()) event.preventDefault();
      return;
    }
    if (event.key === "Escape" && event.target.matches?.("[data-search]")) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
    const done =
      event.key === "/" ? search()
      : event.code === "KeyJ" ? walk(1)
      : event.code === "KeyK" ? walk(-1)
      : event.key === "Enter" ? open(event)
      : false;
    if (done) event.preventDefault();
  });

  // a press anywhere in a row opens it, unless text is being selected or another control was meant
  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-href]");
    if (!row || event.target.closest("a, button, input, label, summary") || String(getSelection())) return;
    row.querySelector(`a[href="${CSS.escape(row.dataset.href)}"], a`)?.click();
  });
})();
