// Who else has this sheet open: asked every two and a half seconds, told when we leave. Nothing is locked by it.
const EVERY = 2500;
const window_ = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
let timer = 0, form = null;

const facts = (more = {}) => {
  const sent = new URLSearchParams(new FormData(form));
  for (const [name, value] of Object.entries({ sheet: form.dataset.sheet, window: window_, ...more })) sent.set(name, value);
  return sent;
};
async function ask() {
  const mine = form;
  const answer = await fetch(mine.action, { method: "POST", body: facts() }).catch(() => null);
  const found = answer?.ok && !answer.redirected ? await answer.json().catch(() => null) : null;
  if (mine !== form) return;
  if (found) {
    mine.querySelector("output").textContent = found.told;
    mine.hidden = found.told === "";
  }
  if (!answer || answer.ok || answer.status >= 500) timer = setTimeout(ask, EVERY);
}
const leave = () => { if (form) navigator.sendBeacon(form.action, facts({ leaving: "yes" })); };
export function begin() {
  const found = document.querySelector("form.hc-others");
  if (found === form) return;
  clearTimeout(timer);
  leave();
  form = found;
  if (form) ask();
}
addEventListener("pagehide", leave);
addEventListener("pageshow", (event) => { if (event.persisted) { form = null; begin(); } });
document.addEventListener("hc:desk-opened", begin);
begin();
