// The bell asks for its number when it hears that something changed. It listens only while its page is seen, so that tabs
// in the background keep no connection; and it asks once when it is seen again.
(() => {
  const bell = document.querySelector("[data-bell]");
  if (!bell || !window.EventSource) return;
  let stream = null;
  const ask = () => window.htmx?.trigger(bell, "bell");
  const listen = () => {
    if (document.hidden || stream) return;
    stream = new EventSource(bell.dataset.bell);
    stream.addEventListener("changed", ask);
  };
  const rest = () => {
    stream?.close();
    stream = null;
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      rest();
    } else {
      ask();
      listen();
    }
  });
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
