function findAPI(win) {
  for (let n = 0; win.API == null && win.parent != null && win.parent !== win && n < 7; n += 1) win = win.parent;
  return win.API;
}

const api = findAPI(window);
const pages = [...document.querySelectorAll("section")];
let here = 0;

function show(place) {
  here = Math.min(Math.max(place, 0), pages.length - 1);
  pages.forEach((one, n) => one.classList.toggle("shown", n === here));
  document.querySelector("[data-where]").textContent = `${here + 1} / ${pages.length}`;
  document.querySelector("[data-back]").disabled = here === 0;
  document.querySelector("[data-on]").disabled = here === pages.length - 1;
  if (!api || api.LMSGetValue("cmi.core.lesson_mode") === "review") return;
  api.LMSSetValue("cmi.core.lesson_location", String(here));
  api.LMSSetValue("cmi.core.exit", "suspend");
  if (api.LMSGetValue("cmi.core.lesson_status") === "not attempted") api.LMSSetValue("cmi.core.lesson_status", "incomplete");
  api.LMSCommit("");
}

function check() {
  const asked = [...document.querySelectorAll("fieldset")];
  const right = asked.filter((one) => one.querySelector("[data-right]").checked).length;
  const score = Math.round((100 * right) / asked.length);
  document.querySelector("[data-told]").textContent = score >= 60 ? `答对 ${right} 题，通过。` : `答对 ${right} 题，再看一遍后重做。`;
  if (!api) return;
  api.LMSSetValue("cmi.core.score.min", "0");
  api.LMSSetValue("cmi.core.score.max", "100");
  api.LMSSetValue("cmi.core.score.raw", String(score));
  api.LMSSetValue("cmi.core.lesson_status", score >= 60 ? "passed" : "failed");
  api.LMSCommit("");
}

if (api) api.LMSInitialize("");
document.querySelector("[data-back]").addEventListener("click", () => show(here - 1));
document.querySelector("[data-on]").addEventListener("click", () => show(here + 1));
document.querySelector("[data-check]").addEventListener("click", check);
window.addEventListener("pagehide", () => api && api.LMSFinish(""));
show(Number((api && api.LMSGetValue("cmi.core.lesson_location")) || 0));
