// A paper that loses no answer: each question saves itself when it changes, what could not be sent is kept on the device and
// sent again, and what was answered elsewhere is never overwritten. The clock counts by the browser's own steady count from what
// the server said is left, so that a changed device clock changes nothing; the server alone decides what came in time.
const page = document.querySelector("[data-exam]");
const form = page?.querySelector("[data-paper]");
const QUIET = 500, AGAIN = 3000;
const NAME = page ? `hengcai-sitting-${page.dataset.exam}` : "";
const waiting = new Map(); // question → fields that wait to be sent
let isSending = false, isOver = false, endsAt = 0;

if (form) begin();

function begin() {
  setLeft(Number(page.dataset.left));
  takeUp();
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", submit);
  addEventListener("online", send);
  setInterval(tick, 500);
  setInterval(send, AGAIN);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") send(); });
  count();
}

function setLeft(seconds) { endsAt = performance.now() + 1000 * seconds; }

function tick() {
  const left = Math.max(0, Math.round((endsAt - performance.now()) / 1000));
  const clock = page.querySelector("[data-clock]");
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(left / 3600), minutes = Math.floor(left / 60) % 60;
  clock.textContent = hours ? `${hours}:${two(minutes)}:${two(left % 60)}` : `${minutes}:${two(left % 60)}`;
  clock.classList.toggle("soon", left <= 300);
  if (left === 0 && !isOver) { isOver = true; tell("up"); handIn(true); }
}

function setNumber(place, number) { // which answer this page holds: the server overwrites no other
  place.dataset.number = String(number);
  form.elements[`here-${place.dataset.question}`].value = String(number);
}

function section(key) { return form.querySelector(`[data-question="${key}"]`); }

function fieldsOf(place) {
  const mine = new FormData(), all = new FormData(form), names = new Set();
  for (const field of place.querySelectorAll("[data-ask] [name]")) names.add(field.name);
  for (const [name, value] of all) if (names.has(name)) mine.append(name, value);
  return [...mine];
}

const timers = new Map();
function changed(event) {
  const place = event.target.closest("[data-question]");
  if (!place) return;
  const key = place.dataset.question;
  waiting.set(key, fieldsOf(place));
  remember();
  count();
  clearTimeout(timers.get(key));
  timers.set(key, setTimeout(send, QUIET));
}

function remember() {
  try {
    const kept = [...waiting].map(([key, fields]) => [key, fields, section(key).dataset.number]);
    if (kept.length) localStorage.setItem(NAME, JSON.stringify(kept));
    else localStorage.removeItem(NAME);
  } catch { /* a browser without storage: the page itself still holds it */ }
}

function takeUp() { // what an earlier page could not send any more
  let kept = [];
  try { kept = JSON.parse(localStorage.getItem(NAME) ?? "[]"); } catch { kept = []; }
  for (const [key, fields, number] of kept) {
    const place = section(key);
    if (!place) continue;
    if (number) setNumber(place, number);
    fill(place, fields);
    waiting.set(key, fields);
  }
  if (waiting.size) send();
}

function fill(place, fields) {
  for (const field of place.querySelectorAll("[data-ask] [name]")) {
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
    else if (values.length) field.value = values[0];
  }
}

async function send() {
  if (isSending || !waiting.size || isOver) return;
  isSending = true;
  tell("saving");
  try {
    for (const [key, fields] of [...waiting]) if (!(await sendOne(key, fields))) return;
    tell("saved");
  } finally { isSending = false; count(); }
}

async function sendOne(key, fields) {
  const place = section(key), body = new URLSearchParams(fields);
  body.set("do", "save");
  body.set("question", key);
  body.set("seen", place.dataset.number);
  body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
  const answer = await fetch(location.pathname, { method: "POST", body, keepalive: true }).catch(() => null);
  if (!answer || answer.status >= 500) { tell("offline"); return false; }
  if (answer.redirected || answer.status === 403 || answer.status === 404) { location.reload(); return false; }
  const told = await answer.json().catch(() => null);
  if (!told) { tell("offline"); return false; }
  if (answer.ok) {
    setNumber(place, told.number);
    setLeft(told.left);
  } else if (told.is_over) {
    forget();
    location.reload();
    return false;
  } else await showOther(place, key, told);
  if (waiting.get(key) === fields) waiting.delete(key);
  remember();
  return true;
}

async function showOther(place, key, told) {
  const note = place.querySelector("[data-note]");
  note.hidden = false;
  note.textContent = told.said;
  if (told.code !== "exam.answered_elsewhere") return;
  note.textContent = page.dataset.other;
  const answer = await fetch(`${location.pathname}questions/${key}/`).catch(() => null);
  if (answer?.ok) place.querySelector("[data-ask]").innerHTML = await answer.text();
  setNumber(place, told.number);
  waiting.delete(key);
}

function isAnswered(place) { return fieldsOf(place).some(([, value]) => value.trim() !== ""); }

function count() {
  const places = [...form.querySelectorAll("[data-question]")];
  const open = places.filter((place) => !isAnswered(place));
  page.querySelector("[data-count]").textContent = `${places.length - open.length} / ${places.length}`;
  for (const place of places) {
    const mark = form.querySelector(`[data-to="${place.dataset.question}"]`);
    mark.classList.toggle("done", !open.includes(place));
    mark.classList.toggle("unsent", waiting.has(place.dataset.question));
  }
  const numbers = open.map((place) => places.indexOf(place) + 1).join(", ");
  form.querySelector("[data-left-open]").textContent = open.length ? `${page.dataset.open} ${numbers}` : "";
}

function tell(what) { page.querySelector("[data-told]").textContent = page.dataset[what] ?? ""; }

function forget() { waiting.clear(); remember(); }

function submit(event) {
  event.preventDefault();
  handIn();
}

async function handIn(isUp = false) {
  const body = new URLSearchParams(new FormData(form));
  body.set("do", "submit");
  if (isUp) body.set("up", "1"); // more time may have been given meanwhile: then the test goes on
  const answer = await fetch(location.pathname, { method: "POST", body }).catch(() => null);
  if (!answer || answer.status >= 500) {
    tell("offline");
    setTimeout(() => handIn(isUp), AGAIN);
    return;
  }
  if (answer.status === 422 && !isUp) return refused(await answer.text());
  if (answer.ok && new URL(answer.url).pathname === location.pathname) forget(); // not where somebody has to sign in first
  location.reload();
}

function refused(text) {
  const read = new DOMParser().parseFromString(text, "text/html");
  page.querySelector("[data-told]").textContent = read.querySelector("[data-paper] > .invalid-feedback")?.textContent ?? "";
}
