// A message's text with its entities, and moments as people read them.

import { h } from "./dom.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

// Entities count UTF-16 units, as JavaScript's strings do. They nest, so each is rendered within the one around it.
export function rich(text, entities, onlink) {
  return piece(text, [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length), 0, text.length, onlink);
}

function piece(text, entities, start, end, onlink) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = entities.slice(i + 1).filter((other) => other.offset < stop);
    nodes.push(wrap(entity, text.slice(entity.offset, stop), piece(text, inner, entity.offset, stop, onlink), onlink));
    at = stop;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function wrap(entity, raw, nodes, onlink) {
  if (TAGS[entity.type]) return h(TAGS[entity.type], {}, ...nodes);
  if (entity.type === "spoiler") return h("span", { class: "spoiler", tabindex: "0" }, ...nodes);
  if (entity.type === "bot_command") return h("a", { href: "#", onclick: (event) => { event.preventDefault(); onlink({ command: raw }); } }, ...nodes);
  const url = entity.type === "text_link" ? entity.url : entity.type === "url" ? raw : "";
  return url ? link(url, nodes, onlink) : h("span", { class: "marked" }, ...nodes);
}

function link(url, nodes, onlink) {
  const full = /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`;
  const safe = /^(https?|tg):/i.test(full) ? full : "#";
  const act = (event) => onlink({ url: full }) && event.preventDefault();
  return h("a", { href: safe, target: "_blank", rel: "noopener noreferrer", onclick: act }, ...nodes);
}

export function startPayload(url, username) {
  const found = new RegExp(`^(?:https?://)?(?:t\\.me|telegram\\.me)/${username}(?:\\?start=([A-Za-z0-9_-]{0,64}))?$`, "i").exec(url.trim());
  return found ? (found[1] ?? "") : null;
}

const DAY = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
const HOUR = { hour: "2-digit", minute: "2-digit" };
let day = new Intl.DateTimeFormat("en-GB", DAY);
let hour = new Intl.DateTimeFormat("en-GB", HOUR);

// All phones and the clock show the time of one zone.
export function setZone(timeZone) {
  day = new Intl.DateTimeFormat("en-GB", { ...DAY, timeZone });
  hour = new Intl.DateTimeFormat("en-GB", { ...HOUR, timeZone });
}

export const dayOf = (seconds) => day.format(seconds * 1000);
export const hourOf = (seconds) => hour.format(seconds * 1000);

export function sizeOf(bytes) {
  return bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

export function initials(name) {
  return [...name.trim()].slice(0, 1).join("").toUpperCase();
}
