// The check-list saves itself. What the line does not carry stays on the phone until it does.
const form = document.getElementById("sheet"), saved = document.getElementById("saved");
const edits = form.elements.namedItem("edit_count"), key = form.dataset.key;
const area = form.querySelector("[data-notes]"), list = form.querySelector("[data-note-list]");
const clock = document.querySelector("[data-clock]"), begun = performance.now();
const QUIET = 900, PATIENCE = 15000, AGAIN = 6000;
let notes = JSON.parse(document.getElementById("kept-notes").textContent);
let timer, isDirty = false, isSaving = false, isOver = false;

const seconds = () => Number(clock?.dataset.clock ?? 0) + Math.floor((performance.now() - begun) / 1000);
const shown = (at) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, "0")}`;
const read = () => new URLSearchParams(new FormData(form));

function laid() {
  area.value = JSON.stringify(notes);
  list.replaceChildren(...notes.map((one, place) => {
    const row = document.createElement("li"), gone = document.createElement("button");
    gone.type = "button";
    gone.className = "btn-link";
    gone.textContent = list.dataset.remove;
    gone.addEventListener("click", () => { notes.splice(place, 1); laid(); changed(); });
    row.append(`${shown(one.seconds)} ${one.text} `, gone);
    return row;
  }));
}
function changed() {
  isDirty = true;
  saved.textContent = form.dataset.unsaved;
  const kept = Object.fromEntries(read());
  delete kept.csrfmiddlewaretoken;
  try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* a phone without room still saves to the server */ }
  clearTimeout(timer);
  timer = setTimeout(save, QUIET);
}
async function save() {
  if (isSaving || !isDirty || isOver) return;
  isSaving = true;
  isDirty = false;
  const body = read();
  body.set("do", "save");
  const sent = { method: "POST", body, headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE) };
  const answer = await fetch(location.href, sent).catch(() => null);
  const found = answer?.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
  isSaving = false;
  if (found?.edit_count !== undefined) {
    edits.value = found.edit_count;
    if (!isDirty) { saved.textContent = found.saved; localStorage.removeItem(key); }
  } else {
    saved.textContent = found?.refused ?? form.dataset.offline;
    isDirty = true;
    if (answer?.status === 409) { isOver = true; return; }
  }
  if (isDirty) timer = setTimeout(save, found ? QUIET : AGAIN);
}
// What was ticked while there was no line, from before a reload.
function restored() {
  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  if (!kept || kept.edit_count !== edits.value) { localStorage.removeItem(key); return; }
  for (const [name, value] of Object.entries(kept)) {
    const field = form.elements.namedItem(name);
    if (name !== "notes" && name !== "edit_count" && field) field.value = value;
  }
  try { notes = JSON.parse(kept.notes); } catch { /* as the server has them */ }
  laid();
  changed();
}

area.hidden = true;
form.querySelector("[data-noting]").hidden = false;
laid();
restored();
form.addEventListener("input", (event) => { if (event.target.id !== "note") changed(); });
const note = document.getElementById("note");
function addNote() {
  if (!note.value.trim()) return;
  notes.push({ seconds: seconds(), text: note.value.trim() });
  note.value = "";
  laid();
  changed();
}
form.querySelector("[data-add-note]").addEventListener("click", addNote);
note.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); addNote(); } });
form.addEventListener("submit", (event) => {
  if (isSaving) { event.preventDefault(); setTimeout(() => form.requestSubmit(event.submitter), 300); return; }
  addNote();
  clearTimeout(timer);
  isOver = true;
  if (event.submitter?.value === "hand_in") localStorage.removeItem(key);
});
addEventListener("online", save);
addEventListener("pagehide", () => {
  if (!isDirty || isOver) return;
  const body = new FormData(form);
  body.set("do", "save");
  navigator.sendBeacon(location.href, body);
});
if (clock) { const tick = () => { clock.textContent = shown(seconds()); }; tick(); setInterval(tick, 1000); }

// ---------- recording ----------
const recorder = document.querySelector("[data-recorder]");
if (recorder && navigator.mediaDevices && window.MediaRecorder) {
  const button = recorder.querySelector("[data-record]"), told = recorder.querySelector("[data-recording]");
  const upload = document.querySelector("[data-take]");
  let media = null, pieces = [], blob = null;
  recorder.hidden = false;
  button.textContent = recorder.dataset.start;
  async function send() {
    told.textContent = recorder.dataset.sending;
    const body = new FormData(upload);
    body.set("file", blob, "recording");
    body.set("do", "take");
    const answer = await fetch(location.href, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
    if (answer?.ok) { blob = null; told.textContent = ""; if (isDirty) await save(); location.reload(); return; }
    const found = await answer?.json().catch(() => null);
    told.textContent = found?.refused ?? recorder.dataset.failed;
    button.textContent = recorder.dataset.again;
  }
  async function begin() {
    let stream;
    try { stream = await navigator.mediaDevices.getUserMedia({ audio: true }); } catch { told.textContent = recorder.dataset.refused; return; }
    media = new MediaRecorder(stream, { audioBitsPerSecond: 32000 });
    pieces = [];
    media.addEventListener("dataavailable", (event) => pieces.push(event.data));
    media.addEventListener("stop", () => {
      stream.getTracks().forEach((track) => track.stop());
      blob = new Blob(pieces, { type: media.mimeType });
      media = null;
      send();
    });
    media.start(5000);
    button.textContent = recorder.dataset.stop;
    told.textContent = "●";
  }
  button.addEventListener("click", () => { if (media) media.stop(); else if (blob) send(); else begin(); });
  addEventListener("beforeunload", (event) => { if (media || blob) event.preventDefault(); });
}
