// Where its owner writes: text, commands, attachments, and the reply keyboard.

import { attachMenu } from "./attach.js";
import { summary } from "./bubble.js";
import { h, icon, iconButton } from "./dom.js";
import { startPayload } from "./words.js";

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.editing = null;
    this.replying = null;
    this.folded = false;
    this.build();
  }

  build() {
    this.input = h("textarea", {
      class: "input", rows: "1", placeholder: "Message", "aria-label": "Message", "data-testid": "composer",
      onkeydown: (event) => this.key(event), oninput: () => this.changed(), onpaste: (event) => this.paste(event),
    });
    this.context = h("div", { class: "context", hidden: true });
    this.suggestions = h("ul", { class: "commands", "data-testid": "commands", "aria-label": "Commands", hidden: true });
    this.keyboard = h("div", { class: "reply-keyboard", role: "group", "aria-label": "Reply keyboard", "data-testid": "reply-keyboard", hidden: true });
    this.slash = iconButton("slash", "Commands", "command-menu", () => this.toggleCommands());
    this.keys = iconButton("keys", "Reply keyboard", "toggle-keyboard", () => { this.folded = !this.folded; this.showKeyboard(); });
    this.sendButton = h("button", { type: "button", class: "send", "aria-label": "Send", "data-testid": "send", onclick: () => this.send() }, icon("send"));
    this.attach = iconButton("attach", "Attach", "attach", () => attachMenu(this.phone));
    this.line = h("div", { class: "line" }, this.attach, this.input, this.slash, this.keys, this.sendButton);
    this.big = h("button", { type: "button", class: "big", "data-testid": "start", hidden: true, onclick: () => this.bigPress() });
    this.link = h("input", { class: "link-input", placeholder: "or paste an invitation link", "aria-label": "Invitation link", "data-testid": "paste-link", hidden: true, oninput: () => this.openLink(this.link.value) });
    this.element = h("footer", { class: "composer" }, this.suggestions, this.context, this.line, this.big, this.link, this.keyboard);
  }

  update() {
    const { started, blocked } = this.phone.person.chat;
    const open = started && !blocked;
    this.line.hidden = !open;
    this.big.hidden = open;
    this.link.hidden = open || blocked;
    this.big.textContent = blocked ? "UNBLOCK" : "START";
    this.big.setAttribute("data-testid", blocked ? "unblock" : "start");
    this.slash.hidden = !this.phone.person.chat.commands.length;
    this.showKeyboard();
  }

  bigPress() {
    return this.phone.person.chat.blocked ? this.phone.does("unblock") : this.phone.does("say", { text: "/start" });
  }

  showKeyboard() {
    const rows = this.phone.person.chat.reply_keyboard?.keyboard ?? [];
    this.keys.hidden = !rows.length;
    this.keyboard.hidden = !rows.length || this.folded || this.line.hidden;
    const key = (button) => h("button", { type: "button", class: "reply-key", "data-testid": "reply-button", "data-label": button.text, onclick: () => this.phone.does("use", { button }) }, button.text);
    this.keyboard.replaceChildren(...rows.map((row) => h("div", { class: "keys-row" }, ...row.map(key))));
    this.input.placeholder = this.phone.person.chat.reply_keyboard?.input_field_placeholder || "Message";
  }

  key(event) {
    if (event.key === "Escape") this.leave();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  changed() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
    const text = this.input.value;
    if (/^\/\w*$/.test(text)) this.suggest(text.slice(1));
    else this.suggestions.hidden = true;
  }

  toggleCommands() {
    if (this.suggestions.hidden) this.suggest("");
    else this.suggestions.hidden = true;
  }

  suggest(start) {
    const found = this.phone.person.chat.commands.filter((each) => each.command.startsWith(start));
    const item = (each) => h("li", {}, h("button", { type: "button", "data-testid": "command", "data-command": each.command, onclick: () => this.command(each) }, h("strong", {}, `/${each.command}`), h("span", {}, each.description)));
    this.suggestions.replaceChildren(...found.map(item));
    this.suggestions.hidden = !found.length;
  }

  command(each) {
    this.clear();
    return this.phone.does("say", { text: `/${each.command}` });
  }

  paste(event) {
    const text = event.clipboardData?.getData("text") ?? "";
    if (!this.input.value && this.openLink(text)) event.preventDefault();
  }

  openLink(text) {
    if (startPayload(text, this.phone.app.bot.username) === null) return false;
    this.link.value = "";
    this.phone.open(text.trim());
    return true;
  }

  answer(message) { this.hold({ replying: message, title: `Reply to ${message.sender_name}`, text: "" }); }

  change(message) { this.hold({ editing: message, title: "Edit message", text: message.text }); }

  hold({ replying = null, editing = null, title, text }) {
    Object.assign(this, { replying, editing });
    const line = h("span", {}, summary(replying ?? editing));
    this.context.replaceChildren(h("div", {}, h("strong", {}, title), line), iconButton("close", "Cancel", "cancel-context", () => this.leave()));
    this.context.hidden = false;
    if (editing) this.input.value = text;
    this.changed();
    this.input.focus();
  }

  leave() {
    if (this.editing) this.input.value = "";
    Object.assign(this, { editing: null, replying: null });
    this.context.hidden = true;
    this.suggestions.hidden = true;
    this.changed();
  }

  clear() {
    this.input.value = "";
    this.leave();
  }

  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    const { editing, replying } = this;
    this.clear();
    const done = editing
      ? await this.phone.does("edit", { message: editing.id, text })
      : await this.phone.does("say", { text, reply_to: replying?.id ?? 0 });
    if (!done) this.input.value = text;
    this.changed();
  }
}
