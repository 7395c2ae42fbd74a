// The draft saves itself. One request at a time: handing in waits for the one under way, so that it names what that one
// was answered.
import { forget, isAsking, keepHere } from "./desk_store.js";
import { isUndoing } from "./desk_undo.js";

const PATIENCE = 15000, QUIET = 2500, AGAIN = 8000;
// Nothing where it is no answer of ours: whoever was signed out meanwhile gets the sign-in page.
export const told = async (answer) => ((answer?.headers.get("Content-Type") ?? "").includes("json") ? answer.json() : null);

// What is sent again and again goes as the server reads it at the least cost; what leaves the page goes as it was.
export const urlencoded = (form) => new URLSearchParams(new FormData(form));

export function saving(form, { signal }) {
  const edits = form.elements.namedItem("edit_count"), saved = document.getElementById("saved");
  const state = { underWay: null, isDirty: false, isLeaving: false, isHeld: false, isStale: form.hasAttribute("data-stale") };
  state.isDirty = state.isStale;
  let timer;
  const tell = (text) => { saved.textContent = text; };

  function changed() {
    state.isDirty = true;
    if (!isAsking(form)) keepHere(form);
    tell(form.dataset.unsaved);
    clearTimeout(timer);
    timer = setTimeout(save, QUIET);
  }
  async function save() {
    if (state.isStale || state.isLeaving || state.underWay || !state.isDirty || signal.aborted) return;
    state.underWay = keep();
    await state.underWay;
    state.underWay = null;
    if (state.isStale && !state.isHeld && !signal.aborted) sideBySide();
  }
  // Saved elsewhere: the page with both versions side by side is one ordinary submission away.
  const sideBySide = () => form.requestSubmit(document.querySelector("button[form=card][value=save]"));
  // True once the server answered, whatever it said; else handing in would lose the page to an error or a sign-in.
  async function keep() {
    state.isDirty = false;
    const sent = { method: "POST", body: urlencoded(form), signal: AbortSignal.timeout(PATIENCE) };
    const answer = await fetch(form.dataset.draft, sent).catch(() => null);
    const found = await told(answer);
    if (found?.edit_count !== undefined) {
      edits.value = found.edit_count;
      if (!state.isDirty) { tell(found.saved); if (!isAsking(form)) forget(form); }
    } else {
      state.isDirty = true;
      state.isStale = found?.code === "quality.stale";
      tell(found?.refused ?? (answer?.redirected ? form.dataset.signedOut : form.dataset.offline));
    }
    if (state.isDirty && !state.isStale && !signal.aborted) timer = setTimeout(save, found ? QUIET : AGAIN);
    return found !== null;
  }
  form.addEventListener("submit", async (event) => {
    if (state.isLeaving || state.isHeld) { event.preventDefault(); return; } // a second press sends nothing twice
    clearTimeout(timer);
    if (event.defaultPrevented) return;
    if (!state.underWay) { state.isLeaving = true; return; }
    event.preventDefault();
    state.isHeld = true;
    const isAnswered = await state.underWay;
    state.isHeld = false;
    if (state.isStale) sideBySide();
    else if (isAnswered) form.requestSubmit(event.submitter);
  }, { signal });
  addEventListener("pageshow", (event) => { if (event.persisted) state.isLeaving = false; }, { signal });
  addEventListener("beforeunload", (event) => { if (state.isDirty && !state.isLeaving && !isUndoing()) event.preventDefault(); }, { signal });
  addEventListener("pagehide", () => {
    if (state.isDirty && !state.isLeaving && !state.isStale) navigator.sendBeacon(form.dataset.draft, new FormData(form));
  }, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  return { state, changed, tell };
}
