// The search page's program: loads the years' data when somebody begins to type, and shows what
// holds every word, newest first.
"use strict";
(function () {
  var MOST = 50;
  var form = document.getElementById("search");
  var field = document.getElementById("words");
  var state = document.getElementById("state");
  var list = document.getElementById("found");
  var rows = [];
  var loaded = false;

  // Letters without case and marks, so that "cafe" finds "Café".
  function folded(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  window.releases = function (year) {
    year.forEach(function (row) {
      row.text = folded(row[1] + " " + row[3] + " " + row[5]);
      rows.push(row);
    });
    rows.sort(function (a, b) { return (b[2] || "") < (a[2] || "") ? -1 : 1; });
    show();
  };

  function load() {
    if (loaded) return;
    loaded = true;
    form.dataset.years.split(" ").forEach(function (address) {
      if (!address) return;
      var script = document.createElement("script");
      script.src = address;
      document.body.appendChild(script);
    });
  }

  function item(row) {
    var li = document.createElement("li");
    li.lang = row[4];
    li.dir = "auto";
    var facts = document.createElement("p");
    facts.className = "facts";
    facts.textContent = [row[2], row[3]].filter(Boolean).join(" · ");
    var heading = document.createElement("h2");
    var link = document.createElement("a");
    link.href = row[0];
    link.textContent = row[1];
    heading.appendChild(link);
    li.appendChild(facts);
    li.appendChild(heading);
    return li;
  }

  function show() {
    var words = folded(field.value).split(/\s+/).filter(Boolean);
    list.replaceChildren();
    state.textContent = "";
    if (!words.length) return;
    var found = rows.filter(function (row) {
      return words.every(function (word) { return row.text.indexOf(word) >= 0; });
    });
    found.slice(0, MOST).forEach(function (row) { list.appendChild(item(row)); });
    state.textContent = found.length
      ? form.dataset.found.replace("{number}", found.length)
      : form.dataset.nothing;
  }

  field.addEventListener("input", function () { load(); show(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); load(); show(); });
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) { field.value = asked; load(); }
})();
