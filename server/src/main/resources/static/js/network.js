// Says so when the network is gone, and starts the worker that shows the offline page.
(() => {
  const show = () => document.querySelectorAll("[data-offline]").forEach((line) => { line.hidden = navigator.onLine; });
  addEventListener("online", show);
  addEventListener("offline", show);
  show();

  const worker = document.body.dataset.worker;
  if (worker && "serviceWorker" in navigator) {
    addEventListener("load", () => navigator.serviceWorker.register(worker).catch(() => {}));
  }
})();
