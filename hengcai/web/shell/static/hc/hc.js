// Everything works without this file; it saves a click or a wait where scripts are allowed.

import { onKeys } from "./keys.js";
import "./palette.js";

// A menu closes when one clicks elsewhere or presses Escape; the keyboard then stands where it was opened.
const menus = () => [...document.querySelectorAll("details.dropdown[open]")];
document.addEventListener("click", (event) => menus().forEach((menu) => menu.contains(event.target) || menu.removeAttribute("open")));
onKeys({ Escape: () => {
  for (const menu of menus()) {
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.removeAttribute("open");
  }
} }, { first: false });

// A select that filters sends its form at once.
document.querySelectorAll("form[data-live] select").forEach((select) => select.addEventListener("change", () => select.form.requestSubmit()));

// T shows a chart's table.
onKeys({ t: () => document.querySelectorAll("details.hc-table").forEach((table) => table.toggleAttribute("open")) }, { first: false });

// ? tells the keys over the page, so that nothing half written is left.
async function tellKeys() {
  const answer = await fetch(document.body.dataset.told).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const dialog = document.createElement("dialog"), told = page.getElementById("keys-told");
  dialog.className = "hc-palette";
  dialog.setAttribute("aria-labelledby", "keys-told-title");
  told.querySelector("form").hidden = false;
  dialog.append(told);
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.showModal();
}
if (document.body.dataset.told) onKeys({ "?": tellKeys }, { first: false });

// Long work: ask how far it is until it is done, then show what came of it.
document.querySelectorAll("[data-job]").forEach((place) => {
  const ask = async () => {
    const answer = await (await fetch(place.dataset.job, { headers: { Accept: "application/json" } })).json();
    const bar = place.querySelector("rect.fg");
    const share = answer.total ? Math.min(1, answer.done / answer.total) : 0;
    if (bar) bar.setAttribute("width", 72 * share);
    const text = place.querySelector(".hc-meter span");
    if (text) text.textContent = `${answer.done} / ${answer.total}`;
    if (answer.state === "queued") setTimeout(ask, 1000); else location.reload();
  };
  setTimeout(ask, 700);
});

// The demo's sign-in page: a click on a name fills it in.
document.querySelectorAll("[data-fill]").forEach((button) => button.addEventListener("click", () => {
  document.getElementById("id_login").value = button.dataset.fill;
  document.getElementById("id_password").focus();
}));

// Whoever signs in here next finds nothing of a survey that somebody else left unsent in this tab.
if (document.querySelector("#id_login")) {
  try { Object.keys(sessionStorage).filter((key) => key.startsWith("hengcai-sheet-")).forEach((key) => sessionStorage.removeItem(key)); } catch { /* no store, nothing kept */ }
}
