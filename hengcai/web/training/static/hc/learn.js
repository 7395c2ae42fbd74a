// Reports how long a lesson is looked at and how far: every half minute while the page is seen, at every pause of a
// recording, and when it is left. What could not be sent on a bad line is sent with the next report; how much of it
// counts is for the server's clock to say.
const page = document.querySelector("[data-learn]");
const media = document.querySelector("[data-media]");
let since = performance.now();
let owed = 0;

function reached() {
  if (media) return Math.floor(media.currentTime);
  const most = document.documentElement.scrollHeight - window.innerHeight;
  return most > 0 ? Math.min(1000, Math.round((1000 * window.scrollY) / most)) : 1000;
}

function passed() {
  const now = performance.now();
  owed += (now - since) / 1000;
  since = now;
  return Math.round(owed);
}

function told(seconds) {
  const body = new FormData();
  body.set("do", "keep");
  body.set("csrfmiddlewaretoken", page.dataset.token);
  body.set("seconds", String(seconds));
  body.set("place", String(reached()));
  return body;
}

function clocked(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((one, place) => (place ? String(one).padStart(2, "0") : String(one))).join(":");
}

async function report() {
  if (document.visibilityState !== "visible" && !(media && !media.paused)) return;
  const seconds = passed();
  try {
    const answer = await fetch(location.pathname, { method: "POST", body: told(seconds) });
    if (!answer.ok) return;
    owed -= seconds;
    const kept = await answer.json();
    const shown = document.querySelector("[data-furthest]");
    if (shown && kept.furthest) shown.textContent = shown.dataset.says.replace("…", clocked(kept.furthest));
  } catch {
    // the next report says it again
  }
}

function resume(place) {
  if (media) {
    const go = () => { if (place < media.duration - 2) media.currentTime = place; };
    if (media.readyState > 0) go();
    else media.addEventListener("loadedmetadata", go, { once: true });
  } else if (place < 1000) {
    const most = document.documentElement.scrollHeight - window.innerHeight;
    window.scrollTo(0, (place * most) / 1000);
  }
}

if (page) {
  const place = Number(page.dataset.place);
  if (place > 0 && !location.hash && !location.search) resume(place);
  if (page.dataset.over === undefined) {
    if (media) {
      report();
      for (const name of ["pause", "ended", "seeked"]) media.addEventListener(name, report);
    } else {
      fetch(location.pathname, { method: "POST", body: told(0) }).catch(() => {});
    }
    setInterval(report, 30000);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") {
        if (navigator.sendBeacon(location.pathname, told(passed()))) owed = 0;
      } else if (!media || media.paused) since = performance.now();
    });
  }
}
