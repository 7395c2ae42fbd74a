// The search that opens over any page: asks the same address as the page of the search, moves by arrow keys.

import { onKeys } from "./keys.js";

const dialog = document.getElementById("palette");
const WAIT = 150;

function start() {
  const box = dialog.querySelector("input"), list = dialog.querySelector("[role=listbox]"), told = dialog.querySelector("[role=status]");
  let timer, asking, current = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];

  function choose(place) {
    const all = options();
    all[current]?.setAttribute("aria-selected", "false");
    current = all.length ? (place + all.length) % all.length : -1;
    const option = all[current];
    if (!option) return box.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", option.id);
  }

  function option(hit, id) {
    const line = document.createElement("a"), title = document.createElement("span"), note = document.createElement("small");
    line.href = hit.url;
    line.id = id;
    line.tabIndex = -1;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    title.textContent = hit.title;
    note.textContent = hit.note;
    line.append(title, note);
    return line;
  }

  function group(found, place) {
    const block = document.createElement("div"), name = document.createElement("div");
    block.setAttribute("role", "group");
    block.setAttribute("aria-label", found.label);
    name.setAttribute("role", "presentation");
    name.textContent = found.has_more ? `${found.label} · ${dialog.dataset.more}` : found.label;
    block.append(name, ...found.hits.map((hit, n) => option(hit, `palette-${place}-${n}`)));
    return block;
  }

  function show(answer) {
    list.replaceChildren(...answer.groups.map(group));
    told.textContent = answer.told;
    box.setAttribute("aria-expanded", String(answer.groups.length > 0));
    choose(0);
  }
  const clear = () => show({ groups: [], told: dialog.dataset.hint });

  async function ask() {
    asking?.abort();
    const word = box.value.trim();
    if (!word) return clear();
    asking = new AbortController();
    const address = `${dialog.dataset.url}?q=${encodeURIComponent(word)}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: asking.signal }).catch(() => null);
    if (answer?.ok && box.value.trim() === word) show(await answer.json());
  }

  box.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, WAIT);
  });
  box.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
  box.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: current + 1, ArrowUp: current - 1 };
    if (event.isComposing || !(event.key in steps) || !options().length) return;
    event.preventDefault();
    choose(steps[event.key]);
  });
  // Enter goes to the line chosen; while the answer is on its way, to the page of the search.
  dialog.querySelector("form").addEventListener("submit", (event) => {
    if (!options()[current]) return;
    event.preventDefault();
    options()[current].click();
  });
  dialog.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); dialog.close(); }
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog || event.target.closest("button")) dialog.close(); });
  dialog.addEventListener("close", () => { clearTimeout(timer); asking?.abort(); box.value = ""; clear(); });

  const open = () => { dialog.showModal(); box.focus(); };
  document.querySelectorAll("[data-opens=palette]").forEach((link) => link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.closest("details[open]")?.removeAttribute("open");
    open();
  }));
  onKeys({ "Ctrl+k": open, "/": open }, { first: false });
  clear();
}

if (dialog) start();
