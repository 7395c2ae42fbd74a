// Counts how long a notice is in view; the button to sign it opens when that is as long as its text takes.
const form = document.querySelector("[data-sign]");

if (form) {
  const least = Number(form.dataset.sign), button = form.querySelector("button"), left = form.querySelector("[data-left]");
  const told = form.querySelector("[name=seconds]");
  let seen = 0, since = document.visibilityState === "visible" ? Date.now() : 0;

  const count = () => {
    if (since) {
      seen += Date.now() - since;
      since = Date.now();
    }
    const seconds = Math.floor(seen / 1000);
    told.value = String(seconds);
    button.disabled = seconds < least;
    left.hidden = seconds >= least;
    left.querySelector("b").textContent = String(Math.max(least - seconds, 0));
  };
  document.addEventListener("visibilitychange", () => {
    count();
    since = document.visibilityState === "visible" ? Date.now() : 0;
  });
  form.addEventListener("submit", count);
  count();
  setInterval(count, 500);
}
