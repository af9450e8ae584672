// One message: its bubble, what it carries, and the buttons below it.

import { h, icon, iconButton } from "./dom.js";
import { messageMenu } from "./menus.js";
import { hourOf, rich, sizeOf } from "./words.js";

export function bubble(phone, message) {
  const own = message.sender === phone.person.id;
  const edited = message.edited ? h("span", { class: "edited", title: message.versions.map((each) => each.text).join("\n\n") }, "edited ") : null;
  const time = h("span", { class: "time" }, edited, h("time", { datetime: new Date(message.date * 1000).toISOString() }, hourOf(message.date)));
  const text = message.text ? h("div", { class: "text", "data-testid": "text" }, ...rich(message.text, message.entities, phone.follow)) : null;
  const content = h("div", { class: bubbleClass(message) }, origin(message), quote(phone, message), ...carried(message), text, time, reactions(message));
  const menu = iconButton("more", "Message menu", "message-menu", () => messageMenu(phone, message));
  menu.classList.add("bubble-menu");
  const act = () => (own && message.text && !message.media.contact ? phone.startEdit(message) : phone.startReply(message));
  return h(
    "li",
    { class: own ? "row own" : "row", "data-message": message.id, "data-from": own ? "me" : "bot", "data-testid": "message", ondblclick: act },
    h("div", { class: "stack" }, content, inlineKeyboard(phone, message)),
    menu,
  );
}

function bubbleClass(message) {
  const bare = message.media.sticker ? " bare" : message.media.photo ? " picture" : "";
  return `bubble${bare}`;
}

function origin(message) {
  const from = message.extra.forward_origin?.sender_user;
  return from ? h("div", { class: "origin" }, `Forwarded from ${from.first_name}`) : null;
}

function quote(phone, message) {
  const replied = message.reply_to ? phone.messages.get(message.reply_to) : null;
  if (!message.reply_to) return null;
  const name = replied?.sender_name ?? "";
  return h("div", { class: "quote" }, h("strong", {}, name), h("span", {}, replied ? summary(replied) : "Deleted message"));
}

export function summary(message) {
  if (message.text) return message.text.replace(/\s+/g, " ").slice(0, 80);
  const kind = Object.keys(message.media).find((name) => name !== "media_group_id") ?? "message";
  return { photo: "Photo", document: message.media.document?.file_name, voice: "Voice note", sticker: message.media.sticker?.emoji, contact: "Contact", location: "Location" }[kind] ?? kind;
}

function carried(message) {
  return Object.entries(message.media).map(([kind, value]) => CARRIERS[kind]?.(value)).filter(Boolean);
}

const CARRIERS = {
  photo: (sizes) => {
    const best = sizes[sizes.length - 1];
    return h("a", { href: `file/${best.file_id}`, target: "_blank", rel: "noopener", class: "photo", "data-testid": "photo" },
      h("img", { src: `file/${best.file_id}`, alt: "Photo", width: Math.min(best.width, 280), height: Math.round((best.height * Math.min(best.width, 280)) / best.width) }));
  },
  document: (file) =>
    h("a", { class: "card", href: `file/${file.file_id}`, download: file.file_name, "data-testid": "document" },
      h("span", { class: "card-icon" }, icon("file")), h("span", {}, h("strong", {}, file.file_name), h("small", {}, sizeOf(file.file_size)))),
  voice: (note) =>
    h("div", { class: "card", "data-testid": "voice" }, h("span", { class: "card-icon" }, icon("play")),
      h("span", { class: "wave" }, ...wave()), h("small", {}, `0:${String(note.duration).padStart(2, "0")}`)),
  sticker: (sticker) => h("div", { class: "sticker", "data-testid": "sticker" }, sticker.emoji ?? "🙂"),
  contact: (card) =>
    h("div", { class: "card", "data-testid": "contact" }, h("span", { class: "card-icon round" }, card.first_name.slice(0, 1)),
      h("span", {}, h("strong", {}, [card.first_name, card.last_name].filter(Boolean).join(" ")), h("small", {}, `+${card.phone_number.replace(/^\+/, "")}`))),
  location: (place) =>
    h("div", { class: "card map", "data-testid": "location" }, h("span", { class: "card-icon" }, icon("pin")),
      h("span", {}, h("strong", {}, "Location"), h("small", {}, `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`))),
};

function wave() {
  return [5, 9, 14, 8, 12, 16, 10, 6, 11, 15, 9, 13, 7, 10, 5].map((height) => {
    const bar = h("i");
    bar.style.height = `${height}px`;
    return bar;
  });
}

function reactions(message) {
  const found = message.reactions.map((each) => each.emoji).filter(Boolean);
  return found.length ? h("span", { class: "reactions" }, ...found) : null;
}

function inlineKeyboard(phone, message) {
  const rows = message.markup?.inline_keyboard;
  if (!rows) return null;
  return h("div", { class: "keys", role: "group", "aria-label": "Buttons" },
    ...rows.map((row) => h("div", { class: "keys-row" }, ...row.map((button) => inlineButton(phone, message, button)))));
}

function inlineButton(phone, message, button) {
  const kind = button.url ? "url" : button.copy_text ? "copy" : "";
  return h(
    "button",
    { type: "button", class: "key", "data-testid": "inline-button", "data-label": button.text, "data-data": button.callback_data, "data-kind": kind, title: button.text,
      onclick: (event) => phone.pressInline(message, button, event.currentTarget) },
    button.text, kind ? icon(kind) : null,
  );
}
