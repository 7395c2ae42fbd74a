// A policy in rows, quarterly or monthly: its document is read from the rows and laid out into them.

import { keepDraft, movable, units, written } from "./draft.js";

const root = document.getElementById("editor");
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const offers = read("offers"), start = read("definition"), isMonth = root.dataset.kind === "monthly";
const field = (row, name) => row.querySelector(`[data-f="${name}"]`);
const value = (row, name) => field(row, name)?.value.trim() ?? "";
const put = (row, name, text) => { field(row, name).value = text ?? ""; };
const list = (name) => root.querySelector(`[data-list="${name}"]`);
const rowsOf = (place, kind) => [...place.children].filter((row) => row.dataset.row === kind);
const nameOf = (offered, code) => offers[offered]?.find(([one]) => one === code)?.[1] ?? "";
const count = (text) => (/^\d{1,9}$/.test(text) ? Number(text) : text);
const fill = (text, number) => text.replace("#", number);

function made(kind) {
  const row = document.getElementById(`t-${kind}`).content.firstElementChild.cloneNode(true);
  return row;
}

// ---------- rows ----------
const bandRow = ({ code, from }) => { const row = made("band"); put(row, "code", code); put(row, "from", from); return row; };
const markRow = ([mark, level]) => { const row = made("mark"); put(row, "mark", mark); put(row, "level", level); return row; };
const weighedRow = ([code, weight]) => { const row = made("weighed"); put(row, "code", code); put(row, "weight", weight); return row; };
const coefficientRow = ([code, number]) => { const row = made("coefficient"); put(row, "code", code); put(row, "coefficient", number); return row; };
function sourceRow([code, name, told], document_) {
  const row = made("source");
  row.dataset.code = code;
  row.querySelector("[data-named]").textContent = name;
  row.querySelector("[data-told]").textContent = told;
  put(row, "weight", document_.sources[code]);
  field(row, "required").checked = document_.minimum_evidence.required.includes(code);
  field(row, "weight").setAttribute("aria-label", name);
  return row;
}
function indicatorRow(code, points, rule) {
  const row = made("indicator");
  put(row, "code", code); put(row, "points", points); put(row, "rule", rule?.kind ?? "rated");
  for (const name of ["floor", "target", "off", "minimum_n"]) put(row, name, rule?.[name]);
  put(row, "steps", (rule?.steps ?? []).map((pair) => pair.join(" ")).join("\n"));
  return row;
}
function groupRow(code, group, rules) {
  const row = made("group");
  put(row, "code", code); put(row, "points", group.points);
  row.querySelector(".row-items").append(...Object.entries(group.indicators).map(([one, points]) => indicatorRow(one, points, rules[one])));
  return row;
}

// ---------- document → rows ----------
function lay(document_) {
  put(root, "name", document_.name);
  for (const select of root.querySelectorAll("[data-publication]")) select.value = document_.publication[select.dataset.publication];
  for (const input of root.querySelectorAll("[data-window]")) input.value = document_.windows[input.dataset.window];
  put(root, "probability", document_.consequences.probability); put(root, "cycles", document_.consequences.cycles);
  list("coefficients").replaceChildren(...Object.entries(document_.consequences.coefficients).map(coefficientRow));
  list("bands").replaceChildren(...(isMonth ? document_.grades : document_.bands).map(bandRow));
  if (isMonth) put(root, "repeat_days", document_.repeat_days);
  if (isMonth) put(root, "hand_picked", document_.hand_picked);
  if (isMonth) put(root, "observed", document_.observed);
  if (isMonth) for (const name of YEAR) put(root, `year_${name}`, document_.year[name]);
  if (isMonth) groups().replaceChildren(...Object.entries(document_.groups).map(([code, group]) => groupRow(code, group, document_.rules)));
  else laySkill(document_);
  dress();
}
const groups = () => document.getElementById("groups");
const sources = () => document.getElementById("source-rows");
function laySkill(document_) {
  const order = Object.keys(document_.sources), place = ([code]) => (order.includes(code) ? order.indexOf(code) : order.length);
  sources().replaceChildren(...[...offers.sources].sort((one, other) => place(one) - place(other)).map((one) => sourceRow(one, document_)));
  put(root, "minimum_evidence", document_.minimum_evidence.weight);
  put(root, "customer_minimum", document_.customer_minimum); put(root, "peer_minimum", document_.peer_minimum);
  put(root, "places", document_.rounding.places);
  for (const name of WORKLOAD) put(root, `workload_${name}`, document_.workload[name]);
  list("marks").replaceChildren(...document_.written_mark.map(markRow));
  list("items").replaceChildren(...Object.entries(document_.item_weights).map(weighedRow));
}

// ---------- rows → document ----------
const YEAR = ["months", "quarters", "service_months"], WORKLOAD = ["forms", "minutes"];
const fields = (stem, names) => Object.fromEntries(names.map((name) => [name, value(root, `${stem}_${name}`)]));
const entries = (rows, read_) => Object.fromEntries(rows.map(read_).filter(([code]) => code !== ""));
function rule(row) {
  const kind = value(row, "rule"), least = value(row, "minimum_n");
  const more = least ? { minimum_n: count(least) } : {};
  if (kind === "linear") return { kind, floor: value(row, "floor"), target: value(row, "target"), ...more };
  if (kind === "per_event") return { kind, off: value(row, "off"), ...more };
  if (kind === "steps") return { kind, steps: value(row, "steps").split("\n").map((line) => line.trim().split(/[\s,，、=]+/)).filter((pair) => pair[0]), ...more };
  return null;
}
function collect() {
  const publication = Object.fromEntries([...root.querySelectorAll("[data-publication]")].map((one) => [one.dataset.publication, one.value]));
  const bands = rowsOf(list("bands"), "band").map((row) => ({ code: value(row, "code"), from: value(row, "from") }));
  const windows = Object.fromEntries([...root.querySelectorAll("[data-window]")].map((one) => [one.dataset.window, one.value.trim()]));
  const consequences = {
    coefficients: entries(rowsOf(list("coefficients"), "coefficient"), (row) => [value(row, "code"), value(row, "coefficient")]),
    probability: value(root, "probability"), cycles: value(root, "cycles"),
  };
  const kept = { ...start, name: value(root, "name"), publication, windows, consequences };
  return isMonth ? { ...kept, ...month(), grades: bands } : { ...kept, ...skill(), bands };
}
function month() {
  const all = rowsOf(groups(), "group"), indicators = (row) => rowsOf(row.querySelector(".row-items"), "indicator");
  return {
    repeat_days: count(value(root, "repeat_days")),
    hand_picked: value(root, "hand_picked"),
    observed: value(root, "observed"),
    year: fields("year", YEAR),
    groups: entries(all, (row) => [value(row, "code"), { points: value(row, "points"), indicators: entries(indicators(row), (one) => [value(one, "code"), value(one, "points")]) }]),
    rules: Object.fromEntries(all.flatMap(indicators).map((one) => [value(one, "code"), rule(one)]).filter(([code, one]) => code && one)),
  };
}
function skill() {
  const rows = rowsOf(sources(), "source");
  return {
    sources: Object.fromEntries(rows.filter((row) => value(row, "weight")).map((row) => [row.dataset.code, value(row, "weight")])),
    minimum_evidence: { required: rows.filter((row) => field(row, "required").checked).map((row) => row.dataset.code), weight: value(root, "minimum_evidence") },
    customer_minimum: count(value(root, "customer_minimum")), peer_minimum: count(value(root, "peer_minimum")),
    written_mark: rowsOf(list("marks"), "mark").map((row) => [value(row, "mark"), value(row, "level")]),
    item_weights: entries(rowsOf(list("items"), "weighed"), (row) => [value(row, "code"), value(row, "weight")]),
    rounding: { places: count(value(root, "places")), mode: "half_up" },
    workload: fields("workload", WORKLOAD),
  };
}

// ---------- names, explanations, live sums ----------
const NAMES = { band: "bands", coefficient: "bands", weighed: "items", group: "groups", indicator: "indicators" };
function dress() {
  for (const row of root.querySelectorAll("[data-row]")) {
    const place = row.querySelector("[data-named]");
    if (NAMES[row.dataset.row] && place) place.textContent = nameOf(NAMES[row.dataset.row], value(row, "code"));
    if (row.dataset.row === "indicator") dressRule(row);
  }
  sums();
}
function dressRule(row) {
  const kind = value(row, "rule");
  for (const one of row.querySelectorAll("[data-for]")) one.hidden = !one.dataset.for.split(" ").includes(kind);
  row.querySelector("[data-rule]").hidden = kind === "rated";
  row.querySelector("[data-told]").textContent = [nameOf("indicators", value(row, "code")), offers.rules_told[kind]].filter(Boolean).join(" · ");
}
const total = (rows, name) => rows.reduce((sum, row) => sum + units(value(row, name)), 0n);
function sums() {
  const rows = isMonth ? rowsOf(groups(), "group") : rowsOf(sources(), "source");
  const whole = total(rows, isMonth ? "points" : "weight"), place = document.getElementById("sum");
  place.textContent = fill(root.dataset.sum, written(whole));
  place.classList.toggle("off", whole !== units(isMonth ? "100" : "1"));
  if (!isMonth) return;
  for (const row of rows) {
    const sum = total(rowsOf(row.querySelector(".row-items"), "indicator"), "points"), told = row.querySelector("[data-sum]");
    told.textContent = fill(root.dataset.part, written(sum));
    told.classList.toggle("rows-sum", sum !== units(value(row, "points")));
    told.classList.toggle("off", sum !== units(value(row, "points")));
  }
}

// ---------- faults ----------
function placeOf(where) {
  const [first, ...rest] = where.split("."), nth = /\[(\d+)\]/.exec(where)?.[1], stem = first.replace(/\[.*/, "");
  if (stem === "sources" && rest[0]) return sources().querySelector(`[data-code="${rest[0]}"]`);
  if (stem === "groups" && rest[0]) {
    const group = rowsOf(groups(), "group").find((row) => value(row, "code") === rest[0]), code = rest[2];
    return (code && [...(group?.querySelectorAll('[data-row="indicator"]') ?? [])].find((row) => value(row, "code") === code)) || group?.querySelector(".row-line");
  }
  if (stem === "rules" && rest[0]) return [...root.querySelectorAll('[data-row="indicator"]')].find((row) => value(row, "code") === rest[0]);
  if (where.startsWith("consequences.coefficients.")) return rowsOf(list("coefficients"), "coefficient").find((row) => value(row, "code") === rest[1]);
  const lists = { bands: ["bands", "band"], grades: ["bands", "band"], written_mark: ["marks", "mark"] }[stem];
  if (lists && nth) return rowsOf(list(lists[0]), lists[1])[nth - 1];
  return root.querySelector(`[data-at="${where}"]`) ?? root.querySelector(`[data-at="${stem}"]`);
}
function clear() {
  for (const one of root.querySelectorAll(".invalid-feedback")) one.remove();
  for (const one of root.querySelectorAll("[aria-invalid]")) { one.removeAttribute("aria-invalid"); one.classList.remove("is-invalid"); }
}
function mark({ where, detail }) {
  const place = where && placeOf(where);
  if (!place) return;
  const note = document.getElementById("t-wrong").content.firstElementChild.cloneNode(true);
  note.lastElementChild.textContent = detail;
  place.tagName === "SECTION" ? place.querySelector(".card-body").prepend(note) : place.append(note);
  const input = place.matches("[data-row], label") ? place.querySelector("input[inputmode]") : null;
  input?.setAttribute("aria-invalid", "true");
  input?.classList.add("is-invalid");
}
function showFaults(faults) {
  clear();
  faults.forEach(mark);
  document.getElementById("wrong").classList.toggle("card-faults", faults.length > 0);
  document.getElementById("wrong-title").textContent = faults.length ? fill(root.dataset.open, faults.length) : root.dataset.clean;
  document.getElementById("wrong-list").replaceChildren(...faults.map(({ detail }) => {
    const line = document.getElementById("t-line").content.firstElementChild.cloneNode(true);
    line.lastElementChild.textContent = detail;
    return line;
  }));
}
function show(answer, problem) {
  if (answer) { showFaults(answer.faults); printed(); } else { clear(); mark({ where: problem.facts?.key ?? "", detail: problem.detail }); }
}

// ---------- as everybody will read it ----------
const wide = matchMedia("(min-width: 1200px)"), pane = document.getElementById("printed");
async function printed() {
  const answer = wide.matches ? await fetch(root.dataset.printed).catch(() => null) : null;
  if (answer?.ok) pane.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
}
wide.addEventListener("change", printed);

// ---------- doing things ----------
lay(start);
const body = (definition) => ({ definition });
body.read = (answer) => answer.definition;
const draft = keepDraft({ root, collect, lay, show, body });
const changed = () => { dress(); draft.changed(); };
const spoken = document.getElementById("spoken");
const moves = movable(root, { spoken, changed });
const ADDS = {
  coefficient: () => [list("coefficients"), coefficientRow([])],
  band: () => [list("bands"), bandRow({})], mark: () => [list("marks"), markRow([])], weighed: () => [list("items"), weighedRow([])],
  group: () => [groups(), groupRow("", { points: "", indicators: {} }, {})],
  indicator: (button) => [button.closest("[data-row]").querySelector(".row-items"), indicatorRow("", "", null)],
};
const DOINGS = {
  up: (row, button) => moves.shift(row, -1, button), down: (row, button) => moves.shift(row, 1, button),
  remove: (row) => {
    const next = row.nextElementSibling ?? row.previousElementSibling ?? row.closest("section") ?? root;
    spoken.textContent = root.dataset.removed;
    row.remove();
    changed();
    next.querySelector("input, button")?.focus();
  },
};
root.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do], [data-add]");
  if (!button) return;
  if (button.dataset.do) { DOINGS[button.dataset.do](button.closest("[data-row]"), button); return; }
  const [place, row] = ADDS[button.dataset.add](button);
  place.append(row);
  changed();
  row.querySelector("input").focus();
});
for (const button of root.querySelectorAll("[data-add]")) button.disabled = false;  // a press before the script was there would be lost
let typing;
root.addEventListener("input", () => { dress(); clearTimeout(typing); typing = setTimeout(changed, 400); });

showFaults(read("faults"));
printed();
