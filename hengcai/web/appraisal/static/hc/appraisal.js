// A rating form saves itself; without this file the button does.

const form = document.querySelector("form[data-autosave]");
if (form) {
  const WAIT = 1500;
  const place = form.querySelector("[data-saved]");
  const version = form.elements.edit_count;
  let timer = 0, busy = false, dirty = false, leaving = false;

  const say = (text) => { place.textContent = text; };
  const count = () => {
    const chosen = new Set([...form.querySelectorAll('.ap-levels input:checked')].map((one) => one.name));
    form.querySelector("[data-answered]").textContent = chosen.size;
  };

  const save = async () => {
    if (busy) { timer = setTimeout(save, WAIT); return; }
    busy = true; dirty = false;
    const body = new FormData(form);
    body.set("action", "save");
    try {
      const answer = await fetch(location.href, { method: "POST", body, headers: { Accept: "application/json" }, keepalive: leaving });
      const told = await answer.json();
      if (answer.ok) { version.value = told.edit_count; say(`${place.dataset.text} ${told.saved}`); }
      else { say(told.refusal); form.removeAttribute("data-autosave"); }
    } catch { dirty = true; timer = setTimeout(save, 4 * WAIT); }
    busy = false;
  };

  const changed = () => {
    count();
    if (!form.hasAttribute("data-autosave")) return;
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", () => { clearTimeout(timer); dirty = false; });
  addEventListener("pagehide", () => { if (dirty && form.hasAttribute("data-autosave")) { leaving = true; save(); } });
}
