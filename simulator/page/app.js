// Puts the phones side by side and keeps them up to date.

import { Clock } from "./clock.js";
import { field, form, h, openSheet } from "./dom.js";
import { Phone } from "./phone.js";
import { ask, listen } from "./wire.js";

const LANGUAGES = [["en", "English"], ["zh", "中文"], ["de", "Deutsch"], ["es", "Español"]];

class App {
  constructor() {
    this.phones = new Map();
    this.selected = null;
    this.tabs = document.getElementById("tabs");
    this.place = document.getElementById("phones");
    this.alarm = document.getElementById("alarm");
    this.clock = new Clock(document.getElementById("clock"), () => this.phoneList().forEach((phone) => phone.redraw()));
    this.narrow = window.matchMedia("(max-width: 760px)");
    this.narrow.addEventListener("change", () => this.showTabs());
    new ResizeObserver(() => this.measure()).observe(this.place);
    document.addEventListener("visibilitychange", () => this.phoneList().forEach((phone) => phone.readIfAtEnd()));
    listen((event) => this.hear(event), () => this.refresh());
  }

  phoneList() { return [...this.phones.values()]; }

  async refresh() {
    const state = await ask("state");
    this.bot = state.bot;
    this.clock.show(state.clock);
    for (const person of state.people) this.put(person);
    this.selected ??= this.phoneList()[0];
    this.warn(state.not_emulated);
    this.showTabs();
    document.body.dataset.ready = "true";
  }

  put(person) {
    const known = this.phones.get(person.id);
    if (known) return known.update(person);
    const phone = new Phone(person, this);
    this.phones.set(person.id, phone);
    this.place.append(phone.element);
    return requestAnimationFrame(() => phone.toEnd());
  }

  // Many changes at once (a menu, a keyboard, a start) need only one look at the whole.
  refreshSoon() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.refresh(), 30);
  }

  hear(event) {
    const phone = this.phones.get(event.chat);
    switch (event.kind) {
      case "message": phone?.show(event.message); break;
      case "tap": this.phones.get(event.tap.user)?.answered(event.tap); break;
      case "clock": this.clock.show(event.clock); break;
      case "action": phone?.setStatus(event.action.replace("_", " ") + "…"); break;
      case "not-emulated": this.refreshSoon(); break;
      case "bye": case "inline": break;
      default: this.refreshSoon();
    }
  }

  isVisible(phone) {
    return document.visibilityState === "visible" && (!this.narrow.matches || phone === this.selected);
  }

  select(phone) {
    this.selected = phone;
    this.showTabs();
    phone.element.scrollIntoView({ inline: "nearest", block: "nearest" });
    phone.toEnd();
  }

  showTabs() {
    const tab = (phone) => {
      const chosen = phone === this.selected;
      phone.element.classList.toggle("selected", chosen);
      const badge = phone.unread ? h("span", { class: "badge", "data-testid": "unread" }, String(phone.unread)) : null;
      return h("button", { type: "button", class: "tab", "aria-pressed": String(chosen), "data-testid": "tab", "data-person": phone.person.name, onclick: () => this.select(phone) }, phone.person.name, badge);
    };
    const add = h("button", { type: "button", class: "tab add", "aria-label": "Add a phone", "data-testid": "add-phone", onclick: () => this.addPhone() }, "+ Phone");
    this.tabs.replaceChildren(...this.phoneList().map(tab), add);
    this.measure();
  }

  // Where all phones are in sight, nobody needs tabs.
  measure() { this.tabs.classList.toggle("many", this.place.scrollWidth > this.place.clientWidth); }

  addPhone() {
    const language = h("label", { class: "field" }, "Language", h("select", { name: "language", "data-testid": "field-language" }, ...LANGUAGES.map(([value, name]) => h("option", { value }, name))));
    openSheet(document.body, "Add a phone", form("Add", "add-phone-confirm", (given) => given.name.trim() && ask("person", given), field("Name", "name"), language));
  }

  description(language) {
    const found = this.bot.descriptions;
    return found[`description/${language}`] || found["description/"] || "Press START and tell it about your customers.";
  }

  warn(list) {
    this.alarm.hidden = !list.length;
    this.alarm.textContent = list.length ? `Not emulated: ${[...new Set(list)].slice(-3).join(" · ")}` : "";
  }
}

new App();
