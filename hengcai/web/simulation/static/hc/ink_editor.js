// The source of an ink story is compiled here, in its author's browser; the server keeps and plays what was compiled.
const root = document.querySelector("[data-editor]");
const form = document.getElementById("ink-form");
const source = form.elements.namedItem("source"), compiled = form.elements.namedItem("compiled");
const messages = root.querySelector("[data-messages]"), player = root.querySelector("[data-player]");
const lines = root.querySelector("[data-lines]"), offers = root.querySelector("[data-offers]"), play = root.querySelector("[data-play]");
const WAIT = 600, MOST_LINES = 200, KINDS = ["hint", "warning", "error"];
const FOUND = /^(?:[A-Z]+(?: [A-Z]+)*)?:?\s*(?:'[^']*'\s*)?line (\d+):?\s*/; // a kind in capitals, the file, the line
let timer, ink = null;

// As the compiler says it: a line, a kind, a sentence. The same sentence twice is said once.
function compile() {
  const told = [];
  try {
    const options = new ink.CompilerOptions(null, [], false, (text, kind) => told.push([text, kind]));
    const story = new ink.Compiler(source.value, options).Compile();
    compiled.value = told.some(([, kind]) => kind === 2) ? "" : story.ToJson();
  } catch (error) {
    compiled.value = "";
    if (!told.some(([, kind]) => kind === 2)) told.push([error.message, 2]);
  }
  show(told);
  play.hidden = !compiled.value;
}
function show(told) {
  const seen = new Map(told.map((one) => [one[0], one]));
  const rows = [...seen.values()].map(([text, kind]) => row(text, KINDS[kind] ?? "error"));
  messages.replaceChildren(...(rows.length ? rows : [element("p", root.dataset.well, "sim-well")]));
}
function row(text, kind) {
  const at = FOUND.exec(text);
  const made = element("p", "", `sim-message ${kind}`);
  made.append(element("b", root.dataset[kind]), " ");
  if (at) {
    const jump = element("button", root.dataset.line.replace("{n}", at[1]), "btn-link");
    jump.type = "button";
    jump.addEventListener("click", () => goTo(Number(at[1])));
    made.append(jump, " ");
  }
  made.append(at ? text.slice(at[0].length) : text);
  return made;
}
function goTo(number) {
  const before = source.value.split("\n").slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
  const end = source.value.indexOf("\n", before);
  source.focus();
  source.setSelectionRange(before, end < 0 ? source.value.length : end);
  source.scrollTop = (number - 4) * parseFloat(getComputedStyle(source).lineHeight);
}
const element = (name, text, css = "") => Object.assign(document.createElement(name), { textContent: text, className: css });

function start() {
  const story = new ink.Story(compiled.value);
  story.onError = (text) => lines.append(said(text, "system"));
  player.hidden = false;
  lines.replaceChildren();
  go(story);
  player.scrollIntoView({ block: "nearest" });
}
function go(story) {
  for (let count = 0; story.canContinue; count += 1) {
    if (count >= MOST_LINES) { lines.append(said(root.dataset.endless, "system")); offers.replaceChildren(); return; }
    const text = story.Continue().trim(), tags = story.currentTags ?? [];
    if (text || tags.length) lines.append(said(text, "customer", tags));
  }
  const choices = story.currentChoices.map((one, place) => offered(story, one, place));
  if (!choices.length) lines.append(said(root.dataset.end, "system"));
  offers.replaceChildren(...choices);
}
function said(text, who, tags = []) {
  const made = element("li", "", who);
  made.append(element("p", text));
  if (tags.length) made.append(element("p", tags.map((tag) => `# ${tag}`).join("  "), "small text-secondary"));
  return made;
}
function offered(story, choice, place) {
  const made = element("button", "", "sim-choice");
  made.type = "button";
  made.append(element("span", [choice.text, ...(choice.tags ?? []).map((tag) => `# ${tag}`)].join("  ")));
  made.addEventListener("click", () => { lines.append(said(choice.text, "agent")); story.ChooseChoiceIndex(place); go(story); });
  return made;
}

try {
  ink = await import("./inkjs.js");
  compiled.value || source.value.trim() ? source.value.trim() && compile() : null;
  play.hidden = !compiled.value;
  source.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(compile, WAIT); });
  form.addEventListener("submit", () => { clearTimeout(timer); if (source.value.trim()) compile(); });
  play.addEventListener("click", start);
} catch {
  messages.replaceChildren(element("p", root.dataset.missing, "sim-message error"));
  source.addEventListener("input", () => { compiled.value = ""; });
}
