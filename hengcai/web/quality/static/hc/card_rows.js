// A scorecard in rows. The rows themselves are what is edited; a definition is read from them and laid out into them.

import { keepDraft, movable, units, written } from "./draft.js";

const root = document.getElementById("editor");
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const offers = read("offers");
const head = document.getElementById("head"), sections = document.getElementById("sections");
const wrong = document.getElementById("wrong"), spoken = document.getElementById("spoken");
const RATED = ["anchored", "yes_no", "choice"], DECIDES = [...RATED, "deduction"];
const field = (row, name) => row.querySelector(`[data-f="${name}"]`);
const value = (row, name) => field(row, name)?.value.trim() ?? "";
const own = (list, kind) => [...list.children].filter((one) => one.dataset.row === kind);
const itemsOf = (section) => own(section.querySelector(".row-items"), "item");
const allItems = () => [...sections.querySelectorAll(".row-item")];
const optionsOf = (item) => own(item.querySelector("[data-options]"), "option");
const kindOf = (item) => field(item, "kind").value;
const nameOf = (row) => value(row, `name.${root.dataset.tongue}`) || value(row, `name.${root.dataset.tongue === "zh" ? "en" : "zh"}`) || value(row, "id");
const fill = (text, number) => text.replace("#", number);

// ---------- rows → definition ----------
const both = (row, name) => ({ zh: value(row, `${name}.zh`), en: value(row, `${name}.en`) });
const given = (facts) => Object.fromEntries(Object.entries(facts).filter(([, one]) => one !== "" && one !== null && one !== undefined));
const has = (text) => text.zh || text.en;

function option(row) { return { id: value(row, "id"), name: both(row, "name"), points: value(row, "points") || "0" }; }

function item(row) {
  const kind = kindOf(row), scope = value(row, "critical.scope"), rated = RATED.includes(kind);
  const anchors = kind === "anchored" ? offers.levels.map((level) => [level, both(row, `anchors.${level}`)]).filter(([, text]) => has(text)) : [];
  const guidance = both(row, "guidance"), options = kind === "choice" ? optionsOf(row).map(option) : [];
  return given({
    id: value(row, "id"), kind, name: both(row, "name"), guidance: has(guidance) ? guidance : null,
    weight: rated ? value(row, "weight") || "0" : null, points: rated || kind === "note" ? null : value(row, "points"),
    competency: value(row, "competency"), indicator: value(row, "indicator"), may_be_na: field(row, "may_be_na").checked,
    critical: scope && DECIDES.includes(kind) ? { scope, class: value(row, "critical.class") } : null,
    condition: row.condition,
    comment_below: kind === "anchored" && value(row, "comment_below") ? Number(value(row, "comment_below")) : null,
    comment_if: ["anchored", "note"].includes(kind) ? null : row.commentIf,
    options: options.length ? options : null, anchors: anchors.length ? Object.fromEntries(anchors) : null,
  });
}

function section(row) {
  return { id: value(row, "id"), name: both(row, "name"), weight: value(row, "weight") || "0", items: itemsOf(row).map(item) };
}

function collect() {
  return {
    id: start.id, name: both(head, "name"), channel: value(head, "channel"), kind: value(head, "kind"),
    pass_line: value(head, "pass_line") || "0", excellence_line: value(head, "excellence_line") || "0", bonus_cap: value(head, "bonus_cap") || "0",
    level_shares: offers.levels.map((level) => head.querySelector(`[data-share="${level}"]`).value.trim() || "0"),
    red_lines: [...head.querySelectorAll("[data-red-line]:checked")].map((box) => box.dataset.redLine), posts: start.posts ?? [],
    sections: own(sections, "section").map(section),
  };
}

// ---------- definition → rows ----------
function offer(select, rows, none) {
  const all = none === undefined ? rows : [["", none], ...rows];
  select.replaceChildren(...all.map(([code, name]) => new Option(name, code)));
}
function made(template) {
  const row = document.getElementById(template).content.firstElementChild.cloneNode(true);
  for (const select of row.querySelectorAll("[data-of]")) offer(select, offers[select.dataset.of], select.dataset.none);
  row.querySelector(".row-items")?.setAttribute("data-holds", "item");
  row.querySelector("[data-options]")?.setAttribute("data-holds", "option");
  return row;
}
function put(row, name, text) {
  const place = field(row, name);
  if (!place) return;
  if (place.tagName === "SELECT" && text && ![...place.options].some((one) => one.value === text)) place.add(new Option(text, text));
  place.value = text ?? "";
}
function putBoth(row, name, text) { put(row, `${name}.zh`, text?.zh); put(row, `${name}.en`, text?.en); }

function optionRow(one) {
  const row = made("t-option");
  put(row, "id", one.id); putBoth(row, "name", one.name); put(row, "points", String(one.points));
  return row;
}
function itemRow(one) {
  const row = made("t-item");
  for (const name of ["id", "kind", "weight", "points", "competency", "indicator", "comment_below"]) put(row, name, String(one[name] ?? ""));
  putBoth(row, "name", one.name); putBoth(row, "guidance", one.guidance);
  put(row, "critical.scope", one.critical?.scope); put(row, "critical.class", one.critical?.class ?? offers.classes[0][0]);
  for (const level of offers.levels) putBoth(row, `anchors.${level}`, one.anchors?.[level]);
  field(row, "may_be_na").checked = one.may_be_na ?? true;
  row.querySelector("[data-options]").append(...(one.options ?? []).map(optionRow));
  row.condition = one.condition ?? null;
  row.commentIf = one.comment_if ?? null;
  return row;
}
function sectionRow(one) {
  const row = made("t-section");
  put(row, "id", one.id); putBoth(row, "name", one.name); put(row, "weight", one.weight);
  row.querySelector(".row-items").append(...one.items.map(itemRow));
  return row;
}
function lay(definition) {
  const open = new Set([...sections.querySelectorAll("[data-row]")].filter(isOpen).map((row) => value(row, "id")));
  for (const name of ["channel", "kind", "pass_line", "excellence_line", "bonus_cap"]) put(head, name, definition[name]);
  putBoth(head, "name", definition.name);
  offers.levels.forEach((level, place) => { head.querySelector(`[data-share="${level}"]`).value = definition.level_shares[place]; });
  for (const box of head.querySelectorAll("[data-red-line]")) box.checked = definition.red_lines.includes(box.dataset.redLine);
  sections.replaceChildren(...definition.sections.map(sectionRow));
  for (const row of sections.querySelectorAll("[data-row]")) if (open.has(value(row, "id"))) unfold(row, true);
  dressAll();
}

// ---------- what a row shows for its kind ----------
const isOpen = (row) => row.querySelector(".row-more")?.hidden === false;
function unfold(row, on) {
  const more = row.querySelector(".row-more");
  if (!more) return;
  more.hidden = !on;
  row.querySelector('[data-do="open"]').setAttribute("aria-expanded", String(on));
  if (on && row.dataset.row === "item") dress(row);
}
function marksOf(row) {
  const kind = kindOf(row);
  return kind === "choice" ? optionsOf(row).map((one) => [value(one, "id"), nameOf(one)]) : offers.marks[kind] ?? [];
}
function dress(row) {
  const kind = kindOf(row), isTaken = value(head, "kind") === "deduction";
  for (const place of row.querySelectorAll("[data-for]")) place.hidden = !place.dataset.for.split(" ").includes(kind);
  row.querySelector('[data-at="weight"]').hidden ||= isTaken;
  row.querySelector("[data-critical]").hidden ||= !value(row, "critical.scope");
  row.querySelector("[data-kind-told]").textContent = offers.kinds_told[kind];
  row.querySelector("[data-told]").textContent = told(row, kind);
  if (!isOpen(row)) return;
  const grounds = field(row, "comment_if");
  offer(grounds, marksOf(row), grounds.options[0].text);
  grounds.value = row.commentIf ?? "";
  dressCondition(row);
}
function told(row, kind) {
  const scope = offers.scopes.find(([code]) => code === value(row, "critical.scope"));
  const feeds = [["competency", "competencies"], ["indicator", "indicators"]].map(([name, of]) => offers[of].find(([code]) => code === value(row, name))?.[1]);
  const source = row.condition && allItems().find((one) => value(one, "id") === row.condition.item);
  const labels = ["critical", "condition"].map((name) => row.querySelector(`[data-at="${name}"] .form-label`).textContent);
  return [
    scope && DECIDES.includes(kind) ? `${labels[0]}: ${scope[1]}` : "", source ? `${labels[1]}: ${nameOf(source)}` : "", ...new Set(feeds),
  ].filter(Boolean).join(" · ");
}
function dressCondition(row) {
  const select = row.querySelector("[data-condition]"), values = row.querySelector("[data-values]");
  const others = allItems().filter((one) => one !== row && DECIDES.includes(kindOf(one)));
  offer(select, others.map((one) => [value(one, "id"), nameOf(one)]), select.options[0].text);
  const source = row.condition && others.find((one) => value(one, "id") === row.condition.item);
  if (row.condition && !source) select.add(new Option(row.condition.item, row.condition.item));
  select.value = row.condition?.item ?? "";
  values.hidden = !source;
  for (const old of values.querySelectorAll("label")) old.remove();
  if (!source) return;
  for (const [mark, name] of [...marksOf(source), offers.na]) {
    const label = document.createElement("label"), box = document.createElement("input");
    label.className = "form-check";
    box.type = "checkbox";
    box.value = mark;
    box.checked = row.condition.is.includes(mark);
    label.append(box, name);
    values.append(label);
  }
}

// ---------- live sums ----------
function sums() {
  const isTaken = value(head, "kind") === "deduction";
  root.classList.toggle("taking", isTaken);
  let whole = 0n;
  for (const row of own(sections, "section")) {
    const weight = units(value(row, "weight"));
    whole += weight;
    const rated = itemsOf(row).filter((one) => RATED.includes(kindOf(one)));
    const sum = rated.reduce((so, one) => so + units(value(one, "weight")), 0n);
    row.querySelector("[data-sum]").textContent = fill(sum === weight ? root.dataset.items : root.dataset.scaled, written(sum));
  }
  const place = document.getElementById("sum"), isFull = whole === units("100");
  place.textContent = isTaken ? root.dataset.free : isFull ? root.dataset.full : fill(root.dataset.short, written(whole));
  place.classList.toggle("off", !isTaken && !isFull);
}
function dressAll() { allItems().forEach(dress); sums(); }

// ---------- faults, at the field and in a list ----------
const codeOf = (list, code) => list.find((row) => value(row, "id") === code);
function placeOf(where) {
  const path = /^sections\[(\d+)\](?:\.items\[(\d+)\])?\.?(.*)$/.exec(where), name = /^(sections|items)\.([^.]+)\.(.+)$/.exec(where);
  let row = head, at = where.split(".").at(-1);
  if (path) {
    row = own(sections, "section")[path[1] - 1];
    if (path[2]) row = itemsOf(row)[path[2] - 1];
    at = path[3].split(".")[0];
  } else if (name) {
    row = codeOf(name[1] === "items" ? allItems() : own(sections, "section"), name[2]);
    at = name[3].split(".")[0];
  } else if (codeOf(allItems(), where.split(".")[0])) row = codeOf(allItems(), where.split(".")[0]);
  return row ? { row, place: row.querySelector(`[data-at="${at}"]`) ?? row.querySelector(".row-line") } : null;
}
function clear() {
  for (const one of root.querySelectorAll(".rows-split .invalid-feedback, .rows-editor .invalid-feedback")) one.remove();
  for (const one of root.querySelectorAll("[aria-invalid]")) { one.removeAttribute("aria-invalid"); one.removeAttribute("aria-describedby"); one.classList.remove("is-invalid"); }
}
let count = 0;
function mark({ where, detail }) {
  const found = placeOf(where);
  if (!found || where === "sections") return null;
  const note = document.getElementById("t-wrong").content.firstElementChild.cloneNode(true);
  note.id = `wrong-${++count}`;
  note.lastElementChild.textContent = detail;
  found.place.after(note);
  const input = found.place.querySelector("input, select, textarea");
  input?.setAttribute("aria-invalid", "true");
  input?.setAttribute("aria-describedby", note.id);
  input?.classList.add("is-invalid");
  return { ...found, input };
}
function showFaults(faults) {
  clear();
  const places = faults.map(mark);
  wrong.hidden = false;
  wrong.classList.toggle("card-faults", faults.length > 0);
  document.getElementById("wrong-title").textContent = faults.length ? fill(root.dataset.open, faults.length) : root.dataset.clean;
  document.getElementById("wrong-list").replaceChildren(...faults.map((fault, at) => {
    const line = document.getElementById("t-line").content.firstElementChild.cloneNode(true), button = line.querySelector("button");
    button.textContent = fault.detail;
    button.addEventListener("click", () => { reveal(places[at]); });
    return line;
  }));
}
function reveal(found) {
  if (!found) { sections.scrollIntoView({ block: "nearest" }); return; }
  if (found.row === head) head.open = true;
  else if (found.input?.closest(".row-more")) unfold(found.row, true);
  (found.input ?? found.row).scrollIntoView({ block: "center" });
  found.input?.focus();
}

function show(answer, problem) {
  if (answer) { showFaults(answer.faults); tryAgain(); return; }
  const where = problem.facts?.key ?? (problem.facts?.item ? `items.${problem.facts.item}.id` : "");
  clear();
  mark({ where, detail: problem.detail });
}

// ---------- as on the desk ----------
const wide = matchMedia("(min-width: 1200px)"), pane = document.getElementById("try");
async function tryAgain() {
  if (!wide.matches) return;
  const { fetchPane } = await import("./card_try.js");
  await fetchPane(pane, root.dataset.try);
}
wide.addEventListener("change", tryAgain);

// ---------- doing things ----------
const start = read("definition");
head.querySelectorAll("[data-of]").forEach((select) => offer(select, offers[select.dataset.of], select.dataset.none));
sections.setAttribute("data-holds", "section");
lay(start);
const body = (definition) => ({ definition });
body.read = (answer) => answer.definition;
const draft = keepDraft({ root, collect, lay, show, body });
const changed = () => { dressAll(); draft.changed(); };
const rows = movable(root, { spoken, changed });

function fresh(stem, taken) {
  for (let number = 1; ; number += 1) {
    const code = `${stem.slice(0, 36)}_${number}`;
    if (!taken.includes(code)) return code;
  }
}
const codes = (list) => list.map((row) => value(row, "id"));
const named = (text) => ({ zh: root.dataset.tongue === "zh" ? text : "", en: root.dataset.tongue === "en" ? text : "" });
const plain = () => ({
  id: fresh("item", codes(allItems())), kind: value(head, "kind") === "deduction" ? "deduction" : "anchored", name: named(root.dataset.newItem), weight: "", may_be_na: true,
});
function enter(row) { const place = field(row, `name.${root.dataset.tongue}`); place.focus(); place.select(); }

function addSection() {
  const row = sectionRow({ id: fresh("section", codes(own(sections, "section"))), name: named(root.dataset.newSection), weight: "", items: [plain()] });
  sections.append(row);
  changed();
  enter(row);
}
function renamed(one, taken) {
  const stem = one.id.replace(/_\d+$/, "");
  return { ...one, id: fresh(stem, taken), name: { zh: one.name.zh && `${one.name.zh}（${root.dataset.copy}）`, en: one.name.en && `${one.name.en} (${root.dataset.copy})` } };
}
function copied(row) {
  if (row.dataset.row === "item") return itemRow(renamed(item(row), codes(allItems())));
  const one = renamed(section(row), codes(own(sections, "section"))), taken = codes(allItems());
  one.items = one.items.map((part) => { const id = fresh(part.id.replace(/_\d+$/, ""), taken); taken.push(id); return { ...part, id }; });
  return sectionRow(one);
}
function remove(row) {
  const next = row.nextElementSibling ?? row.previousElementSibling ?? row.parentElement.closest("[data-row]") ?? sections;
  spoken.textContent = `${nameOf(row)}: ${root.dataset.removed}`;
  row.remove();
  changed();
  (next.querySelector?.("input") ?? document.getElementById("add-section")).focus();
}
const DOINGS = {
  open: (row) => unfold(row, !isOpen(row)),
  up: (row, button) => rows.shift(row, -1, button), down: (row, button) => rows.shift(row, 1, button),
  copy: (row) => { const made_ = copied(row); row.after(made_); changed(); enter(made_); },
  remove,
  add: (row) => { const made_ = itemRow(plain()); row.querySelector(".row-items").append(made_); changed(); enter(made_); },
  "add-option": (row) => {
    const made_ = optionRow({ id: fresh("option", codes(optionsOf(row))), name: {}, points: "0" });
    row.querySelector("[data-options]").append(made_);
    changed();
    enter(made_);
  },
};
root.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) DOINGS[button.dataset.do](button.closest("[data-row]"), button);
});
const more = document.getElementById("add-section");
more.addEventListener("click", addSection);
more.disabled = false;  // a press before the script was there would be lost

let typing;
root.addEventListener("input", (event) => {
  const row = event.target.closest(".row-item");
  if (row && event.target.dataset.f === "comment_if") row.commentIf = event.target.value || null;
  if (row && event.target.matches("[data-condition]")) {
    row.condition = event.target.value ? { item: event.target.value, is: [] } : null;
    dressCondition(row);
  }
  if (row && event.target.closest("[data-values]")) row.condition = { ...row.condition, is: [...row.querySelectorAll("[data-values] input:checked")].map((box) => box.value) };
  sums();
  clearTimeout(typing);
  typing = setTimeout(changed, event.target.tagName === "SELECT" || event.target.type === "checkbox" ? 0 : 400);
});
// A code that changes takes the conditions that name it along.
root.addEventListener("focusin", (event) => { if (event.target.dataset.f === "id") event.target.before_ = event.target.value; });
root.addEventListener("change", (event) => {
  if (event.target.dataset.f !== "id" || !event.target.closest(".row-item") || event.target.closest(".row-option")) return;
  for (const row of allItems()) if (row.condition?.item === event.target.before_) row.condition = { ...row.condition, item: event.target.value };
  changed();
});

showFaults(read("faults"));
tryAgain();
