// What a reader opened or closed stays so when a part of the page comes anew.
(() => {
  const states = new Map();
  const named = (root) => root?.querySelectorAll?.("details[id]") ?? [];

  document.addEventListener("htmx:beforeSwap", (event) => {
    states.clear();
    named(event.detail.target).forEach((each) => states.set(each.id, each.open));
  });

  document.addEventListener("htmx:afterSwap", () => {
    states.forEach((open, id) => {
      const each = document.getElementById(id);
      if (each) each.open = open;
    });
    states.clear();
  });
})();
