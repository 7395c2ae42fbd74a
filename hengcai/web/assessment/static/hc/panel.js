// A judge's sheet saves itself as it is filled in.
const form = document.querySelector("[data-panel]"), told = form.querySelector("[data-kept]");
let timer;
async function keep() {
  const body = new URLSearchParams(new FormData(form));
  body.set("do", "keep");
  const answer = await fetch(location.href, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  const said = await answer?.json().catch(() => null);
  if (said) told.textContent = said.said;
}
form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(keep, 900); });
form.addEventListener("submit", () => clearTimeout(timer));
