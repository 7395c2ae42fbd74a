// The scoring desk. Everything here saves a click or a wait; marks, sums and what a mark asks for come from the server.

import { fetchNext, handIn, isReady, isSending } from "./desk_next.js";
import * as phrases from "./desk_phrases.js";
import { saving, told, urlencoded } from "./desk_save.js";
import { countSeconds } from "./desk_seconds.js";
import { forget, forgetDone, isAsking, offerKept } from "./desk_store.js";
import { startUndo } from "./desk_undo.js";
import { isTyping, onKeys } from "./keys.js";
import { showSums } from "./sums.js";

// Everything of one contact; what it listens to ends with it, when the next one takes its place on the page.
function begin() {
  const ending = new AbortController(), { signal } = ending;
  const form = document.getElementById("card");
  const rows = [...form.querySelectorAll("tr.item")];
  const lines = [...document.querySelectorAll("#transcript .hc-turn")];
  const byCode = new Map(rows.map((row) => [row.dataset.code, row]));
  const detailOf = (row) => form.querySelector(`tr.detail[data-code="${row.dataset.code}"]`);
  const field = (name, row) => form.elements.namedItem(`${name}-${row.dataset.code}`);
  const marks = (row) => [...row.querySelectorAll("input[type=radio]")];
  const chosen = (row) => row.querySelector("input[type=radio]:checked");
  let current = form.querySelector("tr.item.current") ?? rows[0];
  let open = rows.filter((row) => row.dataset.status === "unanswered").map((row) => row.dataset.code);
  let line = null, hits = [];
  const find = document.getElementById("find");

  // ---------- which item is at hand ----------
  function go(row, { focus = true, scroll = true } = {}) {
    if (!row) return;
    for (const one of rows) {
      one.classList.toggle("current", one === row);
      detailOf(one).classList.toggle("current", one === row);
    }
    current = row;
    if (focus) (chosen(row) ?? marks(row)[0] ?? field("comment", row)).focus({ preventScroll: true });
    if (!scroll) return;
    detailOf(row).scrollIntoView({ block: "nearest" });
    row.scrollIntoView({ block: "nearest" });
  }
  const step = (by) => go(rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(current) + by))]);
  const nextOpen = () => {
    const from = rows.indexOf(current);
    const ring = [...rows.slice(from + 1), ...rows.slice(0, from + 1)];
    go(ring.find((row) => open.includes(row.dataset.code)));
  };

  // ---------- what a mark asks for ----------
  function dress(row) {
    const detail = detailOf(row), mark = chosen(row), comment = field("comment", row);
    const wantsWhy = mark?.hasAttribute("data-why") ?? false;
    detail.querySelector(".why")?.toggleAttribute("hidden", !wantsWhy);
    detail.querySelector(".basis").classList.toggle("open", wantsWhy || comment.value.trim() !== "" || marks(row).length === 0);
    detail.querySelector(".cause")?.classList.toggle("open", mark?.hasAttribute("data-fault") ?? false);
    for (const step of detail.querySelectorAll(".hc-anchors dt")) {
      const on = mark ? step.dataset.level.split(" ").includes(mark.value) : false;
      step.classList.toggle("on", on);
      step.nextElementSibling.classList.toggle("on", on);
    }
    return wantsWhy && comment.value.trim() === "";
  }
  function choose(row, input) {
    input.checked = true;
    changed();
    if (dress(row)) field("comment", row).focus();
    else step(1);
  }
  function openGrounds() {
    detailOf(current).querySelector(".basis").classList.add("open");
    field("comment", current).focus();
  }

  // ---------- pins ----------
  const icon = () => document.getElementById("pin-icon").content.cloneNode(true);
  function showPin(row) {
    phrases.unpaint(row.dataset.code);
    const at = field("line", row).value.trim();
    row.querySelector(".pinned")?.remove();
    document.querySelectorAll(`#transcript .note[data-item="${row.dataset.code}"]`).forEach((note) => note.remove());
    const turn = lines.find((one) => one.dataset.line === at);
    if (!turn) { field("phrase", row).value = ""; return; }
    const words = phrases.read(field("phrase", row).value);
    if (words) phrases.paint(turn, row.dataset.code, words);
    const badge = document.createElement("span");
    badge.className = "badge pinned";
    badge.append(icon(), turn.dataset.when);
    row.querySelector("th").append(badge);
    const note = document.createElement("span"), name = document.createElement("strong");
    note.className = "note";
    note.dataset.item = row.dataset.code;
    name.textContent = row.querySelector(".name").title;
    const told = document.createElement("span");
    told.append(name, ` ${field("comment", row).value}`);
    note.append(icon(), told);
    turn.querySelector("div").append(note);
  }
  // The words selected, or those searched for, else the whole line; the same once more takes the pin off.
  function pin(turn) {
    const place = field("line", current), phrase = field("phrase", current);
    if (!turn || !place) return;
    const words = phrases.selectedIn(turn) ?? (hits.includes(turn) ? phrases.foundIn(turn, find.value.trim()) : null);
    const written = words ? phrases.written(words) : "", isSame = place.value === turn.dataset.line && phrase.value === written;
    place.value = isSame ? "" : turn.dataset.line;
    phrase.value = isSame ? "" : written;
    getSelection().removeAllRanges();
    showPin(current);
    changed();
  }
  function stand(turn) {
    if (!turn) return;
    lines.forEach((one) => one.classList.toggle("now", one === turn));
    line = turn;
    turn.scrollIntoView({ block: "nearest" });
  }
  const along = (by) => stand(lines[Math.min(lines.length - 1, Math.max(0, (line ? lines.indexOf(line) : -1) + by))]);
  for (const turn of lines) {
    turn.addEventListener("click", (event) => {
      stand(turn);
      if (event.target.closest(".hc-pin")) pin(turn);
    }, { signal });
    turn.querySelector(".hc-pin")?.addEventListener("mousedown", (event) => event.preventDefault(), { signal }); // keeps what is selected
  }
  // What is being said is the line at hand while it sounds.
  document.addEventListener("hc:player-time", ({ detail }) => {
    if (detail.isPlaying) line = document.querySelector("#transcript .hc-turn.playing") ?? line;
  }, { signal });

  // ---------- the server's figures ----------
  let asked = 0, waiting;
  const reckonSoon = () => { clearTimeout(waiting); waiting = setTimeout(reckon, 120); };
  const changed = () => { save.changed(); reckonSoon(); };
  async function reckon() {
    const mine = ++asked;
    const answer = await fetch(form.dataset.preview, { method: "POST", body: urlencoded(form) }).catch(() => null);
    const found = await told(answer);
    if (!answer?.ok || !found || mine !== asked || signal.aborted) return;
    open = found.open;
    for (const [code, item] of Object.entries(found.items)) {
      const row = byCode.get(code);
      row.dataset.status = item.status;
      row.classList.toggle("todo", item.status === "unanswered");
      if (item.status !== "unanswered") row.classList.remove("wrong");
      const written = item.status === "unanswered" && (field("comment", row).value.trim() || field("line", row).value);
      row.querySelector("[data-share]").textContent = written ? form.dataset.unmarked : item.share;
      row.querySelector("[data-weight]").textContent = item.weight;
    }
    showSums(form, found);
  }

  // ---------- mouse and fields ----------
  form.addEventListener("change", (event) => {
    const row = event.target.closest("tr[data-code]");
    if (row && event.target.type === "radio" && dress(row)) field("comment", row).focus();
    if (row && event.target.name.startsWith("line-")) { field("phrase", row).value = ""; showPin(byCode.get(row.dataset.code)); }
    changed();
  }, { signal });
  form.addEventListener("input", (event) => { if (event.target.tagName === "TEXTAREA") changed(); }, { signal });
  form.addEventListener("click", (event) => {
    const row = event.target.closest("tr.item");
    if (row && row !== current) go(row, { focus: !event.target.closest(".marks") });
  }, { signal });
  // By the mouse the row changes once the button is up: moved under the pointer before, the click would miss.
  let isPressed = false;
  form.addEventListener("pointerdown", () => { isPressed = true; }, { signal });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { isPressed = false; }, { signal });
  form.addEventListener("focusin", (event) => {
    if (isPressed) return;
    const row = event.target.closest("tr.item");
    if (row && row !== current) go(row, { focus: false });
  }, { signal });

  // ---------- keys ----------
  const keys = document.getElementById("keys");
  const toggleKeys = () => keys.classList.toggle("shown");
  document.getElementById("show-keys").addEventListener("click", toggleKeys, { signal });
  const press = (value) => { const button = form.querySelector(`button[value=${value}]`); if (button) form.requestSubmit(button); };
  function digit(key) {
    const input = marks(current).filter((one) => one.value !== "na")[Number(key) - 1];
    if (input) choose(current, input);
  }
  const noKeys = onKeys({
    "Ctrl+Enter": () => press("submit"),
    Escape: (event) => { keys.classList.remove("shown"); if (isTyping(event)) go(current); else return false; },
    n: () => { const na = marks(current).find((one) => one.value === "na"); if (na) choose(current, na); },
    c: openGrounds, g: nextOpen, p: () => pin(phrases.lineSelected() ?? line), r: () => press("red_line"), "?": toggleKeys,
    "/": () => { show("#transcript"); find.focus(); find.select(); },
    "[": () => along(-1), "]": () => along(1), ArrowDown: () => step(1), ArrowUp: () => step(-1),
    ...Object.fromEntries([..."123456789"].map((key) => [key, () => digit(key)])),
  });

  // ---------- finding ----------
  find.addEventListener("input", () => {
    const word = find.value.trim().toLowerCase();
    hits = word ? lines.filter((turn) => turn.textContent.toLowerCase().includes(word)) : [];
    lines.forEach((turn) => turn.classList.toggle("hit", hits.includes(turn)));
    if (hits.length) stand(hits[0]);
  }, { signal });
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && hits.length) { event.preventDefault(); stand(hits[(hits.indexOf(line) + 1) % hits.length]); }
  }, { signal });

  // ---------- two tabs where it is narrow ----------
  const tabs = [...document.querySelectorAll(".desk-tabs a")];
  function show(target) {
    document.querySelector(".desk-main").classList.toggle("reading", target === "#transcript");
    tabs.forEach((tab) => tab.getAttribute("href") === target ? tab.setAttribute("aria-current", "true") : tab.removeAttribute("aria-current"));
  }
  tabs.forEach((tab) => tab.addEventListener("click", (event) => { event.preventDefault(); show(tab.getAttribute("href")); }, { signal }));

  // ---------- on to the next ----------
  // Where nothing is left that the server would ask for, the next desk need not wait for its answer.
  const isWhole = () => rows.every((row) => chosen(row)
    ? !chosen(row).hasAttribute("data-why") || field("comment", row).value.trim() !== ""
    : !open.includes(row.dataset.code));
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "submit" || save.state.isStale || save.state.isLeaving || save.state.isHeld) return;
    if (isSending()) { event.preventDefault(); isSending().then(() => form.requestSubmit(event.submitter)); return; }
    if (!isReady() || form.elements.namedItem("reason") || isAsking(form) || !isWhole()) return;
    event.preventDefault();
    save.state.isLeaving = true;
    handIn(desk, begin);
  }, { signal });
  const save = saving(form, { signal });
  countSeconds(form, { signal, item: () => current.dataset.code });
  const desk = { form, save, signal, end: () => { ending.abort(); noKeys(); clearTimeout(waiting); } };

  const isWide = matchMedia("(min-width: 1000px)").matches;
  const unsaidWhy = form.querySelector("textarea[aria-invalid]");
  go(current, { focus: isWide && !document.querySelector(".desk-refused"), scroll: isWide });
  unsaidWhy?.focus();
  forgetDone();
  startUndo();
  fetchNext(form, { signal });
  form.querySelector(".desk-refused a")?.addEventListener("click", () => forget(form), { signal }); // the other version was chosen
  // An answer to what was just sent holds what was typed; what is kept here is then the same or older.
  if (!document.querySelector(".desk-refused")) offerKept(form, () => {
    for (const row of rows) { dress(row); showPin(row); }
    changed();
  });
  // Sound, and who else is there, come behind the first picture.
  requestAnimationFrame(() => setTimeout(() => { if (!signal.aborted) document.dispatchEvent(new CustomEvent("hc:desk-opened")); }));
  return desk;
}

begin();
