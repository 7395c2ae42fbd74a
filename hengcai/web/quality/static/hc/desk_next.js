// The next desk is fetched while somebody scores this one and stands before them at the press of a key. What was handed
// in is sent behind it; where the server refuses, the first desk is back with every entry and says why.
import { forget } from "./desk_store.js";
import { told } from "./desk_save.js";
import { startUndo } from "./desk_undo.js";

const SOON = 800;
let ahead = null, sending = null;
export const isSending = () => sending; // a promise while something handed in waits for its answer

const read = (text) => new DOMParser().parseFromString(text, "text/html");
async function fetchAhead(address) {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok || answer.status === 204) return null;
  const page = read(await answer.text()), form = page.querySelector("form#card");
  return form ? { page, address: answer.url, id: form.dataset.assignment, title: page.title } : null;
}
export function fetchNext(form, { signal }) {
  ahead = null;
  if (!form.dataset.next) return;
  const timer = setTimeout(async () => {
    const found = await fetchAhead(form.dataset.next);
    if (!signal.aborted && found && found.id !== form.dataset.assignment) ahead = found;
  }, SOON);
  signal.addEventListener("abort", () => clearTimeout(timer));
}
export const isReady = () => ahead !== null;

// The nonce of the page that is shown holds for whatever is laid into it.
function lay(main, nodes) {
  const before = [...main.childNodes];
  const nonce = document.querySelector("[data-nonce]")?.dataset.nonce ?? document.querySelector("script[nonce]")?.nonce;
  main.replaceChildren(...nodes);
  for (const one of main.querySelectorAll("[data-nonce]")) if (nonce) one.dataset.nonce = nonce;
  return before;
}
const nameOf = (form) => `${form.dataset.assignment}:${form.elements.namedItem("edit_count").value}`;

export function handIn(desk, begin) {
  sending = go(desk, begin).finally(() => { sending = null; });
}
async function go(desk, begin) {
  const { form, save } = desk, next = ahead, main = document.getElementById("main"), first = { title: document.title, address: location.href };
  const sent = new FormData(form), before = save.state.underWay;
  ahead = null;
  desk.end();
  const old = lay(main, [...document.adoptNode(next.page.getElementById("main")).childNodes]);
  document.title = next.title;
  history.pushState(null, "", next.address);
  const opened = begin();
  sent.set("shown", nameOf(opened.form));
  await before;
  sent.set("edit_count", form.elements.namedItem("edit_count").value);
  const answer = await fetch(form.dataset.handIn, { method: "POST", body: sent, keepalive: true }).catch(() => null);
  const found = await told(answer);
  if (!answer?.ok || !found) {
    opened.end();
    lay(main, old);
    document.title = first.title;
    history.replaceState(null, "", first.address);
    const again = begin();
    if (found) again.form.requestSubmit(again.form.querySelector("button[value=submit]"));
    else again.save.changed();
    if (!found) again.save.tell(form.dataset.offline);
    return;
  }
  forget(form);
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = found.csrf;
  const place = document.querySelector("[data-place]");
  if (found.is_shown && place) place.textContent = found.place;
  say(main, found.said);
  startUndo();
  // Withdrawn, saved in another window or overtaken meanwhile: what is true now is opened in its place.
  if (!found.is_shown && !opened.signal.aborted && !opened.save.state.isDirty) location.replace(found.address);
}
function say(main, said) {
  const box = document.createElement("div"), line = document.createElement("p");
  box.className = "hc-messages";
  box.setAttribute("role", "status");
  line.className = "hc-message";
  line.append(...read(said).body.childNodes);
  box.append(line);
  main.querySelectorAll(".hc-messages").forEach((one) => one.remove());
  main.prepend(box);
}
addEventListener("popstate", () => location.reload());
