// Choosing events, and opening each in its statement. Without this script the page shows everything.
"use strict";

const form = document.getElementById("choose");
const rows = [...document.querySelectorAll(".row")];
const groups = [...document.querySelectorAll(".group")];
const facets = [...new Set([...form.querySelectorAll("[type=checkbox]")].map((box) => box.name))];
const values = new Map(rows.map((row) => [row, facets.map((facet) => row.dataset[facet].split(" "))]));

// -- choosing

const chosenIn = (facet) => new Set([...form.querySelectorAll(`[name=${facet}]:checked`)].map((box) => box.value));
const day = (name) => form.elements[name]?.value ?? "";

/** Whether a row may have been on the chosen days; ISO dates compare as text. */
function onDays(row, since, until) {
  const { first, last } = row.dataset;
  if (!since && !until) return true;
  return first !== undefined && (!since || last >= since) && (!until || first <= until);
}

/** Show the rows that all facets hold for; beside each value, how many rows the other facets leave to it. */
function choose() {
  const chosen = facets.map(chosenIn);
  const [since, until] = [day("since"), day("until")];
  const counts = facets.map(() => new Map());
  let shown = 0;
  for (const row of rows) {
    const own = values.get(row);
    const failed = own.flatMap((numbers, facet) =>
      chosen[facet].size === 0 || numbers.some((number) => chosen[facet].has(number)) ? [] : [facet]);
    const days = onDays(row, since, until);
    row.hidden = !days || failed.length > 0;
    shown += row.hidden ? 0 : 1;
    if (!days || failed.length > 1) continue;
    for (const facet of failed.length ? failed : facets.keys())
      for (const number of own[facet]) counts[facet].set(number, (counts[facet].get(number) ?? 0) + 1);
  }
  for (const group of groups) group.hidden = !group.querySelector(".row:not([hidden])");
  say(shown, chosen, since, until);
  count(counts, chosen);
  remember(chosen, since, until);
}

function count(counts, chosen) {
  facets.forEach((facet, place) => {
    for (const box of form.querySelectorAll(`[name=${facet}]`)) {
      const number = counts[place].get(box.value) ?? 0;
      box.parentElement.querySelector(".count").textContent = number;
      box.parentElement.classList.toggle("none", number === 0);
    }
    const details = form.querySelector(`[name=${facet}]`).closest("details");
    details.querySelector(".chosen").textContent = chosen[place].size ? `(${chosen[place].size} chosen)` : "";
  });
}

/** Say how many rows are shown and why, for the eye, the screen reader and the printed page. */
function say(shown, chosen, since, until) {
  const labels = facets.flatMap((facet, place) => [...chosen[place]].map((number) =>
    form.querySelector(`[name=${facet}][value="${number}"]`).parentElement.querySelector("bdi").textContent));
  const why = [...labels, since && `from ${since}`, until && `to ${until}`].filter(Boolean).join(", ");
  document.getElementById("shown").textContent = why ? `${shown} of ${rows.length} events: ${why}`
    : `${rows.length} event${rows.length === 1 ? "" : "s"}, in the order in which they happened`;
}

/** Keep the choice in the address, so that it can be sent on and gone back to. */
function remember(chosen, since, until) {
  const parts = facets.map((facet, place) => [facet, [...chosen[place]].join(".")]);
  const kept = [...parts, ["since", since], ["until", until]].filter(([, value]) => value);
  const old = location.hash;
  if (kept.length) history.replaceState(null, "", "#choose&" + kept.map((pair) => pair.join("=")).join("&"));
  else if (old.startsWith("#choose")) history.replaceState(null, "", "#chronology");
}

function recall() {
  if (!location.hash.startsWith("#choose&")) return;
  for (const [name, value] of new URLSearchParams(location.hash.slice("#choose&".length))) {
    if (facets.includes(name)) {
      const wanted = new Set(value.split("."));
      for (const box of form.querySelectorAll(`[name=${name}]`)) box.checked = wanted.has(box.value);
    } else if ((name === "since" || name === "until") && form.elements[name]) form.elements[name].value = value;
  }
}

form.addEventListener("input", choose);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(choose));

// -- opening

/** Give a copy of a statement with the evidence of one event or quote alone marked. */
function copyFor(item) {
  const sheet = document.getElementById(item.dataset.sheet);
  const box = document.createElement("div");
  box.className = "reading";
  box.lang = sheet.lang;
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", `${sheet.getAttribute("aria-label")}, evidence marked`);
  box.append(sheet.querySelector(".text").cloneNode(true));
  for (const mark of box.querySelectorAll("mark")) {
    const own = mark.dataset.shows.split(" ").filter((word) => word.startsWith(`${item.dataset.key}-`));
    if (own.length) mark.className = own.map((word) => word.split("-")[1]).join(" ");
    else mark.replaceWith(...mark.childNodes);
  }
  return box;
}

function opened(item) {
  const place = item.querySelector(".opened");
  place.querySelector(".reading")?.remove();
  if (!item.open) return;
  const box = copyFor(item);
  place.append(box);
  const mark = box.querySelector("mark.act, mark.quote") ?? box.querySelector("mark");
  if (mark) box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
}

document.addEventListener("toggle", (event) => {
  if (event.target.matches(".item")) opened(event.target);
}, true);

/** Follow a link to a row: open it, even where the choice has hidden it. */
function follow() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const item = target.querySelector(":scope > .item");
  if (target.hidden) {
    const hash = location.hash;
    form.reset();
    setTimeout(() => { history.replaceState(null, "", hash); target.scrollIntoView(); });
  }
  if (item) {
    item.open = true;
    item.querySelector("summary").focus();
  }
}

window.addEventListener("hashchange", () => { recall(); follow(); });

// -- the keyboard: arrows go from row to row, Escape closes

document.addEventListener("keydown", (event) => {
  const item = event.target.closest?.(".item");
  if (event.key === "Escape") {
    const open = item ?? [...document.querySelectorAll(".item[open]")].at(-1);
    if (!open?.open) return;
    open.open = false;
    open.querySelector("summary").focus();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  if (step === undefined || !event.target.matches(".item > summary")) return;
  const list = [...item.closest("main > section").querySelectorAll("li:not([hidden]) > .item > summary")];
  const next = Math.min(Math.max(list.indexOf(event.target) + step, 0), list.length - 1);
  event.preventDefault();
  list[next].focus();
});

form.hidden = false;
if (matchMedia("(max-width: 62rem)").matches) for (const list of form.querySelectorAll("details")) list.open = false;
recall();
choose();
follow();
