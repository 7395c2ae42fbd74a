// What was typed on the desk and has not reached the server stays in this browser, by person and contact,
// until the server has it. Where the two differ when the desk is opened again, both are shown and the person chooses.

const UNKEPT = ["csrfmiddlewaretoken", "edit_count", "do", "seconds"];
const keyOf = (form) => `hc-desk:${form.dataset.user}:${form.dataset.assignment}`;

// A browser may refuse its store (private window, full disk): the desk then works as it would without one.
function attempt(what) {
  try { return what(); } catch { return null; }
}
export function typed(form) {
  const found = [...new FormData(form)].filter(([name, value]) => !UNKEPT.includes(name) && value.trim() !== "");
  return Object.fromEntries(found.map(([name, value]) => [name, value.trim()]));
}
export const keepHere = (form) => attempt(() => localStorage.setItem(keyOf(form), JSON.stringify(typed(form))));
export const forget = (form) => attempt(() => localStorage.removeItem(keyOf(form)));

// What was handed in is named by the message that says so.
export function forgetDone() {
  for (const { dataset } of document.querySelectorAll("[data-done]")) {
    const end = `:${dataset.done}`;
    attempt(() => Object.keys(localStorage).filter((key) => key.startsWith("hc-desk:") && key.endsWith(end))
      .forEach((key) => localStorage.removeItem(key)));
  }
}
const apart = (form, here) => {
  const there = typed(form), names = new Set([...Object.keys(here), ...Object.keys(there)]);
  return [...names].filter((name) => form.elements.namedItem(name) && here[name] !== there[name])
    .map((name) => ({ name, here: here[name], there: there[name] }));
};

// ---------- both versions ----------
function fieldName(form, name) {
  const [kind, code] = [name.slice(0, name.indexOf("-")), name.slice(name.indexOf("-") + 1)];
  const row = form.querySelector(`tr.item[data-code="${code}"]`);
  if (!row) return form.querySelector(`label[for="${name}"]`)?.textContent ?? name;
  const label = kind === "mark" ? "" : form.querySelector(`label[for="${name}"]`)?.firstChild.textContent.trim();
  return label ? `${row.querySelector(".name").title} · ${label}` : row.querySelector(".name").title;
}
function told(form, name, value) {
  if (value === undefined) return "—";
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLSelectElement) return [...field.options].find((one) => one.value === value)?.text ?? value;
  if (!(field instanceof RadioNodeList) && field.type !== "radio") return value;
  return form.querySelector(`input[name="${name}"][value="${value}"]`)?.getAttribute("aria-label") ?? value;
}
function rowOf(form, { name, here, there }) {
  const row = document.createElement("tr"), head = document.createElement("th");
  head.scope = "row";
  head.textContent = fieldName(form, name);
  row.append(head);
  for (const value of [here, there]) row.insertCell().textContent = told(form, name, value);
  return row;
}
function lay(form, found) {
  for (const { name, here } of found) {
    const field = form.elements.namedItem(name);
    const radios = form.querySelectorAll(`input[type=radio][name="${name}"]`);
    if (radios.length) radios.forEach((one) => { one.checked = one.value === here; });
    else field.value = here ?? "";
  }
}

// Asks where this browser holds something else than the page; `chosen` is called once what is here was laid out.
// Until the answer, what is typed meanwhile does not take the place of what is kept.
export function offerKept(form, chosen) {
  const here = attempt(() => JSON.parse(localStorage.getItem(keyOf(form))));
  const found = here ? apart(form, here) : [];
  if (!found.length) { forget(form); return; }
  const box = document.getElementById("kept-here").content.cloneNode(true).firstElementChild;
  box.querySelector("tbody").append(...found.map((one) => rowOf(form, one)));
  box.querySelector("[data-take=here]").addEventListener("click", () => { lay(form, found); box.remove(); chosen(); });
  box.querySelector("[data-take=there]").addEventListener("click", () => { forget(form); box.remove(); });
  form.prepend(box);
  box.querySelector("[data-take=here]").focus();
}
export const isAsking = (form) => form.querySelector(".kept-here") !== null;
