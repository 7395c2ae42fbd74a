// The choices by number, for those who play at a keyboard; the page does not need it.
import { onKeys } from "./keys.js";

const choices = [...document.querySelectorAll("[data-choices] button[name=choice]")];
onKeys(Object.fromEntries(choices.map((choice, place) => [String(place + 1), () => choice.click()])));

// Two clicks on one choice are one choice; the server keeps that too.
document.querySelector("[data-choices]")?.addEventListener("submit", (event) => {
  const form = event.currentTarget;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
});
addEventListener("pageshow", () => { delete document.querySelector("[data-choices]")?.dataset.sent; });
