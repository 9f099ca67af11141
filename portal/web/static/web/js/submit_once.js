// A second click on « Envoyer » does nothing. The server sends once anyway.
(() => {
  "use strict";
  for (const form of document.querySelectorAll("form[data-submit-once]")) {
    const buttons = document.querySelectorAll(`button[form="${form.id}"]`);
    let sending = false;
    form.addEventListener("submit", (event) => {
      if (sending) {
        event.preventDefault();
        return;
      }
      sending = true;
      for (const button of buttons) button.setAttribute("aria-disabled", "true");
    });
    // The page may come back from the browser's memory.
    window.addEventListener("pageshow", () => {
      sending = false;
      for (const button of buttons) button.removeAttribute("aria-disabled");
    });
  }
})();
