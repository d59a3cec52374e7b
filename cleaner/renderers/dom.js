// The ground of the page: data in, elements out. Text from a scrape becomes text nodes and nothing else.

const RUN = JSON.parse(document.getElementById("run").textContent);
const byId = (id) => document.getElementById(id);
const number = (value) => value.toLocaleString("en");
const percent = (part, whole) => (whole ? `${Math.round((100 * part) / whole)} %` : "–");
const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;
const words = (name) => name.replaceAll("_", " ");

/** Make an element; children are elements or text, and text never becomes markup. */
function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") for (const [event, call] of Object.entries(value)) node.addEventListener(event, call);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const DIRECTED_CHARS = 4000;
const DIRECTED_SHARE = 0.4;

/** Tell which way a text runs: from right to left where two words in five do, whichever stands first. */
function direction(text) {
  const start = text.slice(0, DIRECTED_CHARS);
  if (!RIGHT_TO_LEFT.test(start)) return "auto";
  const lettered = start.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  const turned = lettered.filter((word) => RIGHT_TO_LEFT.test(word));
  return turned.length >= DIRECTED_SHARE * lettered.length ? "rtl" : "ltr";
}

/** Make an element around text from a scrape: its own direction, isolated from what stands around it. */
const said = (name, text, attributes) => el(name, { dir: direction(String(text ?? "")), ...attributes }, text);

/** Make an element around a sentence of ours, which may quote a scrape: it runs as English does. */
const told = (name, text, attributes) => said(name, text, { dir: "ltr", ...attributes });

/** Link to an address of the web; any other scheme stays text. */
function link(address) {
  let parsed = null;
  try {
    parsed = new URL(address);
  } catch {
    return said("span", address, { class: "address" });
  }
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return said("span", address, { class: "address" });
  return said("a", address, { class: "address", href: parsed.href, rel: "noopener noreferrer", target: "_blank" });
}

/** A row of parts whose widths tell their shares. */
function bar(parts, total, name) {
  const track = el("div", { class: "bar", role: "img", "aria-label": name });
  for (const [kind, count] of parts) {
    if (!count) continue;
    const part = el("span", { class: `part is-${kind}` });
    part.style.flexGrow = String(count / (total || 1));
    track.append(part);
  }
  return track;
}

const recordLink = (id, text) => said("a", text || id, { class: "record", href: `#${encodeURIComponent(id)}` });
const groupOf = (label) => (RUN.labels[label] || ["noise"])[0];
const chip = (label) => el("span", { class: `chip g-${groupOf(label)}`, title: (RUN.labels[label] || ["", ""])[1] }, words(label));

// --- reasons: one tooltip, for the pointer and for the keyboard -------------------------------------------------------

const reasons = new WeakMap();

/** Give an element a reason: lines shown on hover and on focus. */
function explain(node, lines) {
  reasons.set(node, lines.filter(Boolean));
  node.setAttribute("tabindex", "0");
  node.setAttribute("role", "note");
  node.classList.add("has-reason");
  return node;
}

const tip = byId("tip");
let explained = null;

function showReason(node) {
  if (explained === node) return;
  hideReason();
  explained = node;
  const [head, ...rest] = reasons.get(node);
  tip.replaceChildren(told("strong", head), ...rest.map((line) => told("span", line)));
  tip.hidden = false;
  node.setAttribute("aria-describedby", "tip");
  const at = (node.querySelector(".tag") || node).getClientRects()[0] || node.getBoundingClientRect();
  const box = tip.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.width - 8));
  const below = at.bottom + 8 + box.height < innerHeight;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(below ? at.bottom + 8 : Math.max(8, at.top - box.height - 8)) + scrollY}px`;
}

function hideReason() {
  if (explained) explained.removeAttribute("aria-describedby");
  explained = null;
  tip.hidden = true;
}

const reasoned = (target) => (target instanceof Element ? target.closest(".has-reason") : null);
addEventListener("pointerover", (event) => {
  const node = reasoned(event.target);
  if (node) showReason(node);
  else if (explained && explained !== document.activeElement) hideReason();
});
addEventListener("focusin", (event) => {
  const node = event.target instanceof Element && event.target.classList.contains("has-reason") ? event.target : null;
  if (node) showReason(node);
  else hideReason();
});
