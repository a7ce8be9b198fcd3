// A form is sent once: a second press while it is on its way does nothing.
(() => {
  const busy = (form, on) => {
    form.dataset.sent = on ? "yes" : "";
    form.querySelectorAll("button:not([type=button])").forEach((button) => {
      if (on) button.setAttribute("aria-busy", "true");
      else button.removeAttribute("aria-busy");
    });
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "dialog") return;
    if (form.dataset.sent === "yes") {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const byHtmx = form.matches("[hx-get], [hx-post], [hx-put], [hx-patch], [hx-delete], [hx-boost=true] form");
    if (!byHtmx && !event.defaultPrevented && form.method === "post") busy(form, true);
  }, true);

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target instanceof HTMLFormElement) busy(event.target, true);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.target instanceof HTMLFormElement) busy(event.target, false);
  });
  // coming back with the browser's own button finds a form that can be sent again
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent=yes]").forEach((form) => busy(form, false)));
})();
