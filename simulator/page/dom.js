// Builds elements; text is always text, never markup.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const PATHS = {
  send: "M3 20.5 21.5 12 3 3.5v6.6l12 1.9-12 1.9z",
  attach: "m20 11.5-8.2 8.2a5.2 5.2 0 0 1-7.4-7.4l8.6-8.5a3.5 3.5 0 0 1 4.9 4.9l-8.3 8.3a1.7 1.7 0 0 1-2.4-2.4l7.6-7.7",
  slash: "M15.5 4.5l-7 15",
  keys: "M4 6h16v12H4zM8 10h.01M12 10h.01M16 10h.01M8 14h8",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  down: "m6 9 6 6 6-6",
  url: "M7 17 17 7M9 7h8v8",
  copy: "M9 9h11v11H9zM5 15V4h11",
  close: "M6 6l12 12M18 6 6 18",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  pin: "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  play: "M8 5v14l11-7z",
};
const FILLED = new Set(["send", "play"]);

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", FILLED.has(name) ? "icon filled" : "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, testid, onclick) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, "data-testid": testid, onclick }, icon(name));
}

// One small sheet at a time: menus, choosers and forms.
export function openSheet(anchor, label, ...children) {
  closeSheet();
  const sheet = h("div", { class: "sheet", role: "dialog", "aria-label": label, "data-testid": "sheet" }, ...children);
  const veil = h("div", { class: "veil", id: "veil", onclick: (event) => event.target.id === "veil" && closeSheet() }, sheet);
  anchor.append(veil);
  sheet.querySelector("input, button")?.focus();
  return sheet;
}

export function closeSheet() {
  document.getElementById("veil")?.remove();
}

document.addEventListener("keydown", (event) => event.key === "Escape" && closeSheet());

export function sheetButton(text, testid, onclick, extra = {}) {
  const act = () => { closeSheet(); onclick(); };
  return h("button", { type: "button", class: "sheet-button", "data-testid": testid, onclick: act, ...extra }, text);
}

export function field(label, name, value = "", type = "text") {
  return h("label", { class: "field" }, label, h("input", { name, value, type, "data-testid": `field-${name}`, autocomplete: "off" }));
}

export function form(submit, testid, onsubmit, ...fields) {
  const act = (event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.target));
    closeSheet();
    onsubmit(values);
  };
  return h("form", { onsubmit: act }, ...fields, h("button", { class: "sheet-button main", "data-testid": testid }, submit));
}
