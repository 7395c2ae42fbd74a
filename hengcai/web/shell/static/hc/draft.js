// A draft edited in rows: saves itself, never over somebody else's, and can always be undone.
// The page says how its rows are read (`collect`) and laid out (`lay`); what is right is the server's to say.

import { isTyping, onKeys } from "./keys.js";

const WAIT = 1200, AGAIN = 8000, MOST = 200;

export function keepDraft({ root, collect, lay, show, body }) {
  const at = (id) => document.getElementById(id);
  const saved = at("saved"), undo = at("undo"), redo = at("redo"), clash = at("clash");
  const token = root.querySelector("[name=csrfmiddlewaretoken]").value;
  let edits = Number(root.dataset.editCount), timer, isSaving = false, isStale = false, theirs = null;
  let kept = JSON.stringify(collect());  // what the server has
  const past = [kept], future = [];

  const tell = (text) => { saved.textContent = text; };
  const now = () => JSON.stringify(collect());
  const isDirty = () => now() !== kept;
  function buttons() { undo.disabled = past.length < 2; redo.disabled = !future.length; }

  function changed() {
    const found = now();
    if (found !== past.at(-1)) {
      past.push(found);
      if (past.length > MOST) past.shift();
      future.length = 0;
    }
    buttons();
    if (!isDirty()) return;
    tell(root.dataset.unsaved);
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  }
  function stepped(from, to) {
    to.push(from.pop());
    lay(JSON.parse(past.at(-1)));
    buttons();
    if (isDirty()) { tell(root.dataset.unsaved); clearTimeout(timer); timer = setTimeout(save, WAIT); }
  }
  const back = () => { if (past.length > 1) stepped(past, future); };
  const forth = () => { if (future.length) { past.push(future.pop()); lay(JSON.parse(past.at(-1))); changed(); buttons(); } };

  const request = (mine, more = {}) => fetch(root.dataset.put, {
    method: "PUT", headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({ ...body(JSON.parse(mine)), edit_count: edits }), ...more,
  });
  async function save() {
    clearTimeout(timer);
    if (isStale || isSaving || !isDirty()) return;
    isSaving = true;
    const mine = now();
    tell(root.dataset.saving);
    const answer = await request(mine).catch(() => null);
    const found = answer ? await answer.json().catch(() => null) : null;
    isSaving = false;
    if (answer?.ok && found) {
      kept = mine;
      edits = found.edit_count;
      tell(`${root.dataset.saved} ${new Date().toTimeString().slice(0, 5)}`);
      show(found, null);
      if (isDirty()) timer = setTimeout(save, WAIT);
    } else if (answer?.status === 409 && found?.facts && "edit_count" in found.facts) {
      await overtaken(found);
    } else if (found?.detail) {
      tell(`${root.dataset.refused} ${found.detail}`);
      show(null, found);
    } else {
      tell(root.dataset.offline);
      timer = setTimeout(save, AGAIN);
    }
  }

  // ---------- somebody else saved it ----------
  async function overtaken(problem) {
    isStale = true;
    tell(problem.detail);
    theirs = await (await fetch(root.dataset.get ?? root.dataset.put)).json();
    at("clash-told").textContent = problem.detail;
    const answer = await fetch(root.dataset.differs, {
      method: "POST", headers: { "Content-Type": "application/json", "X-CSRFToken": token }, body: JSON.stringify(body(collect())),
    });
    at("clash-differs").replaceChildren(...new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html").body.childNodes);
    clash.hidden = false;
    clash.scrollIntoView({ block: "nearest" });
    at("take-theirs").focus();
  }
  function settled(document_) {
    edits = theirs.edit_count;
    isStale = false;
    clash.hidden = true;
    if (document_) lay(document_);
    changed();
    tell(isDirty() ? root.dataset.unsaved : root.dataset.saved);
  }
  at("take-theirs").addEventListener("click", () => {
    const found = body.read(theirs);
    lay(found);
    kept = now();
    show(theirs, null);
    settled(null);
  });
  at("keep-mine").addEventListener("click", () => {
    const mine = now();
    lay(body.read(theirs));
    kept = now();
    past.push(kept);  // theirs stays one "Undo" away
    settled(JSON.parse(mine));
    save();
  });

  undo.addEventListener("click", back);
  redo.addEventListener("click", forth);
  const step = (way) => (event) => isTyping(event) ? false : way(event);  // a field undoes what was typed in it
  onKeys({ "Ctrl+s": () => { save(); }, "Ctrl+z": step((event) => { event.shiftKey ? forth() : back(); }), "Ctrl+y": step(() => { forth(); }) });
  addEventListener("beforeunload", (event) => { if (isDirty() && !isStale) { save(); event.preventDefault(); } });
  buttons();
  return { changed, save };
}

// ---------- rows that are moved, by button, by key and by hand ----------

export function movable(root, { spoken, changed }) {
  const siblings = (row) => [...row.parentElement.children].filter((one) => one.dataset.row === row.dataset.row);
  const lists = (row) => [...root.querySelectorAll(`[data-holds~="${row.dataset.row}"]`)].filter((list) => !list.closest("template"));
  const say = (row) => { spoken.textContent = `${root.dataset.moved} ${siblings(row).indexOf(row) + 1}`; };

  function shift(row, by, focus) {
    const all = siblings(row), to = all[all.indexOf(row) + by];
    if (to) by < 0 ? to.before(row) : to.after(row);
    else if (!beyond(row, by)) return;
    focus?.focus();
    say(row);
    changed();
  }
  function beyond(row, by) {
    const all = lists(row), list = all[all.indexOf(row.parentElement) + by];
    if (!list || !["item", "indicator"].includes(row.dataset.row)) return false;
    by < 0 ? list.append(row) : list.prepend(row);
    return true;
  }

  root.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const row = event.target.closest("[data-row]");
    if (!row || event.target.tagName === "SELECT") return;
    event.preventDefault();
    shift(row, event.key === "ArrowUp" ? -1 : 1, event.target);
  });

  let held = null;
  root.addEventListener("dragstart", (event) => {
    held = event.target.closest(".row-grip")?.closest("[data-row]") ?? null;
    if (!held) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    held.classList.add("held");
  });
  root.addEventListener("dragover", (event) => {
    if (!held) return;
    const over = event.target.closest(`[data-row="${held.dataset.row}"]`);
    const list = event.target.closest(`[data-holds~="${held.dataset.row}"]`);
    if (over && over !== held) {
      event.preventDefault();
      const box = over.getBoundingClientRect();
      event.clientY < box.top + box.height / 2 ? over.before(held) : over.after(held);
    } else if (list && !list.children.length) { event.preventDefault(); list.append(held); } else if (over || list) event.preventDefault();
  });
  root.addEventListener("drop", (event) => { if (held) event.preventDefault(); });
  root.addEventListener("dragend", () => {
    if (!held) return;
    held.classList.remove("held");
    say(held);
    held = null;
    changed();
  });
  return { shift };
}

// ---------- exact sums of decimals as they are written ----------

const PLACES = 6;
export function units(text) {
  const found = /^\s*(\d+)(?:\.(\d{1,6}))?\s*$/.exec(text);
  return found ? BigInt(found[1] + (found[2] ?? "").padEnd(PLACES, "0")) : 0n;
}
export function written(sum) {
  const digits = String(sum).padStart(PLACES + 1, "0");
  return `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`.replace(/\.?0+$/, "");
}
