// Everything works without this file; it saves a click or a wait where scripts are allowed.

// A menu closes when one clicks elsewhere or presses Escape.
const menus = () => document.querySelectorAll("details.dropdown[open]");
document.addEventListener("click", (event) => menus().forEach((menu) => menu.contains(event.target) || menu.removeAttribute("open")));
document.addEventListener("keydown", (event) => event.key === "Escape" && menus().forEach((menu) => menu.removeAttribute("open")));

// A select that filters sends its form at once.
document.querySelectorAll("form[data-live] select").forEach((select) => select.addEventListener("change", () => select.form.requestSubmit()));

// T shows a chart's table.
document.addEventListener("keydown", (event) => {
  if (event.key !== "t" || event.target.closest("input, textarea, select")) return;
  document.querySelectorAll("details.hc-table").forEach((table) => table.toggleAttribute("open"));
});

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
