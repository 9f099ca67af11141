// The proposition of an online service opens as a window; closing it leads to writing.
(() => {
  "use strict";
  const prompt = document.querySelector("dialog.prompt");
  if (!prompt || typeof prompt.showModal !== "function") return;
  prompt.close();
  prompt.showModal();
  prompt.addEventListener("cancel", (event) => {
    event.preventDefault();
    window.location.assign(prompt.dataset.onClose);
  });
})();
