// Shows which files were chosen, and says before the upload which is too large.
(function () {
  "use strict";
  var input = document.querySelector("[data-upload] input[type=file]");
  if (!input) return;
  var LARGEST = 512 * 1024 * 1024;
  var words = document.querySelector("template[data-words]").content;
  var list = document.createElement("ul");
  list.className = "chosen";
  list.setAttribute("aria-live", "polite");
  var box = input.closest(".drop");
  box.insertAdjacentElement("afterend", list);

  function size(bytes) {
    var megabytes = bytes / 1048576;
    return (megabytes < 0.1 ? "< 0,1" : megabytes.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })) + " MB";
  }

  input.addEventListener("change", function () {
    list.replaceChildren();
    Array.from(input.files).forEach(function (file) {
      var item = document.createElement("li");
      var name = document.createElement("span");
      var facts = document.createElement("span");
      name.textContent = file.name;
      facts.textContent = size(file.size);
      if (file.size > LARGEST) {
        item.className = "is-large";
        facts.textContent += ", " + words.querySelector('[data-word="large"]').textContent;
      }
      item.append(name, facts);
      list.append(item);
    });
  });
  ["dragenter", "dragover"].forEach(function (kind) {
    input.addEventListener(kind, function () { box.classList.add("is-over"); });
  });
  ["dragleave", "drop"].forEach(function (kind) {
    input.addEventListener(kind, function () { box.classList.remove("is-over"); });
  });
})();
