// The player: opens a part, listens to its frame alone, and saves what it reports. Nothing from the frame is shown or run here.
const desk = document.querySelector("[data-package]");
const RETRY = 5000, BEAT = 60000, SOON = 1000;
let frame, run = null, pending = {}, isOver = false, isSaving = false, waiting = null, isStopped = false;

const said = desk.querySelector("[data-said]");
const say = (text, isBad = false) => { said.textContent = text; said.classList.toggle("bad", isBad); };
const told = (name) => desk.dataset[name];

function isOurs(source) {
  for (let one = source, depth = 0; one && depth < 6; one = one.parent, depth += 1) {
    if (one === frame.contentWindow) return true;
    if (one === one.parent) return false;
  }
  return false;
}

// before the cross-frame end hears of it: an opaque origin cannot be named, but its window can be known
window.addEventListener("message", (event) => { if (!isOurs(event.source)) event.stopImmediatePropagation(); }, true);

function taken(text) {
  let report;
  try { report = JSON.parse(String(text)); } catch { return "false"; }
  if (isStopped || !report || typeof report.values !== "object" || (run && report.session !== run.session)) return "false";
  for (const [element, value] of Object.entries(report.values)) pending[element] = String(value);
  isOver = isOver || report.isOver === true;
  later(isOver ? 0 : SOON);
  return "true";
}

function later(wait) {
  clearTimeout(waiting);
  waiting = setTimeout(save, wait);
}

async function sent(facts, keepalive = false) {
  const body = new URLSearchParams({ csrfmiddlewaretoken: told("token"), ...facts });
  const answer = await fetch(location.pathname, { method: "POST", keepalive, body });
  return [answer.status, await answer.json()];
}

const hasSomething = () => isOver || Object.keys(pending).length > 0;

async function save(isBeat = false, keepalive = false) {
  if (!run || isStopped || told("look") !== undefined) { pending = {}; isOver = false; return; }
  if (isSaving) return;
  if (!hasSomething() && isBeat !== true) return;
  const values = pending, over = isOver;
  pending = {};
  isOver = false;
  isSaving = true;
  try {
    const [status, answer] = await sent({ do: "keep", part: told("part"), session: run.session, values: JSON.stringify(values), is_over: over ? "1" : "" }, keepalive);
    if (status === 200) shown(answer, over);
    else refused(status, answer);
  } catch {
    pending = { ...values, ...pending };
    isOver = isOver || over;
    say(told("unsaved"), true);
    later(RETRY);
  } finally {
    isSaving = false;
  }
  if (hasSomething() && !said.classList.contains("bad")) later(0);
}

function refused(status, answer) {
  say(answer.detail || told("unsaved"), true);
  if (status === 409 || status === 401 || status === 403 || status === 404) isStopped = true;
}

function shown(answer, over) {
  say(`${told("saved")} ${answer.saved_at} · ${answer.said}`);
  if (answer.is_done) for (const one of desk.querySelectorAll("[data-when-done]")) one.hidden = false;
  const here = desk.querySelector("[data-here]");
  if (here && answer.is_done) here.classList.add("done");
  if (over && answer.is_done) desk.querySelector("[data-when-done]")?.focus();
}

// leaving: the part gets its chance to say goodbye, then what it said is saved, then one goes
async function leave(href) {
  frame.src = "about:blank";
  await new Promise((done) => { frame.addEventListener("load", done, { once: true }); setTimeout(done, 1500); });
  await new Promise((done) => setTimeout(done, 50));
  for (let n = 0; n < 20 && (isSaving || hasSomething()) && !isStopped; n += 1) {
    await save();
    await new Promise((done) => setTimeout(done, 100));
  }
  location.href = href;
}

async function opened() {
  const [status, answer] = await sent({ do: "open", part: told("part") });
  if (status !== 200) return refused(status, answer);
  run = answer;
  say(answer.mode === "normal" ? answer.said : told("review"));
  frame.src = answer.address;
}

if (desk) {
  frame = desk.querySelector("iframe");
  new window.CrossFrameLMS({ Commit: taken, getFlattenedCMI: () => ({}) }, "*", { rateLimit: 1000 });
  desk.querySelector("[data-full]")?.addEventListener("click", () => frame.requestFullscreen?.());
  if (told("look") !== undefined) {
    frame.src = told("look");
  } else {
    opened().catch(() => say(told("unsaved"), true));
    setInterval(() => { if (document.visibilityState === "visible") save(true); }, BEAT);
    desk.addEventListener("click", (event) => {
      const way = event.target.closest("a[href]");
      if (!way || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      leave(way.href);
    });
    window.addEventListener("pagehide", () => { if (hasSomething()) save(false, true); });
    window.addEventListener("beforeunload", (event) => { if (hasSomething() && !isStopped) { save(false, true); event.preventDefault(); } });
  }
}
