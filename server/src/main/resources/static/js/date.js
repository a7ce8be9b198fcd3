// A field marked data-date takes a date as people write it; this adds a button beside it that opens a month to pick from.
// Without script the field is a line of text that the server reads.
(() => {
  const lang = () => (document.documentElement.lang === "en" ? "en-GB" : "ko-KR");
  const words = (box, key) => box.dataset[key] ?? "";
  const iso = (day) =>
    `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
  const moved = (day, days) => new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
  const months = (day, by) => {
    const last = new Date(day.getFullYear(), day.getMonth() + by + 1, 0).getDate();
    return new Date(day.getFullYear(), day.getMonth() + by, Math.min(day.getDate(), last));
  };
  const read = (text) => {
    const parts = /^\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(text ?? "");
    return parts ? new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : null;
  };
  const today = () => new Date(Number(document.body.dataset.now) || Date.now());

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const open = (box) => {
    const field = box.querySelector("input");
    const min = read(box.dataset.min);
    const max = read(box.dataset.max);
    const within = (day) => (min && day < min ? min : max && day > max ? max : day);
    let at = within(read(field.value) ?? read(iso(today())));
    const month = element("h2", { className: "date-month", id: `${field.id}-month` });
    month.setAttribute("aria-live", "polite");
    const grid = element("table", { className: "date-grid" });
    grid.setAttribute("role", "grid");
    grid.setAttribute("aria-labelledby", month.id);
    const step = (by, label, sign) => {
      const button = element("button", { type: "button", className: "icon-button", textContent: sign });
      button.setAttribute("aria-label", label);
      button.addEventListener("click", () => { at = within(months(at, by)); draw(); });
      return button;
    };
    const close = element("button", { type: "button", className: "button button-quiet button-small", textContent: words(box, "close") });
    const dialog = element("dialog", { className: "dialog date-dialog" },
      element("div", { className: "date-head" }, step(-1, words(box, "before"), "‹"), month, step(1, words(box, "after"), "›")), grid, close);
    dialog.setAttribute("aria-labelledby", month.id);
    const end = () => { dialog.close(); dialog.remove(); field.focus(); };
    const pick = (day) => { field.value = iso(day); field.dispatchEvent(new Event("change", { bubbles: true })); end(); };

    const draw = (focus = false) => {
      month.textContent = new Intl.DateTimeFormat(lang(), { year: "numeric", month: "long" }).format(at);
      const sunday = (day) => moved(day, -day.getDay());
      const first = sunday(new Date(at.getFullYear(), at.getMonth(), 1));
      const head = element("tr");
      for (let i = 0; i < 7; i++) {
        const cell = element("th", { scope: "col", textContent: new Intl.DateTimeFormat(lang(), { weekday: "short" }).format(moved(first, i)) });
        head.append(cell);
      }
      const body = element("tbody");
      for (let week = 0; week < 6; week++) {
        const row = element("tr");
        for (let i = 0; i < 7; i++) {
          const day = moved(first, week * 7 + i);
          const button = element("button", { type: "button", textContent: String(day.getDate()) });
          button.setAttribute("aria-label", new Intl.DateTimeFormat(lang(), { dateStyle: "full" }).format(day));
          button.tabIndex = iso(day) === iso(at) ? 0 : -1;
          button.disabled = iso(within(day)) !== iso(day);
          if (day.getMonth() !== at.getMonth()) button.className = "date-other";
          if (iso(day) === iso(today())) button.setAttribute("aria-current", "date");
          button.addEventListener("click", () => pick(day));
          const cell = element("td", {}, button);
          cell.setAttribute("role", "gridcell");
          cell.setAttribute("aria-selected", String(iso(day) === iso(at)));
          row.append(cell);
        }
        body.append(row);
      }
      grid.replaceChildren(element("thead", {}, head), body);
      if (focus) grid.querySelector('button[tabindex="0"]').focus();
    };

    grid.addEventListener("keydown", (event) => {
      const to = {
        ArrowLeft: () => moved(at, -1), ArrowRight: () => moved(at, 1), ArrowUp: () => moved(at, -7), ArrowDown: () => moved(at, 7),
        Home: () => moved(at, -at.getDay()), End: () => moved(at, 6 - at.getDay()),
        PageUp: () => months(at, event.shiftKey ? -12 : -1), PageDown: () => months(at, event.shiftKey ? 12 : 1),
      }[event.key];
      if (!to) return;
      event.preventDefault();
      at = within(to());
      draw(true);
    });
    close.addEventListener("click", end);
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); end(); });
    document.body.append(dialog);
    dialog.showModal();
    draw(true);
  };

  const ready = () => document.querySelectorAll("[data-date] [data-date-open][hidden]").forEach((button) => { button.hidden = false; });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-date-open]");
    if (button) open(button.closest("[data-date]"));
  });
  document.addEventListener("DOMContentLoaded", ready);
  document.addEventListener("htmx:load", ready);
  if (document.readyState !== "loading") ready();
})();
