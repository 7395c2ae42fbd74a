// What the server reckoned of the sections and of the whole, on the desk and where a card is tried.
export function showSums(form, found) {
  for (const [code, part] of Object.entries(found.sections)) {
    const head = form.querySelector(`tr.sec[data-section="${code}"]`);
    for (const name of ["share", "weight"]) {
      const cell = head.querySelector(`[data-${name}]`);
      if (cell.textContent) cell.textContent = part[name];
    }
  }
  for (const [name, text] of Object.entries(found.tally)) {
    const place = form.querySelector(`[data-tally="${name}"]`);
    if (place) place.textContent = text;
  }
}
