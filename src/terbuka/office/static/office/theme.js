// Runs before the first paint. The dark sheet is on when the device asks for it, or when the person chose it.
(function () {
  "use strict";
  var key = "terbuka-theme";
  var sheet = document.querySelector("link[data-dark]");
  var device = sheet.media;
  function apply(choice) {
    sheet.media = choice === "dark" ? "screen" : choice === "light" ? "not all" : device;
  }
  function isDark() {
    return window.matchMedia(sheet.media).matches;
  }
  var chosen = null;
  try { chosen = localStorage.getItem(key); } catch (refused) { /* private window: the device decides */ }
  apply(chosen);
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("[data-theme-switch]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        var choice = isDark() ? "light" : "dark";
        apply(choice);
        try { localStorage.setItem(key, choice); } catch (refused) { /* it lasts for this page */ }
      });
    });
  });
})();
