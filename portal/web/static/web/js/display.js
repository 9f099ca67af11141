// « A+ », « A », « A- » without leaving the page (nothing typed is lost), and « Imprimer ».
(() => {
  "use strict";
  const LARGEST = 3;
  const root = document.documentElement;
  for (const hidden of document.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => window.print());
  }
  for (const form of document.querySelectorAll("form[data-text-size]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const pressed = event.submitter.value;
      const size = Number(root.dataset.text || 0) + { larger: 1, smaller: -1, normal: -LARGEST }[pressed];
      root.dataset.text = Math.min(Math.max(size, 0), LARGEST);
      const kept = new FormData(form);
      kept.set("size", pressed);
      // The browser keeps the cookie of the answer; without an answer this page is as asked for.
      fetch(form.action, { method: "POST", body: kept, redirect: "manual" }).catch(() => {});
    });
  }
})();
