// The lines of a conversation and the sound: a click hears a line, and the line being said is shown.

const REST = 4000; // after somebody scrolled by hand, their place is left alone for so long

function secondsOf(line) {
  if (line.dataset.start !== undefined) return line.dataset.start === "" ? null : Number(line.dataset.start);
  const written = line.dataset.when ?? line.querySelector("time")?.textContent ?? "";
  if (!/^\s*(\d+:)?\d+:\d\d\s*$/.test(written)) return null;
  return written.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
}

function boxOf(line) {
  for (let one = line.parentElement; one; one = one.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  }
  return null;
}

export function follow(hear, { signal } = {}) {
  const lines = [...document.querySelectorAll(".hc-turn")].map((line) => ({ line, start: secondsOf(line) })).filter((one) => one.start !== null);
  let current = null, scrolledAt = -Infinity;
  const pane = lines.length ? boxOf(lines[0].line) : null;
  for (const name of ["wheel", "touchmove"]) (pane ?? document).addEventListener(name, () => { scrolledAt = performance.now(); }, { passive: true, signal });

  for (const { line, start } of lines) {
    line.classList.add("audible");
    line.addEventListener("click", (event) => {
      if (event.target.closest("button, a, input, textarea") || String(getSelection())) return;
      hear(start);
    }, { signal });
  }
  function mark(found) {
    if (found === current) return;
    current?.classList.remove("playing");
    current = found;
    current?.classList.add("playing");
    if (pane && current && performance.now() - scrolledAt > REST) {
      const frame = pane.getBoundingClientRect(), place = current.getBoundingClientRect();
      if (place.top < frame.top || place.bottom > frame.bottom) pane.scrollTop += place.top - frame.top - frame.height / 3;
    }
  }
  document.addEventListener("hc:player-time", ({ detail }) => {
    mark(lines.filter((one) => one.start <= detail.seconds + 0.05).at(-1)?.line ?? null);
  }, { signal });
  return {
    hear() {
      const chosen = document.querySelector(".hc-turn.now, .hc-turn:target") ?? current;
      const found = lines.find((one) => one.line === chosen);
      if (found) hear(found.start); else return false;
    },
  };
}
