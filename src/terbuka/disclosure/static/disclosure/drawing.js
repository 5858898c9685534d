// Places that an officer adds: a box on the page, by pointer or by keys, and selected text of a document
// without pages. Both end in a dialog of the studio, which asks what it is.
(function () {
  "use strict";
  var studio = window.terbukaStudio;
  if (!studio) return;
  var one = studio.one, say = studio.say, word = studio.word;

  // The kind that was chosen last is the first to choose from; nobody is given one unasked.
  var KEPT = "terbuka-kind";

  function offer(select) {
    var last = null;
    try { last = sessionStorage.getItem(KEPT); } catch (refused) { /* the usual order */ }
    var option = Array.from(select.options).find(function (each) { return each.value && each.value === last; });
    if (option) select.options[0].after(option);
  }

  document.addEventListener("submit", function (event) {
    var select = event.target.querySelector('select[name$="-type"]');
    if (!select) return;
    try { sessionStorage.setItem(KEPT, select.value); } catch (refused) { /* it is chosen anew */ }
  });

  // Opens a dialog with what was pointed at; without an answer the officer is back in the list.
  function ask(id, values, afterwards) {
    var dialog = document.getElementById(id), form = studio.clear(id);
    offer(form.elements[id + "-type"]);
    Object.keys(values).forEach(function (name) { studio.set(form, name, values[name]); });
    dialog.addEventListener("close", function () {
      afterwards();
      var focused = document.activeElement;
      if (focused && focused !== document.body && focused.offsetParent) return;
      if (studio.current()) studio.choose(studio.current(), true);
      else one(".sheet-pane").focus();
    }, { once: true });
    dialog.showModal();
    form.elements[id + "-type"].focus();
  }

  // --- A box on the page ----------------------------------------------------------------------------

  var sheet = one("[data-sheet]"), draft = one("[data-draft] rect"), drawKeys = one("[data-draw-keys]");
  var start = null, drawn = false, area = null;
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
    start = null;
    sheet.classList.remove("is-drawing", "has-draft");
    drawKeys.hidden = true;
  }

  // The same words in the line that is spoken and in the fields of the dialog.
  var NUMBER = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false });

  function mm(points) { return NUMBER.format(points * 25.4 / 72); }
  function measures() { return { left: mm(area.x), top: mm(area.y), width: mm(area.width), height: mm(area.height) }; }
  function tell() { say(word("box", measures())); }

  // The officer looks at a place while asking for a box: it begins there, and the page stays.
  function inSight(place) {
    var frame = sheet.querySelector("img").getBoundingClientRect(), pane = one(".sheet-pane").getBoundingClientRect();
    var scale = size().height / frame.height, margin = 60;
    var top = (Math.max(pane.top, 0) + margin - frame.top) * scale;
    var bottom = (Math.min(pane.bottom, window.innerHeight) - 2 * margin - frame.top) * scale - place.height;
    if (bottom > top) place.y = Math.max(top, Math.min(place.y, bottom));
    return place;
  }

  function draw() {
    if (studio.isPreview()) studio.does.preview(); // in the copy words stand elsewhere
    var page = size(), box = one(".box.is-current rect");
    sheet.classList.add("is-drawing");
    paint(inSight(box
      ? { x: box.x.baseVal.value, y: box.y.baseVal.value + 1.5 * box.height.baseVal.value, width: box.width.baseVal.value, height: box.height.baseVal.value }
      : { x: page.width * 0.35, y: page.height * 0.3, width: page.width * 0.3, height: 14 }));
    drawKeys.hidden = false;
    drawKeys.focus({ preventScroll: true });
    studio.show(draft);
    tell();
  }

  // The same dialog, with the box ticked for which the measures do not count.
  function whole() {
    if (studio.isPreview()) studio.does.preview();
    paint({ x: 0, y: 0, width: size().width, height: size().height });
    ask("kotak", measures(), stop);
    document.getElementById("kotak").querySelector('[name$="-whole"]').checked = true;
  }

  function point(event) {
    var frame = sheet.querySelector("img").getBoundingClientRect(), page = size();
    return { x: (event.clientX - frame.left) / frame.width * page.width, y: (event.clientY - frame.top) / frame.height * page.height };
  }

  function steer(event) {
    var by = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
    if (by) {
      paint(event.shiftKey
        ? { x: area.x, y: area.y, width: area.width + by[0], height: area.height + by[1] }
        : { x: area.x + by[0], y: area.y + by[1], width: area.width, height: area.height });
      studio.show(draft);
      tell();
    } else if (event.key === "Enter") {
      ask("kotak", measures(), stop);
    } else if (event.key === "Escape") {
      stop();
      say(word("cancelled"));
      if (studio.current()) studio.choose(studio.current(), true);
      else one(".sheet-pane").focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  // With a mouse one simply draws; a finger scrolls until a box was asked for.
  function press(event) {
    drawn = false;
    var drawing = sheet.classList.contains("is-drawing");
    if (event.button !== 0 || studio.isPreview() || (event.pointerType !== "mouse" && !drawing)) return;
    start = point(event);
    if (drawing) event.preventDefault();
  }

  function drag(event) {
    if (!start) return;
    var here = point(event);
    if (!drawn && Math.abs(here.x - start.x) < STEP && Math.abs(here.y - start.y) < STEP) return;
    if (!drawn) sheet.setPointerCapture(event.pointerId);
    drawn = true;
    paint({ x: Math.min(here.x, start.x), y: Math.min(here.y, start.y), width: Math.abs(here.x - start.x), height: Math.abs(here.y - start.y) });
  }

  function release() {
    if (start && drawn) {
      tell();
      ask("kotak", measures(), stop);
    }
    start = null;
  }

  if (sheet && draft && drawKeys) {
    studio.does.draw = draw;
    studio.does.whole = whole;
    sheet.addEventListener("pointerdown", press);
    sheet.addEventListener("pointermove", drag);
    sheet.addEventListener("pointerup", release);
    sheet.addEventListener("pointercancel", stop);
    sheet.addEventListener("dragstart", function (event) { event.preventDefault(); });
    // The end of a stroke is no click on what lies below.
    sheet.addEventListener("click", function (event) {
      if (!drawn) return;
      event.preventDefault();
      event.stopPropagation();
    }, true);
    drawKeys.addEventListener("keydown", steer);
  }

  // --- Selected text of a document without pages ----------------------------------------------------

  // Offsets count characters as the engine does, not the halves that a browser counts.
  function characters(text, end) { return Array.from(text.slice(0, end)).length; }

  function offset(node, at) {
    var part = (node.nodeType === 3 ? node.parentNode : node).closest("[data-at]");
    if (!part) return null;
    return Number(part.dataset.at) + (node.nodeType === 3 ? characters(node.data, at) : at ? characters(part.textContent, Infinity) : 0);
  }

  // Three clicks choose a paragraph or a cell, and end at the beginning of the next one: in no text.
  function ends(range) {
    var parts = Array.from(one("[data-flow]").querySelectorAll("[data-at]")).filter(function (part) { return range.intersectsNode(part); });
    if (!parts.length) return [null, null];
    var first = offset(range.startContainer, range.startOffset), last = offset(range.endContainer, range.endOffset), end = parts[parts.length - 1];
    return [first === null ? Number(parts[0].dataset.at) : first, last === null ? offset(end, 1) : last];
  }

  function select() {
    var chosen = document.getSelection(), range = chosen.rangeCount && !chosen.isCollapsed ? chosen.getRangeAt(0) : null;
    var inside = range && one("[data-flow]").contains(range.commonAncestorContainer);
    var found = inside ? ends(range) : [null, null], from = found[0], to = found[1];
    if (from === null || to === null) {
      say(word("nothing"), true);
      return;
    }
    one("#teks [data-quote]").textContent = chosen.toString();
    ask("teks", { start: from, end: to, quote: chosen.toString() }, function () {});
  }

  if (one("[data-flow]") && one('[data-do="select"]')) studio.does.select = select;
})();
