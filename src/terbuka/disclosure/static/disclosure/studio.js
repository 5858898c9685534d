// The studio with a script: the same forms and links, without leaving the page. Everything that is decided
// goes through the buttons that work without it, too. Boxes and selected text: drawing.js.
(function () {
  "use strict";
  var studio = document.querySelector("[data-studio]");
  if (!studio) return;
  var wordList = studio.querySelector("template[data-words]").content;
  var waiting = null; // what could not be sent because the session had ended

  function word(name, values) {
    var text = wordList.querySelector('[data-word="' + name + '"]').textContent;
    return Object.keys(values || {}).reduce(function (said, key) { return said.replace("{" + key + "}", values[key]); }, text);
  }
  function all(selector) { return Array.from(studio.querySelectorAll(selector)); }
  function one(selector) { return studio.querySelector(selector); }
  function say(text, refused) {
    var line = document.createElement("p");
    line.textContent = text;
    if (refused) line.className = "said-refused";
    one("[data-said]").replaceChildren(line);
  }

  // --- The list and its boxes -----------------------------------------------------------------------

  function current() { return one(".mark.is-current"); }
  function numberOf(row) { return row.id.slice(1); }
  function decisions() { return one("[data-decisions]").dataset.decisions; }

  function choose(row, focus) {
    all(".mark").forEach(function (other) {
      other.classList.toggle("is-current", other === row);
      if (other === row) headOf(other).setAttribute("aria-current", "true");
      else headOf(other).removeAttribute("aria-current");
    });
    var first = null;
    all("[data-box]").forEach(function (box) {
      var mine = Boolean(row) && box.dataset.box === numberOf(row);
      box.classList.toggle("is-current", mine);
      if (mine && box.ownerSVGElement) box.parentNode.append(box); // on top of the others
      if (mine) first = first || box;
    });
    if (first && (focus || scrolls(one(".sheet-pane")))) show(first);
    else if (first) showAcross(first);
    if (!row) return;
    equip(row);
    reveal(row, focus);
    if (focus) headOf(row).focus({ preventScroll: true });
  }

  function headOf(row) { return row.querySelector(".mark-head"); }

  // The buttons are on the page once; they go to the mark that is the current one.
  function equip(row) {
    var acts = one("[data-acts]");
    if (!acts || acts.parentNode === row) return;
    var data = row.dataset, number = numberOf(row), known = decisions();
    var values = {
      hide: [number, data.touched],
      keep: [number, data.touched],
      remove: [number, data.touched],
      everywhere: [number, known],
      "hide-person": [data.person || "", known],
      "keep-person": [data.person || "", known]
    };
    acts.querySelectorAll("[data-act]").forEach(function (act) {
      var name = act.dataset.act;
      if (values[name]) act.value = [name].concat(values[name]).join(":");
      else if (name === "orang") act.href = "?orang=" + encodeURIComponent(data.person || "");
      else act.href = act.href.replace(/\/temuan\/\d+\//, "/temuan/" + number + "/");
    });
    row.append(acts);
  }

  function scrolls(pane) { return pane.scrollHeight > pane.clientHeight + 4 && getComputedStyle(pane).overflowY === "auto"; }

  // In the list, a person's first mention with the name above it; the window itself only moves for somebody
  // who is in the list.
  function reveal(row, moved) {
    var pane = one("[data-scroll]"), frame = pane.getBoundingClientRect(), bottom = row.getBoundingClientRect().bottom;
    var top = (row.previousElementSibling ? row : row.closest(".group") || row).getBoundingClientRect().top;
    if (scrolls(pane)) {
      if (top < frame.top || bottom > frame.bottom) pane.scrollTop += top - frame.top - Math.max(0, (frame.height - bottom + top) / 3);
    } else if (moved) {
      row.scrollIntoView({ block: "nearest" });
      headOf(row).scrollIntoView({ block: "nearest" }); // of a row taller than the room for it, its head
    }
  }

  // In a table that is wider than the pane, the column.
  function showAcross(box) {
    var pane = one(".sheet-pane"), frame = pane.getBoundingClientRect(), place = box.getBoundingClientRect();
    if (place.left < frame.left || place.right > frame.right) pane.scrollLeft += place.left - frame.left - pane.clientWidth / 4;
  }

  // Scrolls the pane of the page, or the window, only as far as needed.
  function show(box) {
    showAcross(box);
    var pane = one(".sheet-pane"), margin = 60, place = box.getBoundingClientRect();
    if (scrolls(pane)) {
      var frame = pane.getBoundingClientRect();
      if (place.top < frame.top + margin / 2 || place.bottom > frame.bottom - margin / 2) {
        pane.scrollTop += place.top - frame.top - pane.clientHeight / 2;
      }
    } else if (place.top < margin || place.bottom > window.innerHeight - margin) {
      window.scrollBy(0, place.top - window.innerHeight / 2);
    }
  }

  function move(by) {
    var rows = all(".mark"), here = rows.indexOf(current()), next = rows[here + by];
    var link = one(by > 0 ? "[data-next-match]" : "[data-previous-match]");
    if (next) choose(next, true);
    else if (link) link.click();
    else if (rows.length) say(word(by > 0 ? "last" : "first"));
  }

  // --- Sending --------------------------------------------------------------------------------------

  function send(form, data, again) {
    if (studio.getAttribute("aria-busy") === "true") return;
    studio.setAttribute("aria-busy", "true");
    var target = new URL(form.action);
    if (current()) target.searchParams.set("pilih", numberOf(current())); // where one is to stay
    fetch(target, { method: "POST", body: data, headers: { "HX-Request": "true" }, credentials: "same-origin" })
      .then(function (response) {
        if (response.redirected && new URL(response.url).pathname !== target.pathname) {
          waiting = { form: form, data: data };
          document.getElementById("sesi").showModal();
          return null;
        }
        if (response.status === 403 && !again) {
          // Whoever logs in again gets a new token; the page still has the old one.
          return renewToken(data).then(function () {
            studio.removeAttribute("aria-busy");
            send(form, data, true);
          });
        }
        return response.text().then(function (text) { receive(form, response, text); });
      })
      .catch(function () { say(word("lost"), true); })
      .finally(function () { studio.removeAttribute("aria-busy"); });
  }

  function renewToken(data) {
    return fetch(location.href, { credentials: "same-origin" })
      .then(function (response) { return response.text(); })
      .then(function (text) {
        var fresh = parse(text).querySelector("[name=csrfmiddlewaretoken]");
        if (!fresh) return;
        data.set("csrfmiddlewaretoken", fresh.value);
        document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach(function (field) { field.value = fresh.value; });
      });
  }

  function parse(text) { return new DOMParser().parseFromString(text, "text/html"); }

  function receive(form, response, text) {
    var page = parse(text);
    if (response.status === 422) {
      form.querySelector("[data-fields]").replaceChildren.apply(form.querySelector("[data-fields]"), Array.from(page.body.childNodes));
      var summary = form.querySelector("[data-error-summary]");
      if (summary) summary.focus();
      return;
    }
    if (!response.ok) {
      var sentence = page.querySelector("main p");
      say(sentence ? sentence.textContent : word("lost"), true);
      return;
    }
    swap(page);
  }

  function swap(page) {
    var tiles = one(".strip ol"), along = tiles ? tiles.scrollLeft : 0, shown = isPreview();
    page.querySelectorAll("[data-part]").forEach(function (part) {
      var old = document.getElementById(part.id);
      if (old) old.replaceWith(part);
    });
    if (tiles) one(".strip ol").scrollLeft = along;
    sheet().classList.toggle("is-preview", shown);
    if (shown) drawCopy(function () {});
    one("[data-said]").replaceChildren.apply(one("[data-said]"), Array.from(page.querySelector("[data-said]").childNodes));
    all("dialog[open]").forEach(function (dialog) { dialog.close(); });
    prepareControls();
    var row = current();
    choose(row, true);
    if (!row) one("[data-said]").focus();
  }

  studio.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.hasAttribute("data-swap")) return;
    event.preventDefault();
    var data = new FormData(form), button = event.submitter;
    if (button && button.name) data.set(button.name, button.value);
    send(form, data);
  });

  // --- Clicks ---------------------------------------------------------------------------------------

  studio.addEventListener("click", function (event) {
    var box = event.target.closest("[data-box]");
    if (box) {
      var row = document.getElementById("m" + box.dataset.box);
      if (!row) return; // hidden by the filter: the link shows it
      event.preventDefault();
      choose(row, true);
      return;
    }
    var filler = event.target.closest("[data-fill]");
    if (filler) fill(filler);
    var doer = event.target.closest("[data-do]");
    if (doer) perform(doer.dataset.do, event);
    if (event.target.closest("[data-resend]") && waiting) {
      document.getElementById("sesi").close();
      renewToken(waiting.data).then(function () { send(waiting.form, waiting.data, true); });
    }
    var mark = event.target.closest(".mark");
    if (mark && (event.target.closest(".mark-head") || !event.target.closest("a, button"))) {
      event.preventDefault();
      choose(mark, true);
    }
  });

  studio.addEventListener("change", function (event) {
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
    if (event.target.matches("[data-shortcuts]")) remember(event.target.checked);
  });

  var blank = {}; // the fields of each dialog as they came, for the next time it opens
  all("dialog [data-fields]").forEach(function (fields) { blank[fields.closest("dialog").id] = fields.innerHTML; });

  // What a dialog asks about: the mark of the link that opens it, or the page.
  function fill(link) {
    var row = link.closest(".mark"), form = clear(link.dataset.dialog);
    form.action = link.href;
    if (!row) return;
    set(form, "seen", row.dataset.touched);
    set(form, "ground", row.dataset.ground);
  }

  function clear(id) {
    var form = document.getElementById(id).querySelector("form");
    form.querySelector("[data-fields]").innerHTML = blank[id];
    set(form, "seen", decisions());
    return form;
  }

  function set(form, name, value) {
    var field = form.elements[form.dataset.filled + "-" + name];
    if (field) field.value = value;
  }

  // --- Keys -----------------------------------------------------------------------------------------

  var KEPT = "terbuka-shortcuts";
  var shortcuts = true;
  try { shortcuts = localStorage.getItem(KEPT) !== "off"; } catch (refused) { /* they are on */ }

  function remember(on) {
    shortcuts = on;
    try { localStorage.setItem(KEPT, on ? "on" : "off"); } catch (refused) { /* it lasts for this page */ }
  }

  function perform(name, event) {
    if (!does[name]) return; // help: a dialog that opens by itself
    event.preventDefault();
    does[name]();
  }

  function sheet() { return one("[data-sheet], [data-flow]"); }
  function isPreview() { return sheet().classList.contains("is-preview"); }

  function preview() {
    var on = sheet().classList.toggle("is-preview"), button = one('[data-do="preview"]');
    if (on) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    var waits = on && drawCopy(function () { say(word("preview-on")); });
    say(word(!on ? "preview-off" : waits ? "preview-wait" : "preview-on"));
  }

  // Has the page drawn as the copy will show it; false where there is nothing to draw or to wait for.
  function drawCopy(drawn) {
    var picture = one("[data-copy]");
    if (!picture || (picture.complete && picture.naturalWidth)) return false;
    picture.onload = function () { if (isPreview()) drawn(); };
    picture.onerror = function () { if (isPreview()) say(word("preview-lost"), true); };
    picture.src = picture.dataset.copy;
    return true;
  }

  function press(key) {
    var button = key === "z" ? one('#undo [data-key="z"]') : inActs(key);
    var locked = key === "t" && current() && current().querySelector("[data-locked]");
    if (button) button.click();
    else if (locked) say(locked.textContent, true);
    else say(word(key === "z" ? "not-undone" : "not-here"));
  }

  // A button for what cannot be done with the current mark is not shown.
  function inActs(key) {
    var acts = one("[data-acts]"), button = acts && acts.querySelector('[data-key="' + key + '"]');
    return button && button.offsetParent ? button : null;
  }

  function person() {
    var button = inActs("p");
    if (button) button.focus();
    else say(word("not-here"));
  }

  function go(address) {
    if (address) location.href = address + "#lanjut";
    else say(word("no-page"));
  }

  var does = { preview: preview };
  var KEYS = {
    j: function () { move(1); },
    k: function () { move(-1); },
    n: function () { go(studio.dataset.next); },
    m: function () { go(studio.dataset.previous); },
    v: preview,
    p: person,
    b: function () { (does.draw || does.select || function () {})(); },
    "?": function () { one('[data-do="help"]').click(); }
  };
  ["a", "t", "g", "h", "x", "z"].forEach(function (key) { KEYS[key] = function () { press(key); }; });
  KEYS["delete"] = KEYS.x;

  document.addEventListener("keydown", function (event) {
    if (!shortcuts || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    // The field of a dialog that has just been closed keeps the focus until the next frame is drawn.
    var field = event.target.closest && event.target.closest("input, select, textarea");
    if (field && field.getClientRects().length) return;
    var key = event.key.toLowerCase();
    if (!KEYS[key] || (event.repeat && key !== "j" && key !== "k")) return; // a key held down decides once
    event.preventDefault();
    KEYS[key]();
  });

  // --- At the beginning -----------------------------------------------------------------------------

  function prepareControls() {
    all("[data-without-script]").forEach(function (button) { button.hidden = true; });
    all('[data-do="select"]').forEach(function (button) { button.hidden = false; });
    all("[data-shortcuts]").forEach(function (box) { box.checked = shortcuts; });
  }

  window.terbukaStudio = {
    all: all, one: one, word: word, say: say, show: show, choose: choose, current: current, clear: clear, set: set, does: does, isPreview: isPreview
  };

  prepareControls();
  var here = one(".tile[aria-current]"), hash = location.hash.slice(1);
  if (here) one(".strip ol").scrollLeft = here.offsetLeft - one(".strip ol").offsetLeft - one(".strip ol").clientWidth / 2;
  var asked = /^m\d+$/.test(hash) && document.getElementById(hash), byKey = hash === "lanjut";
  choose(asked || current(), false);
  // Whoever came by a key goes on with keys. Browsers take the focus away when they have gone to a fragment.
  if (asked || byKey) window.addEventListener("load", function () {
    if (asked || current()) choose(asked || current(), true);
    else one(".sheet-pane").focus();
  });
  // The next page is drawn while this one is read.
  if (studio.dataset.warm) fetch(studio.dataset.warm, { method: "HEAD", credentials: "same-origin" }).catch(function () {});
})();
