// A rating form saves itself; without this file the button does.

const form = document.querySelector("form[data-autosave]");
if (form) {
  const WAIT = 1500;
  const place = form.querySelector("[data-saved]");
  const version = form.elements.edit_count;
  const PATIENCE = 15000;
  // One request at a time: sending waits for the one under way, so that it names what that one was answered.
  let timer = 0, underWay = null, dirty = false, leaving = false, sending = false, held = false;

  const say = (text) => { place.textContent = text; };
  const count = () => {
    const chosen = new Set([...form.querySelectorAll('.ap-levels input:checked')].map((one) => one.name));
    const told = form.querySelector("[data-answered]");
    if (told) told.textContent = chosen.size;
  };

  const save = async () => {
    if (sending) return;
    if (underWay) { timer = setTimeout(save, WAIT); return; }
    underWay = keep();
    await underWay;
    underWay = null;
  };
  // True once the server answered, whatever it said.
  const keep = async () => {
    dirty = false;
    const body = new FormData(form);
    body.set("action", "save");
    try {
      const answer = await fetch(location.href, { method: "POST", body, headers: { Accept: "application/json" }, keepalive: leaving, signal: AbortSignal.timeout(PATIENCE) });
      const told = await answer.json();
      if (answer.ok) { version.value = told.edit_count; say(`${place.dataset.text} ${told.saved}`); }
      else { say(told.refusal); form.removeAttribute("data-autosave"); }
      return true;
    } catch { dirty = true; timer = setTimeout(save, 4 * WAIT); return false; }
  };

  const changed = () => {
    count();
    if (!form.hasAttribute("data-autosave")) return;
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", async (event) => {
    if (sending || held) { event.preventDefault(); return; } // a second press sends nothing twice
    clearTimeout(timer);
    if (!underWay) { sending = true; dirty = false; return; }
    event.preventDefault();
    held = true;
    const isAnswered = await underWay;
    held = false;
    if (isAnswered) form.requestSubmit(event.submitter);
  });
  addEventListener("pageshow", (event) => { if (event.persisted) sending = false; });
  addEventListener("pagehide", () => { if (dirty && form.hasAttribute("data-autosave")) { leaving = true; save(); } });
}
