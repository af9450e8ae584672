// The simulated clock: it shows the bot's time and moves it forward, never back.

import { closeSheet, field, h, openSheet } from "./dom.js";
import { ask } from "./wire.js";
import { setZone } from "./words.js";

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = [...new Set([HERE, "UTC", "Asia/Shanghai", "Asia/Singapore", "Europe/Berlin", "America/New_York", "America/Los_Angeles"])];

export class Clock {
  // `onzone` is called when all moments on the page have to be written anew.
  constructor(place, onzone) {
    this.onzone = onzone;
    this.base = 0;
    this.since = performance.now();
    this.face = h("time", { class: "face", "data-testid": "clock-now", "aria-label": "Simulated time" });
    this.zone = h("select", { "aria-label": "Time zone", "data-testid": "clock-zone", onchange: () => this.chosen() }, ...ZONES.map((zone) => h("option", { value: zone }, zone)));
    this.error = h("p", { class: "clock-error", role: "alert", "data-testid": "clock-error", hidden: true });
    this.place = place;
    const button = (text, label, testid, onclick) => h("button", { type: "button", class: "pill", "aria-label": label, "data-testid": testid, onclick }, text);
    place.append(
      this.face, this.zone,
      h("div", { class: "clock-moves" },
        button("+1 h", "One hour later", "clock-plus-hour", () => this.moveAndSay({ by: 3600 })),
        button("Tomorrow 09:00", "Tomorrow at nine", "clock-tomorrow", () => this.moveAndSay({ to: this.tomorrow() })),
        button("Set…", "Any moment", "clock-set", () => this.choose())),
      this.error,
    );
    setInterval(() => this.draw(), 1000);
  }

  // The zone to start in comes with the first look; what was chosen since then stays.
  show({ now, zone }) {
    if (this.started === undefined) this.start(zone || HERE);
    this.base = now * 1000;
    this.since = performance.now();
    this.draw();
  }

  start(zone) {
    this.started = true;
    if (!ZONES.includes(zone)) this.zone.prepend(h("option", { value: zone }, zone));
    this.zone.value = zone;
    setZone(zone);
  }

  chosen() {
    setZone(this.zone.value);
    this.draw();
    this.onzone();
  }

  get now() { return this.base + (performance.now() - this.since); }

  draw() {
    const options = { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: this.zone.value };
    this.face.textContent = new Intl.DateTimeFormat("en-GB", options).format(this.now);
    this.face.dateTime = new Date(this.now).toISOString();
  }

  // Returns why it was refused, or nothing.
  async move(where) {
    try {
      this.show(await ask("clock", where));
      return "";
    } catch (error) {
      return error.message;
    }
  }

  async moveAndSay(where) { this.say(this.error, await this.move(where)); }

  say(place, refusal) {
    place.textContent = refusal;
    place.hidden = !refusal;
  }

  // "2026-11-24T09:00" of the wall clock in the chosen zone, as an ISO moment in UTC.
  moment(wall) {
    const guess = Date.parse(`${wall}Z`);
    const once = guess - this.shift(guess);
    return new Date(guess - this.shift(once)).toISOString().replace("Z", "+00:00");
  }

  shift(moment) { return Date.parse(`${this.wall(moment)}Z`) - Math.floor(moment / 60000) * 60000; }

  wall(moment) {
    const options = { timeZone: this.zone.value, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
    const part = Object.fromEntries(new Intl.DateTimeFormat("en-CA", options).formatToParts(moment).map(({ type, value }) => [type, value]));
    return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
  }

  tomorrow() {
    const [year, month, day] = this.wall(this.now).slice(0, 10).split("-").map(Number);
    return this.moment(`${new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10)}T09:00`);
  }

  choose() {
    const wanted = field("Move the clock to", "moment", this.wall(this.now), "datetime-local");
    const input = wanted.querySelector("input");
    input.setAttribute("data-testid", "clock-input");
    const error = h("p", { class: "clock-error", role: "alert", "data-testid": "clock-set-error", hidden: true });
    const apply = async (event) => {
      event.preventDefault();
      if (!input.value) return;
      this.say(error, await this.move({ to: this.moment(input.value) }));
      if (error.hidden) closeSheet();
    };
    openSheet(document.body, "Set the clock", h("form", { onsubmit: apply }, wanted, h("p", { class: "hint" }, `In ${this.zone.value}. The clock only goes forward.`), error, h("button", { class: "sheet-button main", "data-testid": "clock-apply" }, "Move")));
  }
}
