// One phone: its header, its messages, and what its owner does with them.

import { bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { h, icon, iconButton, openSheet, sheetButton } from "./dom.js";
import { chooseWhere, phoneMenu } from "./menus.js";
import { dayOf, initials, startPayload } from "./words.js";
import { ask } from "./wire.js";

const ANSWER_LIFE = 15000;
const TYPING_LIFE = 5000;
const COLOURS = ["#2f80d0", "#c2557a", "#2f9e77", "#8a63c9", "#c77b2b", "#3a8fa8"];

export class Phone {
  constructor(person, app) {
    this.app = app;
    this.messages = new Map();
    this.known = false;
    this.rows = new Map();
    this.unread = 0;
    this.follow = this.follow.bind(this);
    this.build(person);
    this.update(person);
  }

  build(person) {
    this.colour = COLOURS[person.id % COLOURS.length];
    this.title = h("strong", { "data-testid": "bot-name" });
    this.status = h("small", { "data-testid": "status" }, "bot");
    this.list = h("ol", { class: "messages", role: "log", "aria-label": "Messages", "data-testid": "messages", tabindex: "0", onscroll: () => this.scrolled() });
    // A keyboard that opens or a picture that loads must not push the newest message out of sight.
    this.pinned = true;
    new ResizeObserver(() => this.pinned && this.toEnd()).observe(this.list);
    this.jump = h("button", { type: "button", class: "jump", "aria-label": "To the newest message", "data-testid": "jump", hidden: true, onclick: () => this.toEnd() }, icon("down"), h("span"));
    this.toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite", "data-testid": "toast" });
    this.composer = new Composer(this);
    this.avatar = h("span", { class: "avatar", "aria-hidden": "true" });
    this.owner = h("h2", { class: "owner" });
    const bar = h("header", { class: "bar" }, this.avatar, h("div", { class: "bar-text" }, this.title, this.status), this.owner, iconButton("more", "Phone menu", "phone-menu", () => phoneMenu(this)));
    this.screen = h("div", { class: "screen" }, this.list, this.jump, this.toasts);
    this.element = h("section", { class: "phone", "data-phone": person.name, "data-testid": "phone", "aria-label": `${person.name}'s phone` }, bar, this.screen, this.composer.element);
    this.element.style.setProperty("--owner", this.colour);
  }

  update(person) {
    this.person = person;
    const bot = this.app.bot;
    this.title.textContent = bot.name;
    this.avatar.textContent = initials(bot.name);
    this.owner.replaceChildren(person.name, person.about ? h("small", {}, person.about) : "");
    // A look at the whole may bring a message before its own event does: it is news all the same.
    for (const message of person.messages) this.show(message, this.known);
    this.known = true;
    this.empty();
    this.composer.update();
  }

  get started() { return this.person.chat.started; }

  empty() {
    const wanted = !this.started && !this.messages.size;
    const known = this.list.querySelector(".welcome");
    if (!wanted) known?.remove();
    else if (!known) this.list.append(h("li", { class: "welcome" }, h("strong", {}, "What can this bot do?"), h("span", {}, this.app.description(this.person.language))));
  }

  // A message that is known already is replaced where it stands; a new one goes to the end.
  show(message, fresh = true) {
    const known = this.rows.get(message.id);
    if (message.deleted) {
      this.messages.delete(message.id);
      known?.remove();
      this.rows.delete(message.id);
    } else {
      this.messages.set(message.id, message);
      this.draw(message, known);
    }
    this.separate();
    if (fresh && !known) this.notice(message);
    else if (this.pinned) this.toEnd();
  }

  draw(message, known) {
    const look = JSON.stringify(message);
    if (known?.look === look) return;
    const row = bubble(this, message);
    row.look = look;
    row.classList.toggle("new", !known);
    if (known) known.replaceWith(row);
    else this.list.append(row);
    this.rows.set(message.id, row);
  }

  redraw() {
    for (const [id, row] of this.rows) {
      row.look = "";
      this.draw(this.messages.get(id), row);
    }
    this.separate();
  }

  notice(message) {
    if (message.from_bot) this.setStatus("bot");
    const own = message.sender === this.person.id;
    if (own || (this.pinned && this.app.isVisible(this))) return this.toEnd();
    this.unread += 1;
    this.badge();
  }

  separate() {
    let last = "";
    for (const [id, row] of this.rows) {
      const day = dayOf(this.messages.get(id).date);
      if (day !== last) row.setAttribute("data-day", day);
      else row.removeAttribute("data-day");
      last = day;
    }
  }

  atEnd() { return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 60; }

  scrolled() {
    this.pinned = this.atEnd();
    this.readIfAtEnd();
  }

  toEnd() {
    this.pinned = true;
    this.list.scrollTop = this.list.scrollHeight;
    this.readIfAtEnd();
  }

  readIfAtEnd() {
    if (this.pinned && this.app.isVisible(this)) this.read();
    else this.badge();
  }

  read() { this.unread = 0; this.badge(); }

  badge() {
    this.jump.hidden = this.pinned && !this.unread;
    this.jump.lastChild.textContent = this.unread || "";
    this.app.showTabs();
  }

  setStatus(text) {
    clearTimeout(this.typing);
    this.status.textContent = text;
    if (text !== "bot") this.typing = setTimeout(() => this.setStatus("bot"), TYPING_LIFE);
  }

  async does(operation, given = {}) {
    try {
      return await ask(operation, { person: String(this.person.id), ...given });
    } catch (error) {
      this.toast(error.message);
      return null;
    }
  }

  toast(text, kind = "") {
    const note = h("div", { class: `toast ${kind}` }, text);
    this.toasts.append(note);
    setTimeout(() => note.remove(), 4000);
  }

  alert(text) {
    openSheet(this.element, this.app.bot.name, h("p", { class: "alert-text", "data-testid": "alert" }, text), sheetButton("OK", "alert-ok", () => {}));
  }

  async pressInline(message, button, element) {
    if (button.copy_text) return this.copy(button.copy_text.text);
    if (button.url) return this.follow({ url: button.url }) || window.open(button.url, "_blank", "noopener");
    if (button.callback_data === undefined) return this.toast("Inline mode is not part of this page.");
    element.classList.add("busy");
    element.setAttribute("aria-busy", "true");
    setTimeout(() => this.rest(element), ANSWER_LIFE);
    return this.does("tap", { chat: message.chat, message: message.id, data: button.callback_data });
  }

  rest(element) {
    element.classList.remove("busy");
    element.removeAttribute("aria-busy");
  }

  answered(tap) {
    this.rows.get(tap.message)?.querySelectorAll(".busy").forEach((element) => this.rest(element));
    if (!tap.answer?.text) return;
    if (tap.answer.show_alert) this.alert(tap.answer.text);
    else this.toast(tap.answer.text);
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.toast("Copied");
    } catch {
      this.alert(text);
    }
  }

  // Returns true when the page itself knows what to do with the link.
  follow({ command, url }) {
    if (command) return this.does("say", { text: command });
    if (startPayload(url, this.app.bot.username) === null) return false;
    chooseWhere(this, url);
    return true;
  }

  open(url) {
    this.app.select(this);
    return this.does("open", { link: url });
  }

  startReply(message) { this.composer.answer(message); }

  startEdit(message) { this.composer.change(message); }
}
