// Toasts leave by themselves, but wait while they are read (pointer or focus on them); failures of htmx become one.
(() => {
  const stays = 6000;

  const tend = (toast) => {
    if (toast.dataset.tended) return;
    toast.dataset.tended = "yes";
    let timer;
    const leave = () => toast.remove();
    const start = () => { clearTimeout(timer); timer = setTimeout(leave, stays); };
    const wait = () => clearTimeout(timer);
    toast.addEventListener("pointerenter", wait);
    toast.addEventListener("pointerleave", start);
    toast.addEventListener("focusin", wait);
    toast.addEventListener("focusout", start);
    const close = toast.querySelector("[data-toast-close]");
    if (close) {
      close.hidden = false;
      close.addEventListener("click", leave);
    }
    // what went wrong stays until it is closed
    if (!toast.classList.contains("tone-late")) start();
  };

  const all = () => document.querySelectorAll("[data-toast]").forEach(tend);

  const failed = () => {
    const said = document.getElementById("said");
    if (!said?.dataset.failed) return;
    const toast = document.createElement("div");
    toast.className = "toast tone-at-risk";
    toast.dataset.toast = "";
    toast.append(Object.assign(document.createElement("p"), { textContent: said.dataset.failed }));
    said.append(toast);
    tend(toast);
  };

  all();
  document.querySelector("[data-focus]")?.focus();
  document.addEventListener("htmx:load", all);
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:responseError", failed);
})();
