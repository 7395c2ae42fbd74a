// Plays a contact's recording. Its shape comes from the server and its sound by ranges: nothing is decoded whole here.
// Others speak with it by events on the document: it takes hc:player-seek {seconds, play} and hc:player-toggle, and tells
// hc:player-time {seconds, isPlaying}.

import { isTyping, onKeys } from "./keys.js";
import { hearOnly } from "./channels.js";
import { follow } from "./following.js";

let box = null, stop = () => {};
const STEP = 5, WAIT = 2000, LEAST_HEARD = 0.4, LEAST_SKIPPED = 0.6, LEAD_IN = 0.15, RENEW = 0.9;
const clock = (seconds) => {
  const whole = Math.max(0, Math.floor(seconds)), rest = String(whole % 60).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
};

// ---------- until it is ready ----------
async function wait(mine) {
  const answer = await fetch(mine.dataset.state).catch(() => null);
  if (mine !== box) return;
  const found = answer?.ok ? await answer.json() : null;
  if (!found || found.state === "waiting") return setTimeout(wait, WAIT, mine);
  const said = mine.querySelector("p");
  if (found.state !== "ready") { said.textContent = found.told; return; }
  const page = await fetch(location.href).then((one) => one.text());
  const fresh = new DOMParser().parseFromString(page, "text/html").getElementById("player");
  if (mine !== box) return;
  if (!fresh?.dataset.open) return setTimeout(wait, WAIT, mine);
  mine.replaceWith(document.adoptNode(fresh));
  box = fresh;
  start(fresh);
}

function start(root) {
  const ending = new AbortController(), { signal } = ending;
  const data = root.dataset, seconds = Number(data.seconds), channels = Number(data.channels);
  const media = root.querySelector(".player-media"), wave = root.querySelector(".player-wave");
  const one = (name) => root.querySelector(name);
  const told = one(".player-told"), now = one("[data-now]"), play = one(".player-play"), loopMark = one(".player-loop");
  const token = root.querySelector("[name=csrfmiddlewaretoken]").value;
  const state = { reason: "", unmasked: false, openedAt: 0, life: 0, opening: null, at: 0, heardFrom: null, loop: [], speech: null };
  const form = (facts) => {
    const sent = new FormData();
    sent.set("csrfmiddlewaretoken", token);
    for (const [name, value] of Object.entries(facts)) sent.set(name, value);
    return sent;
  };

  // ---------- an address, when there is something to hear ----------
  const isFresh = () => media.src && performance.now() - state.openedAt < state.life * 1000 * RENEW;
  async function ask() {
    const facts = { reason: state.reason, unmasked: state.unmasked ? "yes" : "" };
    const answer = await fetch(data.open, { method: "POST", body: form(facts) }).catch(() => null);
    const found = (answer?.headers.get("Content-Type") ?? "").includes("json") ? await answer.json() : null;
    if (!found?.address) { told.textContent = found?.refused ?? data.failed; return false; }
    told.textContent = "";
    state.openedAt = performance.now();
    state.life = found.seconds;
    media.preload = "metadata";
    media.src = found.address;
    media.currentTime = state.at;
    media.playbackRate = media.defaultPlaybackRate = Number(one("[data-set=speed]").value);
    return true;
  }
  const ready = () => {
    if (isFresh()) return Promise.resolve(true);
    state.opening ??= ask().finally(() => { state.opening = null; });
    return state.opening;
  };
  let lastRescue = 0;
  media.addEventListener("error", async () => {
    if (!media.src || performance.now() - lastRescue < 3000) { told.textContent = data.failed; return; }
    lastRescue = performance.now();
    const wasPlaying = root.classList.contains("playing");
    state.openedAt = -Infinity;
    if (await ready() && wasPlaying) media.play().catch(() => {});
  });

  // ---------- moving about ----------
  const at = () => (media.src && media.readyState ? media.currentTime : state.at);
  function show() {
    const moment = at();
    state.at = moment;
    now.textContent = clock(moment);
    wave.setAttribute("aria-valuenow", String(Math.round(moment)));
    wave.setAttribute("aria-valuetext", clock(moment));
    document.dispatchEvent(new CustomEvent("hc:player-time", { detail: { seconds: moment, isPlaying: !media.paused } }));
  }
  async function seek(moment, { andPlay = false } = {}) {
    note();
    state.at = Math.min(Math.max(0, moment), Math.max(0, seconds - 0.05));
    if (media.src) media.currentTime = state.at;
    else drawn?.setTime(state.at);
    if (!media.paused) state.heardFrom = state.at;
    show();
    if (andPlay) await toggle(true);
  }
  async function toggle(wanted = media.paused) {
    if (isHidden()) return one("#player-reason")?.focus();
    if (!wanted) return media.pause();
    if (await ready()) await media.play().catch(() => {});
  }
  const isHidden = () => one(".player-main").hidden;

  // ---------- what was heard ----------
  function note() {
    const first = state.heardFrom, last = at();
    state.heardFrom = media.paused ? null : last;
    if (first === null || last - first < LEAST_HEARD) return;
    const facts = { first: first.toFixed(1), last: Math.min(last, seconds).toFixed(1), reason: state.reason, unmasked: state.unmasked ? "yes" : "" };
    navigator.sendBeacon(data.played, form(facts));
  }
  media.addEventListener("play", () => {
    state.heardFrom = at();
    root.classList.add("playing");
    play.setAttribute("aria-label", play.dataset.pause);
  });
  media.addEventListener("pause", () => {
    note();
    state.heardFrom = null;
    root.classList.remove("playing");
    play.setAttribute("aria-label", play.dataset.play);
  });
  addEventListener("pagehide", note, { signal });
  media.addEventListener("timeupdate", show);
  media.addEventListener("seeked", show);

  // ---------- silence and loops ----------
  const skip = one("[data-set=skip]"), channel = one("[data-set=channel]");
  async function learnSpeech() {
    state.speech ??= await fetch(data.speech).then((answer) => (answer.ok ? answer.json() : [])).catch(() => []);
  }
  const spans = () => {
    const chosen = channel?.value ? [state.speech[Number(channel.value)] ?? []] : state.speech;
    return chosen.flat().sort((one, other) => one[0] - other[0]);
  };
  function leap() {
    if (media.paused) return;
    const moment = media.currentTime;
    if (state.loop.length === 2 && (moment >= state.loop[1] || moment < state.loop[0] - 0.5)) {
      note();
      media.currentTime = state.loop[0];
      state.heardFrom = state.loop[0];
      return;
    }
    if (!skip?.checked || !state.speech) return;
    const all = spans();
    if (all.some(([first, last]) => moment >= first && moment <= last)) return;
    const next = all.find(([first]) => first > moment);
    if (next && next[0] - moment > LEAST_SKIPPED) media.currentTime = next[0] - LEAD_IN;
  }
  const leaping = setInterval(leap, 100);
  function loop() {
    if (state.loop.length === 2) state.loop = [];
    else state.loop.push(at());
    if (state.loop.length === 2) {
      state.loop.sort((one, other) => one - other);
      if (state.loop[1] - state.loop[0] < 0.5) state.loop = [];
    }
    const [first, last] = state.loop;
    loopMark.hidden = state.loop.length < 2;
    if (!loopMark.hidden) {
      loopMark.style.left = `${(100 * first) / seconds}%`;
      loopMark.style.width = `${(100 * (last - first)) / seconds}%`;
    }
    one("[data-do=loop]").setAttribute("aria-pressed", String(state.loop.length > 0));
    told.textContent = ["", data.loopFrom, data.loopOn][state.loop.length];
  }

  // ---------- controls ----------
  function speed(by) {
    const field = one("[data-set=speed]");
    field.selectedIndex = Math.min(field.options.length - 1, Math.max(0, field.selectedIndex + by));
    media.playbackRate = media.defaultPlaybackRate = Number(field.value);
  }
  function sides() {
    hearOnly(media, channel.value);
  }
  one("[data-set=speed]").addEventListener("change", () => speed(0));
  skip?.addEventListener("change", learnSpeech);
  channel?.addEventListener("change", sides);
  play.addEventListener("click", () => toggle());
  one("[data-do=loop]").addEventListener("click", loop);
  wave.addEventListener("click", (event) => {
    const frame = wave.getBoundingClientRect();
    seek((seconds * (event.clientX - frame.left)) / frame.width);
  });
  wave.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP, PageDown: -30, PageUp: 30 }[event.key];
    const to = { Home: 0, End: seconds }[event.key];
    if (by === undefined && to === undefined) return;
    event.preventDefault();
    seek(to ?? at() + by);
  });
  one(".player-why")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    state.reason = event.target.elements.reason.value.trim();
    if (!state.reason || !(await ready())) return;
    event.target.hidden = true;
    root.querySelectorAll("[data-main]").forEach((part) => { part.hidden = false; });
    draw();
    toggle(true);
  });
  one(".player-unmask form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    note();
    state.reason = event.target.elements.reason.value.trim();
    state.unmasked = true;
    state.openedAt = -Infinity;
    one(".player-unmask").hidden = true;
    one(".player-note").hidden = true;
    toggle(true);
  });

  // ---------- keys; those of the page itself go first ----------
  const isButton = (event) => event.target.closest?.("button, a, summary") && !event.target.closest(".player-play");
  const onlyHere = (does) => (event) => (isTyping(event) ? false : does());
  const noKeys = onKeys({
    " ": (event) => (isButton(event) ? false : toggle()),
    ",": onlyHere(() => seek(at() - STEP)), ".": onlyHere(() => seek(at() + STEP)),
    "-": onlyHere(() => speed(-1)), "=": onlyHere(() => speed(1)), l: onlyHere(loop),
    s: onlyHere(() => { if (skip) { skip.checked = !skip.checked; learnSpeech(); } else return false; }),
    m: onlyHere(() => { if (channel) { channel.selectedIndex = (channel.selectedIndex + 1) % 3; sides(); } else return false; }),
    h: onlyHere(() => lines.hear()),
  }, { first: false });
  document.addEventListener("hc:player-toggle", () => toggle(), { signal });
  document.addEventListener("hc:player-seek", (event) => seek(event.detail.seconds, { andPlay: event.detail.play ?? !media.paused }), { signal });
  const lines = follow((moment) => seek(moment, { andPlay: true }), { signal });

  // ---------- the wave ----------
  let drawn = null;
  async function draw() {
    if (drawn || isHidden()) return;
    const [{ default: WaveSurfer }, answer] = await Promise.all([import("./wavesurfer.js"), fetch(data.peaks)]);
    const bytes = new Uint8Array(await answer.arrayBuffer()), length = bytes.length / channels;
    const rows = Array.from({ length: channels }, (_none, row) => Float32Array.from(bytes.subarray(row * length, (row + 1) * length), (value) => value / 255));
    const tone = (name) => getComputedStyle(root).getPropertyValue(name).trim();
    const height = channels > 1 ? 24 : 32, colours = ["--hc-agent", "--hc-customer"].map(tone);
    const look = (colour) => ({ height, waveColor: colour, progressColor: tone("--hc-shade") });
    wave.classList.toggle("mono", channels === 1);
    drawn = WaveSurfer.create({
      container: wave, media, peaks: rows, duration: seconds, cspNonce: data.nonce, interact: false, cursorColor: tone("--hc-ink"),
      normalize: true, ...look(colours[0]), splitChannels: channels > 1 ? colours.map(look) : undefined,
    });
  }
  stop = () => { note(); media.pause(); clearInterval(leaping); noKeys(); ending.abort(); drawn?.destroy(); };
  // What may be heard without a reason is opened at once: the first click then waits for its own bytes alone.
  draw().catch(() => { media.controls = true; }).then(() => { if (!isHidden()) ready(); });
}

// Also where another contact has taken the place of the first on the same page.
function begin() {
  const found = document.getElementById("player");
  if (found === box) return;
  stop();
  stop = () => {};
  box = found;
  if (box?.dataset.state) wait(box);
  else if (box?.dataset.open) start(box);
}
document.addEventListener("hc:desk-opened", begin);
begin();
