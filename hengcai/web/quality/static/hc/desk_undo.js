// What was just handed in can be taken back for some seconds; the server's clock decides, this one only counts down.
import { onKeys } from "./keys.js";

let stop = () => {}, isGoing = false;
export const isUndoing = () => isGoing; // what is typed meanwhile goes along as on any leaving, without a question

export function startUndo() {
  stop();
  const form = [...document.querySelectorAll("form[data-undo]")].at(-1);
  if (!form) return;
  const end = performance.now() + 1000 * Number(form.dataset.undo), left = form.querySelector("[data-left]");
  form.addEventListener("submit", () => { isGoing = true; });
  const leaveOff = onKeys({ u: () => form.requestSubmit() });
  const timer = setInterval(() => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    if (seconds > 0) left.textContent = seconds;
    else stop();
  }, 250);
  stop = () => { clearInterval(timer); leaveOff(); form.remove(); stop = () => {}; };
}
