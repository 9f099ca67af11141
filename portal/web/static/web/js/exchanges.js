// « masquer tout » and « afficher tout » without loading the page again.
(() => {
  "use strict";
  const exchanges = document.querySelectorAll("details.exchange");
  for (const link of document.querySelectorAll("[data-exchanges]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      for (const exchange of exchanges) exchange.open = link.dataset.exchanges === "show";
    });
  }
})();
