// Words within a line that a mark points at. Counted in characters as the server counts them: a rare character is one,
// though a browser's strings hold two for it.
const count = (text) => [...text].length;
const place = (text, characters) => [...text].slice(0, characters).join("").length;
const wordsOf = (line) => line.querySelector(".words");

// What is selected within one line, as [from, to]; nothing where the selection is empty or reaches beyond the line.
export function selectedIn(line) {
  const selection = getSelection(), words = line && wordsOf(line);
  if (!words || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = count(before.toString()), end = start + count(range.toString());
  return end > start ? [start, end] : null;
}
export const lineSelected = () => getSelection().anchorNode?.parentElement?.closest(".hc-turn") ?? null;

export function foundIn(line, word) {
  const text = wordsOf(line).textContent, at = word ? text.toLowerCase().indexOf(word.toLowerCase()) : -1;
  if (at < 0) return null;
  const start = count(text.slice(0, at));
  return [start, start + count(text.slice(at, at + word.length))];
}

export function unpaint(item) {
  for (const mark of document.querySelectorAll(`#transcript mark[data-item="${item}"]`)) {
    const words = mark.closest(".words");
    mark.replaceWith(...mark.childNodes);
    words.normalize();
  }
}
export function paint(line, item, [start, end]) {
  const words = wordsOf(line), text = words.textContent, first = place(text, start), last = place(text, end);
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT), pieces = [];
  for (let at = 0, node = walker.nextNode(); node; node = walker.nextNode()) {
    const from = Math.max(first - at, 0), to = Math.min(last - at, node.length);
    if (from < to) pieces.push([node, from, to]);
    at += node.length;
  }
  for (const [node, from, to] of pieces) {
    const part = from ? node.splitText(from) : node;
    if (to - from < part.length) part.splitText(to - from);
    const mark = document.createElement("mark");
    mark.className = "hc-phrase";
    mark.dataset.item = item;
    part.replaceWith(mark);
    mark.append(part);
  }
}
export function written([start, end]) { return `${start}-${end}`; }
export function read(text) {
  const found = /^(\d+)-(\d+)$/.exec(text);
  return found ? [Number(found[1]), Number(found[2])] : null;
}
