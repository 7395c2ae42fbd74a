// Plays the recording of a question: each play is asked for, counted by the server and fetched for that one time.
// A button [data-play] holds the address in `data-play`; the line [data-told] beside it says how often it can still be played.
const opened = () => (opened.context ??= new AudioContext());

async function granted(box) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", box.querySelector("[name=csrfmiddlewaretoken]").value);
  const answer = await fetch(box.dataset.play, { method: "POST", body });
  return { ok: answer.ok, told: await answer.json() };
}

function say(box, left) {
  const told = box.querySelector("[data-told]");
  if (left === null) { told.textContent = ""; return; }
  told.textContent = (left ? told.dataset.left : told.dataset.none).replace("%s", left);
}

async function play(box, button) {
  button.disabled = true;
  box.classList.add("playing");
  try {
    const context = opened();
    await context.resume();
    const { ok, told } = await granted(box);
    if (!ok) { box.querySelector("[data-told]").textContent = told.refused; return; }
    say(box, told.left);
    const sound = await fetch(told.address).then((one) => one.arrayBuffer());
    const source = new AudioBufferSourceNode(context, { buffer: await context.decodeAudioData(sound) });
    source.connect(context.destination);
    await new Promise((ended) => { source.onended = ended; source.start(); });
    if (told.left !== 0) button.disabled = false;
  } catch {
    box.querySelector("[data-told]").textContent = box.dataset.failed;
    button.disabled = false;
  } finally {
    box.classList.remove("playing");
  }
}

for (const box of document.querySelectorAll("[data-play]")) {
  const button = box.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => play(box, button));
}
