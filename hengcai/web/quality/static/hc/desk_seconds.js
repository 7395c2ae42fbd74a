// How long each item was worked on: counted while the page is before somebody's eyes and something happens on it.
const IDLE = 60_000; // after so long without a hand or a sound nobody is at work here

export function countSeconds(form, { signal, item }) {
  const field = form.elements.namedItem("seconds"), spent = JSON.parse(field.value || "{}");
  let active = performance.now();
  const alive = () => { active = performance.now(); };
  for (const name of ["keydown", "pointerdown", "pointermove", "wheel"]) addEventListener(name, alive, { signal, passive: true });
  document.addEventListener("hc:player-time", (event) => { if (event.detail.isPlaying) alive(); }, { signal });
  const timer = setInterval(() => {
    if (document.visibilityState !== "visible" || performance.now() - active > IDLE) return;
    spent[item()] = (spent[item()] ?? 0) + 1;
    field.value = JSON.stringify(spent);
  }, 1000);
  signal.addEventListener("abort", () => clearInterval(timer));
}
