// The studio with a script: the same forms and links, without leaving the page. Everything that is decided
// goes through the buttons that work without it, too.
(function () {
  "use strict";
  var studio = document.querySelector("[data-studio]");
  if (!studio) return;
  var wordList = studio.querySelector("template[data-words]").content;
  var sheet = studio.querySelector("[data-sheet]");
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

  function choose(row, focus) {
    all(".mark").forEach(function (other) {
      other.classList.toggle("is-current", other === row);
      if (other === row) other.setAttribute("aria-current", "true");
      else other.removeAttribute("aria-current");
    });
    var first = null;
    all("[data-box]").forEach(function (box) {
      var mine = row && box.dataset.box === row.dataset.mark;
      box.classList.toggle("is-current", mine);
      if (mine && box.ownerSVGElement) box.parentNode.append(box); // on top of the others
      if (mine) first = first || box;
    });
    if (first) show(first);
    if (!row) return;
    reveal(row, focus);
    if (focus) row.focus({ preventScroll: true });
  }

  // In the list; the window itself only moves for somebody who is in the list.
  function reveal(row, moved) {
    var pane = one(".list-pane"), frame = pane.getBoundingClientRect(), place = row.getBoundingClientRect();
    if (getComputedStyle(pane).overflowY === "auto") {
      var top = Math.max(frame.top, 0) + one(".list-head").offsetHeight, bottom = Math.min(frame.bottom, window.innerHeight);
      if (place.top < top || place.bottom > bottom) pane.scrollTop += place.top - top - Math.max(0, (bottom - top - place.height) / 3);
    } else if (moved) {
      row.scrollIntoView({ block: "nearest" });
    }
  }

  // Scrolls the pane of the page, or the window, only as far as needed.
  function show(box) {
    var pane = one(".sheet-pane"), margin = 60, place = box.getBoundingClientRect();
    if (pane.scrollHeight > pane.clientHeight + 4) {
      var frame = pane.getBoundingClientRect();
      if (place.top < frame.top + margin / 2 || place.bottom > frame.bottom - margin / 2) {
        pane.scrollTop += place.top - frame.top - pane.clientHeight / 2;
      }
      if (place.left < frame.left || place.right > frame.right) pane.scrollLeft += place.left - frame.left - pane.clientWidth / 4;
    } else if (place.top < margin || place.bottom > window.innerHeight - margin) {
      window.scrollBy(0, place.top - window.innerHeight / 2);
    }
  }

  function move(by) {
    var rows = all(".mark"), next = rows[rows.indexOf(current()) + by];
    var link = one(by > 0 ? "[data-next-match]" : "[data-previous-match]");
    if (next) choose(next, true);
    else if (link) link.click();
  }

  // --- Sending --------------------------------------------------------------------------------------

  function send(form, data, again) {
    if (studio.getAttribute("aria-busy") === "true") return;
    studio.setAttribute("aria-busy", "true");
    var target = new URL(form.action);
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
    if (form.id === "term") form.reset();
  }

  function swap(page) {
    page.querySelectorAll("[data-part]").forEach(function (part) {
      var old = document.getElementById(part.id);
      if (old) old.replaceWith(part);
    });
    one("[data-said]").replaceChildren.apply(one("[data-said]"), Array.from(page.querySelector("[data-said]").childNodes));
    var known = one("[data-decisions]").dataset.decisions;
    all('input[name$="-seen"]').forEach(function (field) { field.value = known; });
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
      if (!drawn) choose(row, true);
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
    if (mark && (event.target.closest(".mark-text") || !event.target.closest("a, button"))) {
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

  function fill(link) {
    var row = link.closest(".mark"), dialog = document.getElementById(link.dataset.dialog);
    var form = dialog.querySelector("form");
    form.action = link.href;
    dialog.querySelector("[data-fields]").innerHTML = blank[dialog.id];
    set(form, "seen", row.dataset.touched);
    set(form, "ground", row.dataset.ground);
  }

  function set(form, name, value) {
    var field = form.elements[form.dataset.filled + "-" + name];
    if (field) field.value = value;
  }

  // --- A box on the page ----------------------------------------------------------------------------

  var draft = one("[data-draft] rect"), drawKeys = one("[data-draw-keys]");
  var drawing = false, start = null, drawn = false, area = null;
  var STEP = 4; // points

  function size() { var box = one("[data-draft]").viewBox.baseVal; return { width: box.width, height: box.height }; }

  function paint(next) {
    var page = size();
    area = {
      width: Math.max(STEP, Math.min(next.width, page.width)),
      height: Math.max(STEP, Math.min(next.height, page.height))
    };
    area.x = Math.max(0, Math.min(next.x, page.width - area.width));
    area.y = Math.max(0, Math.min(next.y, page.height - area.height));
    ["x", "y", "width", "height"].forEach(function (side) { draft.setAttribute(side, area[side].toFixed(2)); });
    sheet.classList.add("has-draft");
  }

  function stop() {
    drawing = false;
    start = null;
    if (sheet) sheet.classList.remove("is-drawing", "has-draft");
    if (drawKeys) drawKeys.hidden = true;
  }

  function mm(points) { return (points * 25.4 / 72).toFixed(1); }
  function measures() { return { left: mm(area.x), top: mm(area.y), width: mm(area.width), height: mm(area.height) }; }

  function draw() {
    drawing = true;
    sheet.classList.add("is-drawing");
    var page = size(), box = one(".box.is-current .box-fill");
    paint(box
      ? { x: box.x.baseVal.value, y: box.y.baseVal.value + 1.5 * box.height.baseVal.value, width: box.width.baseVal.value, height: box.height.baseVal.value }
      : { x: page.width * 0.35, y: page.height * 0.3, width: page.width * 0.3, height: 14 });
    drawKeys.hidden = false;
    drawKeys.focus();
    show(draft);
    say(word("box", measures()));
  }

  function ask() {
    var dialog = document.getElementById("kotak"), form = dialog.querySelector("form"), found = measures();
    dialog.querySelector("[data-fields]").innerHTML = blank.kotak;
    Object.keys(found).forEach(function (side) { set(form, side, found[side]); });
    set(form, "seen", one("[data-decisions]").dataset.decisions);
    dialog.addEventListener("close", stop, { once: true });
    dialog.showModal();
    form.elements["kotak-type"].focus();
  }

  function point(event) {
    var frame = sheet.querySelector("img").getBoundingClientRect(), page = size();
    return { x: (event.clientX - frame.left) / frame.width * page.width, y: (event.clientY - frame.top) / frame.height * page.height };
  }

  if (sheet && draft && drawKeys) {
    sheet.addEventListener("pointerdown", function (event) {
      drawn = false;
      if (event.button !== 0 || (event.pointerType !== "mouse" && !drawing)) return;
      start = point(event);
      if (drawing) event.preventDefault();
    });
    sheet.addEventListener("pointermove", function (event) {
      if (!start) return;
      var here = point(event);
      if (!drawn && Math.abs(here.x - start.x) < STEP && Math.abs(here.y - start.y) < STEP) return;
      if (!drawn) sheet.setPointerCapture(event.pointerId);
      drawn = true;
      paint({ x: Math.min(here.x, start.x), y: Math.min(here.y, start.y), width: Math.abs(here.x - start.x), height: Math.abs(here.y - start.y) });
    });
    sheet.addEventListener("pointerup", function () {
      if (start && drawn) ask();
      start = null;
    });
    sheet.addEventListener("pointercancel", stop);
    sheet.addEventListener("dragstart", function (event) { event.preventDefault(); });
    drawKeys.addEventListener("keydown", function (event) {
      var by = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
      if (by) {
        paint(event.shiftKey
          ? { x: area.x, y: area.y, width: area.width + by[0], height: area.height + by[1] }
          : { x: area.x + by[0], y: area.y + by[1], width: area.width, height: area.height });
        show(draft);
        say(word("box", measures()));
      } else if (event.key === "Enter") {
        ask();
      } else if (event.key === "Escape") {
        stop();
        say(word("cancelled"));
        choose(current(), true);
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    });
  }

  // --- Selected text of a document without pages ----------------------------------------------------

  // Offsets count characters as the engine does, not the halves that a browser counts.
  function characters(text, end) { return Array.from(text.slice(0, end)).length; }

  function offset(node, at) {
    var part = (node.nodeType === 3 ? node.parentNode : node).closest("[data-at]");
    if (!part) return null;
    return Number(part.dataset.at) + (node.nodeType === 3 ? characters(node.data, at) : at ? characters(part.textContent, Infinity) : 0);
  }

  function select() {
    var chosen = document.getSelection(), flow = one("[data-flow]");
    if (!chosen.rangeCount || chosen.isCollapsed || !flow.contains(chosen.getRangeAt(0).commonAncestorContainer)) {
      say(word("nothing"), true);
      return;
    }
    var range = chosen.getRangeAt(0);
    var from = offset(range.startContainer, range.startOffset), to = offset(range.endContainer, range.endOffset);
    var dialog = document.getElementById("teks"), form = dialog.querySelector("form");
    if (from === null || to === null) return say(word("nothing"), true);
    dialog.querySelector("[data-fields]").innerHTML = blank.teks;
    set(form, "start", from);
    set(form, "end", to);
    set(form, "quote", chosen.toString());
    set(form, "seen", one("[data-decisions]").dataset.decisions);
    dialog.querySelector("[data-quote]").textContent = chosen.toString();
    dialog.showModal();
    form.elements["teks-type"].focus();
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
    if (name === "draw" && drawKeys) draw();
    else if (name === "select") select();
    else if (name === "preview") preview();
    else return; // help: a dialog that opens by itself
    event.preventDefault();
  }

  function preview() {
    var shown = one("[data-sheet], [data-flow]"), on = shown.classList.toggle("is-preview");
    var button = one('[data-do="preview"]');
    if (on) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    say(word(on ? "preview-on" : "preview-off"));
  }

  function press(key) {
    var row = current();
    var button = key === "z" ? one('#undo [data-key="z"]') : row && row.querySelector('[data-key="' + key + '"]');
    if (button) button.click();
  }

  function person() {
    var row = current(), group = row && row.closest("section.group"), button = group && group.querySelector("[data-person]");
    if (button) button.focus();
  }

  function go(address) { if (address) location.href = address; }

  var KEYS = {
    j: function () { move(1); },
    k: function () { move(-1); },
    n: function () { go(studio.dataset.next); },
    m: function () { go(studio.dataset.previous); },
    v: preview,
    p: person,
    b: function () { if (drawKeys) draw(); else if (one("[data-flow]") && one('[data-do="select"]')) select(); },
    "?": function () { one('[data-do="help"]').click(); }
  };
  ["a", "t", "g", "h", "z"].forEach(function (key) { KEYS[key] = function () { press(key); }; });

  document.addEventListener("keydown", function (event) {
    if (!shortcuts || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.closest && event.target.closest("input, select, textarea")) return;
    var act = KEYS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // --- At the beginning -----------------------------------------------------------------------------

  function prepareControls() {
    all("[data-without-script]").forEach(function (button) { button.hidden = true; });
    all('[data-do="select"]').forEach(function (button) { button.hidden = false; });
    all("[data-shortcuts]").forEach(function (box) { box.checked = shortcuts; });
  }

  prepareControls();
  var here = one(".tile[aria-current]");
  if (here) here.scrollIntoView({ block: "nearest", inline: "center" });
  var asked = location.hash.slice(1) && document.getElementById(location.hash.slice(1));
  if (asked && asked.classList.contains("mark")) choose(asked, true);
  else if (current()) reveal(current(), false);
  // The next page is drawn while this one is read.
  if (studio.dataset.warm) fetch(studio.dataset.warm, { method: "HEAD", credentials: "same-origin" }).catch(function () {});
})();
