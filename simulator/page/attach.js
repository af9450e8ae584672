// The attach menu: contact, place, picture, document, voice note, sticker.

import { field, form, h, openSheet, sheetButton } from "./dom.js";
import { base64 } from "./wire.js";

const STICKERS = ["👍", "😀", "🎉", "🙏", "❤️", "🔥", "👏", "🤝"];

export function attachMenu(phone) {
  openSheet(
    phone.element, "Attach",
    sheetButton("Photo", "attach-photo", () => pick(phone, "photo", "image/png,image/jpeg,image/gif")),
    sheetButton("Document", "attach-document", () => pick(phone, "document", "")),
    sheetButton("Contact", "attach-contact", () => contactForm(phone)),
    sheetButton("Location", "attach-location", () => locationForm(phone)),
    sheetButton("Voice note (3 s)", "attach-voice", () => phone.does("voice", { seconds: 3 })),
    h("div", { class: "stickers", role: "group", "aria-label": "Stickers" }, ...STICKERS.map((emoji) => sheetButton(emoji, "attach-sticker", () => phone.does("sticker", { emoji }), { "aria-label": `Sticker ${emoji}` }))),
  );
}

// The file input stays in the page, so that a browser test can fill it.
function pick(phone, kind, accept) {
  phone.element.querySelector(".file-input")?.remove();
  const input = h("input", { type: "file", class: "file-input", accept, multiple: true, "data-testid": `file-${kind}`, "aria-label": `Choose a ${kind}`, onchange: () => sendFiles(phone, kind, [...input.files]).then(() => input.remove()) });
  phone.element.append(input);
  input.click();
}

async function sendFiles(phone, kind, files) {
  const album = files.length > 1 ? String(Date.now()) : "";
  for (const file of files) await phone.does(kind, { content: await base64(file), name: file.name, album });
}

function contactForm(phone) {
  openSheet(
    phone.element, "Share a contact",
    sheetButton("My own number", "contact-own", () => phone.does("contact")),
    form("Share", "contact-share", (given) => phone.does("contact", given), field("Name", "first_name", "S. Lee"), field("Phone", "phone", "+6565550123", "tel")),
  );
}

function locationForm(phone) {
  openSheet(
    phone.element, "Share a place",
    form("Share", "location-share", (given) => phone.does("location", given), field("Latitude", "latitude", "31.2304"), field("Longitude", "longitude", "121.4737")),
  );
}
