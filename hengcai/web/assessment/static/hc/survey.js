// A sheet half filled in is not lost. With a name on it, it saves itself on the server. An anonymous one never leaves this
// browser before it is sent: kept for the tab alone, or, on one's own device, until it is sent; then it is away for good.
const QUIET = 800;
const NAME = "hengcai-sheet-";
const stores = [sessionStorage, localStorage];

const over = document.querySelector("[data-sheet-over]");
if (over) forget(over.dataset.sheetOver);

const form = document.querySelector("form[data-sheet]");
if (form?.dataset.keep === "server") keepOnServer();
if (form?.dataset.keep === "browser") keepHere();

function forget(sheet) {
  for (const store of stores) store.removeItem(NAME + sheet);
}

function keepOnServer() {
  const told = form.querySelector("[data-kept]");
  let timer, isLeaving = false;
  async function keep() {
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "keep");
    const answer = await fetch(location.href, { method: "POST", body }).catch(() => null);
    if (answer?.ok && told && !isLeaving) told.textContent = (await answer.json().catch(() => ({}))).said ?? "";
  }
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(keep, QUIET); });
  form.addEventListener("submit", () => { isLeaving = true; clearTimeout(timer); });
}

function keepHere() {
  const sheet = form.dataset.sheet, resume = document.querySelector("[data-resume]");
  const own = form.querySelector("[data-own]"), tick = own?.querySelector("input");
  const held = () => stores.map((store) => store.getItem(NAME + sheet)).find(Boolean);
  const isOwn = () => tick ? tick.checked : localStorage.getItem(NAME + sheet) !== null;
  const answers = () => [...new FormData(form)].filter(([name]) => name === "at" || name.startsWith("a-"));
  function keep() {
    const found = JSON.stringify(answers());
    const store = isOwn() ? localStorage : sessionStorage;
    forget(sheet);
    store.setItem(NAME + sheet, found);
  }
  if (own) {
    own.hidden = false;
    tick.checked = localStorage.getItem(NAME + sheet) !== null;
    tick.addEventListener("change", keep);
  }
  if ("fresh" in form.dataset && held() && resume) offer();
  else if (!("fresh" in form.dataset)) keep();
  form.addEventListener("input", keep);

  function offer() {
    resume.hidden = false;
    for (const [name, value] of JSON.parse(held())) {
      const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      resume.append(field);
    }
    resume.querySelector("[data-forget]").addEventListener("click", () => { forget(sheet); resume.hidden = true; });
  }
}
