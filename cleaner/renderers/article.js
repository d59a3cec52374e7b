// One record: its source with what was taken out and repaired, and the evidence, issues and statements beside it.

const S = RUN.strings;
const MARK = Object.fromEntries(RUN.mark_kinds.map((kind, at) => [kind, at]));
const FIELD_NAMES = ["title", "published", "publisher", "agencies", "authors", "speakers", "url", "photo_sources", "modified"];
const SAME_FIELD = { author: "authors", source: "agencies", agency: "agencies", speaker: "speakers", photo_source: "photo_sources" };
const FOLD_FROM = 6;
const FOLD_TO = 3;
const INVISIBLE = { " ": "·", "\u00a0": "␣", "\u202f": "␣", "\t": "⇥", "\n": "↵", "\r": "␍", "\u200b": "∅", "\u00ad": "‐", "\ufeff": "∅" };

/** Show what has no ink: spaces alone, or the special ones among letters. */
function visible(text) {
  const blank = !/\S/u.test(text);
  return Array.from(text, (c) => (c !== " " || blank ? INVISIBLE[c] || c : c)).join("");
}

/** Keep a text's direction from reaching what stands beside it on a line. */
const apart = (text) => `\u2068${text}\u2069`;

const sure = (confidence) => (typeof confidence === "number" ? `confidence ${confidence.toFixed(2)}` : "");

/** Render one record into the view. */
function showArticle(row, target) {
  const source = row.view < 0 ? null : byId(`view-${row.view}`);
  const data = source ? JSON.parse(source.textContent) : null;
  const nodes = [articleHead(row, data)];
  if (row.part) nodes.push(el("p", { class: "notice" }, "The source of this record stands on another page of this folder: ",
    el("a", { href: `part-${String(row.part).padStart(5, "0")}.html#${encodeURIComponent(row.id)}` }, `page ${number(row.part)}`), "."));
  else if (!data) nodes.push(el("p", { class: "notice" }, `The text of this record was left out to keep the page small. It stands in ${RUN.tables.blocks || RUN.tables.articles}, article_id ${row.id}.`));
  else {
    const text = sourceText(data);
    nodes.push(el("div", { class: "columns" },
      el("div", { class: "source" }, data.blocks.length ? sourceTools(data, text) : null, text),
      el("aside", { "aria-label": "What was read from it" }, issueList(data, text), fieldList(row, data, text), statementList(data, text))));
  }
  target.replaceChildren(...nodes);
}

function articleHead(row, data) {
  const facts = data ? data.facts : {};
  const copy = el("button", { type: "button", class: "plain" }, "Copy link");
  copy.addEventListener("click", () => {
    if (navigator.clipboard) navigator.clipboard.writeText(location.href).then(() => (copy.textContent = "Copied"), () => {});
  });
  return el("header", {},
    el("p", { class: "meta" }, el("span", { class: `verdict is-${row.verdict}` }, row.verdict),
      row.host ? said("span", row.host) : null, el("span", {}, row.language),
      facts.truncated ? el("span", { class: "severity is-warning" }, "truncated") : null,
      row.duplicate ? el("span", {}, "copy of ", recordLink(row.duplicate, row.duplicate)) : null),
    said("h3", row.title || "No title", { id: "view-title", tabindex: "-1", class: row.title ? "" : "none" }),
    facts.url ? el("p", { class: "at" }, link(facts.url)) : null,
    el("p", { class: "at" }, row.path ? said("code", row.path) : null, said("code", row.id), copy));
}

// --- the source -------------------------------------------------------------------------------------------------------

function sourceTools(data, text) {
  const counts = {};
  for (const [label] of data.blocks) counts[groupOf(S[label])] = (counts[groupOf(S[label])] || 0) + 1;
  const only = el("button", { type: "button", class: "toggle", "aria-pressed": "false" }, "Kept text only");
  only.addEventListener("click", () => {
    const on = only.getAttribute("aria-pressed") !== "true";
    only.setAttribute("aria-pressed", String(on));
    text.classList.toggle("kept-only", on);
  });
  const key = (group, name) => (counts[group] ? el("span", { class: `key g-${group}` }, `${name} ${counts[group]}`) : null);
  return el("div", { class: "tools" },
    el("p", { class: "legend" }, el("span", { class: "key g-kept" }, "kept"), key("noise", "noise"), key("metadata", "metadata"),
      key("media", "media"), key("residue", "residue"),
      data.repairs.length ? el("span", { class: "key g-repair" }, plural(data.repairs.length, "repair", "repairs")) : null), only);
}

function sourceText(data) {
  const kept = new Set(["", "lead", "subheading", "body", "title", "kicker"]);
  const box = el("div", { class: "text", role: "group", "aria-label": "Source text" });
  for (let at = 0; at < data.blocks.length; ) {
    let end = at;
    while (end < data.blocks.length && !kept.has(S[data.blocks[end][0]])) end += 1;
    if (end === at) {
      box.append(blockNode(data, data.blocks[at], true));
      at += 1;
      continue;
    }
    const nodes = data.blocks.slice(at, end).map((block) => blockNode(data, block, false));
    if (nodes.length > FOLD_FROM) {
      const rest = el("div", { class: "folded", hidden: true }, nodes.slice(FOLD_TO));
      const open = el("button", { type: "button", class: "plain fold" }, `Show ${nodes.length - FOLD_TO} more removed blocks`);
      open.addEventListener("click", () => unfold(rest));
      box.append(...nodes.slice(0, FOLD_TO), open, rest);
    } else box.append(...nodes);
    at = end;
  }
  if (!data.blocks.length) box.append(el("p", { class: "quiet" }, "This record has no readable text."));
  return box;
}

function unfold(rest) {
  if (!rest.hidden) return;
  rest.hidden = false;
  rest.previousElementSibling.remove();
}

function blockNode(data, block, isKept) {
  const [labelAt, text, rule, why, confidence, article, element, language, marks] = block;
  const label = S[labelAt];
  const lines = [`${isKept ? "Kept" : "Taken out"}: ${words(label || "text")}`, S[why],
    [S[rule], sure(confidence), typeof article === "number" ? `looks like article ${article.toFixed(2)}` : ""].filter(Boolean).join(" · ")];
  const tag = el("span", { class: "tag" }, words(label || "text"));
  const body = el("div", { class: "words", dir: direction(text), lang: S[language] === "und" ? null : S[language] }, ...segments(data, text, marks));
  const node = el("div", { class: `block ${isKept ? "kept" : "out"} g-${isKept ? "kept" : groupOf(label)} is-${label} el-${S[element]}` }, tag, body);
  explain(isKept ? tag : node, lines);
  return node;
}

/** Cut a block's text where marks begin and end; a repair stays whole. */
function segments(data, text, marks) {
  const chars = Array.from(text);
  const repairs = marks.filter((mark) => mark[2] === MARK.repair);
  const cuts = new Set([0, chars.length]);
  for (const [start, end] of marks) cuts.add(start).add(end);
  for (const [start, end] of repairs) for (const cut of [...cuts]) if (cut > start && cut < end) cuts.delete(cut);
  const edges = [...cuts].sort((a, b) => a - b);
  const nodes = [];
  const starts = marks.filter((mark) => mark[2] !== MARK.repair);
  let open = [];
  let next = 0;
  edges.forEach((start, at) => {
    const gone = repairs.filter((mark) => mark[0] === start && mark[1] === start);
    if (gone.length) nodes.push(repairNode(data, gone, ""));
    const end = edges[at + 1];
    if (end === undefined) return;
    while (next < starts.length && starts[next][0] < end) open.push(starts[next++]);
    open = open.filter((mark) => mark[1] > start);
    const refs = open.map((mark) => `${mark[2]}.${mark[3]}`);
    const piece = chars.slice(start, end).join("");
    const made = repairs.filter((mark) => mark[0] === start && mark[1] > start);
    const flagged = open.filter((mark) => mark[2] === MARK.flag);
    let node = made.length ? repairNode(data, made, piece) : null;
    if (!node && refs.length) node = el("span", { class: "seg" }, piece);
    if (node && refs.length) node.setAttribute("data-refs", refs.join(" "));
    if (node && flagged.length && !made.length) {
      const [kind, suggestion, rule, why, confidence] = data.flags[flagged[0][3]];
      node.classList.add("flag");
      explain(node, [`Left as it is: ${words(S[kind])}`, S[why], suggestion ? `perhaps ${apart(visible(suggestion))}` : "", [S[rule], sure(confidence)].filter(Boolean).join(" · ")]);
    }
    nodes.push(node || piece);
  });
  return nodes;
}

function repairNode(data, made, piece) {
  const chain = made.map((mark) => data.repairs[mark[3]]);
  const before = chain[0][0];
  const inkless = !/\S/u.test(before + piece);
  const node = el("span", { class: `repair seg ${inkless ? "inkless" : ""}` }, el("del", { class: /[\p{L}\p{N}]/u.test(before) ? null : "dot-like" }, visible(before)), piece ? el("ins", {}, /\S/u.test(piece) ? piece : visible(piece)) : null);
  return explain(node, [`Repaired: ${words(S[chain[0][2]] || "text")}`, ...chain.flatMap(([was, is, , rule, why, confidence]) =>
    [`${apart(visible(was))} → ${apart(visible(is) || "nothing")}`, S[why], [S[rule], sure(confidence)].filter(Boolean).join(" · ")])]);
}

// --- pointing into it -------------------------------------------------------------------------------------------------

const nodesOf = (text, kind, item) => [...text.querySelectorAll(`[data-refs~="${MARK[kind]}.${item}"]`)];

/** Light up the places of some marks, and go to the first. */
function point(text, kinds, item, go) {
  for (const node of text.querySelectorAll(".lit, .lit-strong")) node.classList.remove("lit", "lit-strong");
  let first = null;
  for (const [kind, name] of kinds)
    for (const node of nodesOf(text, kind, item)) {
      node.classList.add(name);
      first = first || node;
    }
  if (!first || !go) return first;
  text.classList.remove("kept-only");
  const folded = first.closest(".folded");
  if (folded) unfold(folded);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  first.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  return first;
}

/** Make a button point at places in the text: pressed, it stays lit. */
function pointer(button, text, kinds, item) {
  if (!kinds.some(([kind]) => nodesOf(text, kind, item).length)) {
    button.classList.add("nowhere");
    return button;
  }
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    const view = button.closest("aside");
    for (const other of view.querySelectorAll("[aria-pressed=true]")) other.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-pressed", String(on));
    point(text, on ? kinds : [], item, on);
  });
  button.setAttribute("aria-pressed", "false");
  return button;
}

const GRAVITY = { error: 0, warning: 1, info: 2 };

function issueList(data, text) {
  if (!data.issues.length) return null;
  const items = data.issues.map((issue, at) => [issue, at]).sort(([a], [b]) => GRAVITY[S[a[2]]] - GRAVITY[S[b[2]]])
    .map(([[code, , grave, message, line], at]) =>
      el("li", { "data-grave": S[grave] }, pointer(el("button", { type: "button", class: "item" },
        el("span", { class: "row" }, severity(S[grave]), el("code", {}, S[code]), line ? el("small", {}, `line ${line}`) : null),
        told("span", message)), text, [["issue", "lit"]], at)));
  const notes = items.filter((item) => item.dataset.grave === "info");
  const grave = items.filter((item) => item.dataset.grave !== "info");
  const list = el("ul", { class: "items" }, grave);
  const section = el("section", {}, el("h4", {}, "Issues"), list);
  if (grave.length && notes.length > 1) {
    const more = el("button", { type: "button", class: "plain" }, `Show ${notes.length} notes`);
    more.addEventListener("click", () => (list.append(...notes), more.remove()));
    section.append(more);
  } else list.append(...notes);
  return section;
}

function fieldList(row, data, text) {
  const grouped = new Map(FIELD_NAMES.map((name) => [name, []]));
  data.evidence.forEach((one, at) => {
    const name = SAME_FIELD[S[one[0]]] || S[one[0]];
    if (!grouped.has(name)) grouped.set(name, []);
    grouped.get(name).push([one, at]);
  });
  const items = [];
  for (const [name, found] of grouped) {
    const value = name === "title" ? row.title : data.facts[name];
    const status = data.facts[`${name}_status`];
    if (!found.length && !value && !status) continue;
    const shown = Array.isArray(value) ? value.join(", ") : value;
    const open = el("button", { type: "button", class: "item field", "aria-expanded": "false" },
      el("span", { class: "row" }, el("b", {}, words(name)), status ? el("span", { class: `key is-${status}` }, words(status)) : null),
      shown ? said("span", String(shown)) : el("i", {}, "none"));
    const list = el("ul", { class: "evidence", hidden: true },
      found.length ? found.map(([one, at]) => evidenceItem(one, at, text)) : el("li", { class: "quiet" }, "No candidate was seen."));
    open.addEventListener("click", () => {
      const on = list.hidden;
      list.hidden = !on;
      open.setAttribute("aria-expanded", String(on));
      const best = found.find(([one, at]) => one[2] && nodesOf(text, "evidence", at).length);
      if (on && best) list.querySelector(`[data-at="${best[1]}"]`).click();
      else if (!on) point(text, [], 0, false);
    });
    items.push(el("li", {}, open, list));
  }
  const kept = data.kept.map(([name, value]) => el("li", {}, el("div", { class: "item" }, el("span", { class: "row" }, said("b", name), el("span", { class: "key" }, "kept column")), said("span", value))));
  return el("section", {}, el("h4", {}, "Fields and their evidence"), el("ul", { class: "items" }, items, kept));
}

function evidenceItem([, value, chosen, role, why, confidence], at, text) {
  const button = el("button", { type: "button", class: `item ${chosen ? "chosen" : ""}`, "data-at": at },
    el("span", { class: "row" }, el("span", { class: "tick", "aria-label": chosen ? "chosen" : "not chosen" }, chosen ? "✓" : "·"), said("b", value)),
    told("small", [words(S[role]), S[why], sure(confidence)].filter(Boolean).join(" · ")));
  return el("li", {}, pointer(button, text, [["evidence", "lit"]], at));
}

function statementList(data, text) {
  if (!data.statements.length) return null;
  const kinds = [["statement", "lit"], ["cue", "lit-strong"], ["speaker", "lit-strong"]];
  const items = data.statements.map(([speaker, others, via, addressee, words_, mode, kind, confidence, rule, place], at) => {
    const who = [speaker, ...others.filter((name) => !speaker || !speaker.includes(name))].filter(Boolean).join(", ");
    return el("li", {}, pointer(el("button", { type: "button", class: `item statement kind-${S[kind]}` },
      el("span", { class: "row" }, who ? said("b", who) : el("i", {}, "speaker unknown"),
        via.length ? told("span", `via ${via.join(" via ")}`, { class: "via" }) : null,
        addressee ? told("span", `to ${addressee}`, { class: "via" }) : null),
      said("span", words_, { class: "quoted" }),
      el("small", {}, [words(S[mode]), words(S[kind]), S[place] === "text" ? "" : `in ${S[place]}`, sure(confidence), S[rule]].filter(Boolean).join(" · "))), text, kinds, at));
  });
  return el("section", {}, el("h4", {}, `Statements `, el("small", {}, String(items.length))), el("ul", { class: "items" }, items));
}
