// An examiner's sheet: every tick is kept here until the server has it, sent in its order, and sent again after a lost line.
// Each names itself, so that the server takes it once. The clock is the server's; this page only shows it running on.
const page = document.querySelector("[data-practical]");
const form = page.querySelector("[data-sheet]"), saved = page.querySelector("[data-saved]"), time = page.querySelector("[data-time]");
const QUEUE = `hc-ticks-${page.dataset.practical}`, DEVICE = "hc-ticking-device", QUIET = 900, AGAIN = 4000;
const random = () => [...crypto.getRandomValues(new Uint8Array(12))].map((one) => one.toString(16).padStart(2, "0")).join("");
const device = localStorage.getItem(DEVICE) ?? keep(DEVICE, random());
const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
let queue = read(), isSending = false, retry = 0, stopped = null;

function keep(name, value) {
  try { localStorage.setItem(name, value); } catch { /* full or forbidden: the page's memory holds it */ }
  return value;
}
function read() {
  try { return JSON.parse(localStorage.getItem(QUEUE) ?? "[]"); } catch { return []; }
}
function store() {
  if (queue.length) keep(QUEUE, JSON.stringify(queue)); else localStorage.removeItem(QUEUE);
}
function counted(item) { return form.querySelector(`[data-item="${item}"]`); }

function put(item, value, note) {
  const seen = Number(counted(item).dataset.count);
  queue.push({ key: random(), device, item, value, note, seen });
  store();
  tell();
  send();
}

function tell(text = "") {
  saved.classList.toggle("waiting", retry > 0 && queue.length > 0);
  if (retry && queue.length) saved.textContent = page.dataset.waiting.replace("{n}", queue.length);
  else if (text) saved.textContent = text;
  const left = [...form.querySelectorAll("fieldset")].filter((one) => !one.querySelector("input[type=radio]:checked")).length;
  form.querySelector("[data-unmarked]").textContent = left ? page.dataset.left.replace("{n}", left) : "";
}

async function post(fields) {
  const body = new URLSearchParams({ csrfmiddlewaretoken: token, ...fields });
  return fetch(location.href, { method: "POST", body, headers: { Accept: "application/json" } });
}

// One batch at a time, from the request until its answer is taken in: what comes meanwhile waits for the next.
async function send() {
  if (isSending) return;
  isSending = true;
  const goesOn = await sendPart().catch(() => { later(); return false; });
  isSending = false;
  if (goesOn && queue.length) send();
}

async function sendPart() {
  const part = queue.slice(0, 100), keys = new Set(part.map((one) => one.key));
  const answer = await post({ do: "ticks", ticks: JSON.stringify(part) });
  if (answer.status >= 500) throw new Error("later");
  if (answer.redirected || answer.status === 403) { location.reload(); return false; }
  const said = await answer.json();
  retry = 0;
  queue = queue.filter((one) => !keys.has(one.key));
  store();
  if (said.error) { tell(said.error); return true; }
  take(said);
  tell(said.stale.length ? page.dataset.stale : said.said);
  return true;
}

function later() {
  retry = Math.min(retry + 1, 5);
  tell();
  setTimeout(send, AGAIN * retry);
}

// What the server has, from whichever device, except where a tick of this one is still on its way.
function take(said) {
  const waiting = new Set(queue.map((one) => one.item));
  for (const [item, mark] of Object.entries(said.marks)) {
    const box = counted(item);
    if (!box) continue;
    box.dataset.count = mark.count;
    if (waiting.has(item)) continue;
    const chosen = mark.value && box.querySelector(`input[value="${mark.value}"]`);
    if (chosen) chosen.checked = true;
    const note = box.querySelector("textarea");
    if (note && document.activeElement !== note && !note.dataset.typing) note.value = mark.note;
  }
  if (!stopped) clockFrom(said.seconds, said.runs);
}

form.addEventListener("change", (event) => {
  const item = event.target.closest("[data-item]")?.dataset.item;
  if (event.target.type === "radio") put(item, event.target.value, null);
});
const timers = new Map();
form.addEventListener("input", (event) => {
  if (event.target.tagName !== "TEXTAREA") return;
  const area = event.target, item = area.closest("[data-item]").dataset.item;
  area.dataset.typing = "1";
  clearTimeout(timers.get(item));
  timers.set(item, setTimeout(() => { delete area.dataset.typing; put(item, "", area.value); }, QUIET));
});

// Submitting waits until everything has arrived; without a line it says so and nothing is lost.
form.querySelector("[data-plain]").hidden = true;
form.addEventListener("submit", async (event) => {
  if (event.submitter?.value !== "send" || form.dataset.clear) return;
  event.preventDefault();
  for (const area of form.querySelectorAll("textarea[data-typing]")) {
    const item = area.closest("[data-item]").dataset.item;
    clearTimeout(timers.get(item));
    delete area.dataset.typing;
    put(item, "", area.value);
  }
  for (let tries = 0; tries < 20 && (queue.length || isSending); tries++) {
    if (!isSending) await send();
    else await new Promise((done) => setTimeout(done, 150));
    if (retry) return;
  }
  form.dataset.clear = "1";
  for (const field of form.querySelectorAll("input[type=radio], textarea, input[name^='c-']")) field.disabled = true;
  form.requestSubmit(event.submitter);
});

let base = page.dataset.seconds === undefined ? null : Number(page.dataset.seconds), since = performance.now(), runs = "runs" in page.dataset;
function clockFrom(seconds, isRunning) {
  base = seconds; since = performance.now(); runs = isRunning;
  show();
}
function show() {
  if (!time) return;
  const now = base === null ? 0 : Math.floor(base + (runs ? (performance.now() - since) / 1000 : 0));
  time.textContent = `${Math.floor(now / 60)}:${String(now % 60).padStart(2, "0")}`;
  time.classList.toggle("over", now > Number(page.dataset.limit));
}
setInterval(show, 500);
show();

// Stopped without a line, the server is told how long ago that was, by this device's own running time.
page.querySelector("[data-clock]")?.addEventListener("submit", async (event) => {
  const verb = event.submitter?.value;
  if (verb !== "stop") return;
  event.preventDefault();
  event.submitter.disabled = true;
  stopped = stopped ?? performance.now();
  clockFrom(base + (stopped - since) / 1000, false);
  for (;;) {
    const ago = Math.round((performance.now() - stopped) / 1000);
    const answer = await post({ do: "stop", ago }).catch(() => null);
    if (answer && answer.status < 500) return location.reload();
    await new Promise((done) => setTimeout(done, AGAIN));
  }
});

addEventListener("online", () => { retry = 0; send(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
send();
