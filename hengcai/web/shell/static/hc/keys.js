// The one place that listens for keys. A page says what a key does: onKeys({ n: next, Escape: close, "Ctrl+Enter": send }).
// A single character does nothing while somebody types, nor for somebody who has switched such keys off.

const TYPING = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])";
const isOff = () => document.body.dataset.keys === "off";
const tables = [];

export const isTyping = (event) => Boolean(event.target.closest?.(TYPING));

// The page's own meaning of a key goes before the shell's; what answers false leaves the key to the next.
// What it answers with takes the table away again.
export function onKeys(table, { first = true } = {}) {
  if (first) tables.unshift(table); else tables.push(table);
  return () => { const place = tables.indexOf(table); if (place >= 0) tables.splice(place, 1); };
}

// Works however the reader has set the switch: with a modifier, or not a character.
function nameOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key;
}
function isHeard(event, name) {
  if (name.startsWith("Ctrl+") || name === "Escape") return true;
  return !isTyping(event) && !(name.length === 1 && isOff());
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.key === undefined) return;
  if (document.querySelector("dialog[open]")) return;
  const name = nameOf(event);
  if (!isHeard(event, name)) return;
  for (const table of tables) {
    if (!Object.hasOwn(table, name) || table[name](event) === false) continue;
    event.preventDefault();
    return;
  }
});
