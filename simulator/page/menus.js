// What can be done with a message, a phone, an invitation.

import { h, openSheet, sheetButton } from "./dom.js";

export function messageMenu(phone, message) {
  const own = message.sender === phone.person.id;
  const editable = own && message.text && !message.extra.forward_origin;
  openSheet(
    phone.element, "Message",
    sheetButton("Reply", "menu-reply", () => phone.startReply(message)),
    message.text ? sheetButton("Copy text", "menu-copy", () => phone.copy(message.text)) : null,
    editable ? sheetButton("Edit", "menu-edit", () => phone.startEdit(message)) : null,
    sheetButton("Forward to the bot", "menu-forward", () => phone.does("forward", { message: message.id })),
  );
}

export function phoneMenu(phone) {
  const { name, language, chat } = phone.person;
  const turn = chat.blocked ? "unblock" : "block";
  openSheet(
    phone.element, `${name}'s phone`,
    h("p", { class: "sheet-title" }, `${name} · ${language}`),
    sheetButton("Send /start", "menu-start", () => phone.does("say", { text: "/start" })),
    sheetButton(chat.blocked ? "Unblock the bot" : "Block the bot", "menu-block", () => phone.does(turn)),
  );
}

// An invitation that a manager gets is meant for somebody else's phone.
export function chooseWhere(phone, url) {
  const choice = (each) => sheetButton(each.person.name, "open-on", () => each.open(url), { "data-person": each.person.name });
  openSheet(
    phone.element, "Open the link",
    h("p", {}, "Open this link on whose phone?"),
    ...phone.app.phoneList().map(choice),
    sheetButton("Copy the link", "copy-link", () => phone.copy(url)),
  );
}
