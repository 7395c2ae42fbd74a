// The desk's pane on trial: marks are summed by the server, nothing is kept.

import { showSums } from "./sums.js";

const keep = (form) => new FormData(form);

async function reckon(form) {
  const answer = await fetch(form.dataset.reckon, { method: "POST", body: keep(form) }).catch(() => null);
  if (!answer?.ok) return;
  const found = await answer.json();
  for (const [code, item] of Object.entries(found.items)) {
    const row = form.querySelector(`tr.item[data-code="${code}"]`);
    row.dataset.status = item.status;
    row.classList.toggle("todo", item.status === "unanswered");
    row.querySelector("[data-share]").textContent = item.share;
    row.querySelector("[data-weight]").textContent = item.weight;
  }
  showSums(form, found);
}
function go(form, code) {
  for (const row of form.querySelectorAll("tr[data-code]")) row.classList.toggle("current", row.dataset.code === code);
}
export function bind(form) {
  let waiting;
  const later = () => { clearTimeout(waiting); waiting = setTimeout(() => reckon(form), 120); };
  form.addEventListener("change", (event) => {
    const row = event.target.closest("tr[data-code]");
    if (row) go(form, row.dataset.code);
    later();
  });
  form.addEventListener("click", (event) => { const row = event.target.closest("tr.item"); if (row) go(form, row.dataset.code); });
  form.addEventListener("submit", (event) => { event.preventDefault(); reckon(form); });
}

// Into `pane`, with the marks made so far where the card still takes them.
export async function fetchPane(pane, address) {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return;
  const old = pane.querySelector("form"), marks = old ? [...keep(old)].filter(([name]) => name.startsWith("mark-")) : [];
  const current = old?.querySelector("tr.item.current")?.dataset.code;
  pane.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
  const form = pane.querySelector("form");
  if (!form) return;
  bind(form);
  for (const [name, mark] of marks) {
    const box = [...form.querySelectorAll("input[type=radio]")].find((one) => one.name === name && one.value === mark);
    if (box) box.checked = true;
  }
  if (current && form.querySelector(`tr.item[data-code="${current}"]`)) go(form, current);
  if (marks.length) reckon(form);
}

document.querySelectorAll("form.hc-try").forEach(bind);
