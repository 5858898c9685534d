// What a page does better with a script. Without it every page still works.
(function () {
  "use strict";

  // A form that is sent twice does its work twice: the button waits for the answer.
  document.addEventListener("submit", function (event) {
    if (event.defaultPrevented || event.target.method === "dialog") return;
    var button = event.submitter;
    if (!button || button.getAttribute("aria-busy") === "true") {
      if (button) event.preventDefault();
      return;
    }
    button.setAttribute("aria-busy", "true");
    window.addEventListener("pageshow", function () { button.removeAttribute("aria-busy"); }, { once: true });
  });

  document.addEventListener("click", function (event) {
    // <a href="/its/own/page/" data-dialog="id">: opens the dialog where there is one, else the page.
    var opener = event.target.closest("[data-dialog]");
    if (opener) {
      var dialog = document.getElementById(opener.dataset.dialog);
      if (dialog && dialog.showModal) {
        event.preventDefault();
        dialog.showModal();
      }
      return;
    }
    var closer = event.target.closest("[data-close]");
    if (closer && closer.closest("dialog")) {
      event.preventDefault();
      closer.closest("dialog").close();
      return;
    }
    var copier = event.target.closest("[data-copy]");
    if (copier && navigator.clipboard) {
      navigator.clipboard.writeText(document.getElementById(copier.dataset.copy).textContent.trim()).then(function () {
        copier.textContent = copier.dataset.done;
      });
      return;
    }
    // A menu closes when one looks elsewhere.
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  // What asks by itself is led to the log-in when the session has ended: that is a page, no part of this one.
  document.addEventListener("htmx:beforeSwap", function (event) {
    var asked = new URL(event.detail.pathInfo.requestPath, location.href);
    if (new URL(event.detail.xhr.responseURL).pathname === asked.pathname) return;
    event.detail.shouldSwap = false;
    location.reload();
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      document.querySelectorAll("details.menu[open]").forEach(function (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      });
      return;
    }
    // Up and down go from row to row in a table of links.
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var here = document.activeElement;
    if (!here || !here.classList.contains("row-link")) return;
    var links = Array.from(here.closest("table").querySelectorAll(".row-link"));
    var next = links[links.indexOf(here) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  document.querySelectorAll("[data-copy]").forEach(function (button) { button.hidden = !navigator.clipboard; });

  // After a refused form the summary of errors is what to read first.
  var summary = document.querySelector("[data-error-summary]");
  if (summary) summary.focus();
})();
