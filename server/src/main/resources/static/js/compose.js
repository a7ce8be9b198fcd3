// In the composer, Ctrl-Enter sends, but never while a Korean syllable is still being put together; an approved answer is
// put where it belongs without leaving the page, and the talk is read from its end.
(() => {
  document.addEventListener("keydown", (event) => {
    const chord = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!chord || event.isComposing || event.keyCode === 229 || !event.target.matches?.("[data-send-key]")) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-insert]");
    const field = link && document.getElementById(link.dataset.insert);
    if (!field || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    field.value = field.value.trim() ? `${field.value.trimEnd()}\n\n${link.dataset.text}` : link.dataset.text;
    link.closest("details")?.removeAttribute("open");
    field.focus();
  });

  const toEnd = () => {
    const talk = document.getElementById("conversation");
    if (talk) talk.scrollTop = talk.scrollHeight;
  };
  toEnd();
  document.addEventListener("htmx:afterSwap", (event) => { if (event.target.id === "conversation") toEnd(); });
})();
