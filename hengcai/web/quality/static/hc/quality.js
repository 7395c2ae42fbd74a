// Ticks of a list: one box for the page, and how many are chosen.
document.querySelectorAll("form[data-ticks]").forEach((form) => {
  const boxes = () => [...form.querySelectorAll("tbody input[type=checkbox]")];
  const all = form.querySelector("[data-all]");
  const count = form.querySelector("[data-count]");
  const tell = () => { if (count) count.textContent = boxes().filter((box) => box.checked).length; };
  all?.addEventListener("change", () => { boxes().forEach((box) => { box.checked = all.checked; }); tell(); });
  form.addEventListener("change", tell);
  tell();
});

// The line a link points at comes into view.
document.querySelector(".hc-turn.now")?.scrollIntoView({ block: "center" });
