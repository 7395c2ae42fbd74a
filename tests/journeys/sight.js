/* What a page paints: every size of its text and every colour, each with the first element that has it. */
() => {
  const sizes = {}, colours = {};
  const named = (element) => {
    const css = typeof element.className === "string" ? element.className : element.getAttribute("class") || "";
    return `${element.tagName.toLowerCase()}${css ? `.${css.trim().replaceAll(/\s+/g, ".")}` : ""} ${(element.textContent || "").trim().slice(0, 30)}`;
  };
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const paints = (colour, element) => {
    if (colour && colour !== "none" && !/, 0\)$/.test(colour) && colour !== "transparent") colours[colour] ??= named(element);
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (!shown(element) || element.closest(".visually-hidden, script, template, title")) continue;
    const style = getComputedStyle(element);
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const typed = element.matches("input:not([type=checkbox], [type=radio], [type=hidden], [type=range]), select, textarea");
    const drawn = element instanceof SVGElement;
    if (own || typed) {
      sizes[style.fontSize] ??= named(element);
      paints(drawn ? style.fill : style.color, element);
    }
    if (drawn) {
      if (!(element instanceof SVGTextElement) && element instanceof SVGGeometryElement) {
        paints(style.fill, element);
        if (style.stroke !== "none") paints(style.stroke, element);
      }
      continue;
    }
    paints(style.backgroundColor, element);
    for (const side of ["Top", "Right", "Bottom", "Left"]) {
      if (parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none") paints(style[`border${side}Color`], element);
    }
  }
  return { sizes, colours };
}
