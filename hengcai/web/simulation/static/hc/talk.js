// One press is one turn, and while the customer thinks the page says so; what is half typed survives a reload.
const form = document.querySelector("[data-once]");
const text = form?.querySelector("textarea");
const told = form?.querySelector("[data-told]");

if (text) {
  const key = text.dataset.keepAs;
  text.value ||= sessionStorage.getItem(key) ?? "";
  text.addEventListener("input", () => sessionStorage.setItem(key, text.value));
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(form.querySelector("button[value=say]"));
  });
  form.addEventListener("submit", () => sessionStorage.removeItem(key));
}
form?.addEventListener("submit", (event) => {
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  told.textContent = form.dataset.busy;
});
addEventListener("pageshow", () => { if (form) { delete form.dataset.sent; told.textContent = ""; } });
document.querySelector(".sim-lines li:last-child")?.scrollIntoView({ block: "nearest" });
