// What is seen better than read: the worst records, sources and what they lack, days and gaps, who speaks.

const SHOWN_SOURCES = 12;
const MATRIX_CODES = 10;
const MATRIX_HOSTS = 12;
const hostName = (host) => (host ? said("span", host) : el("i", {}, "no host"));
const nothing = (text) => el("p", { class: "quiet" }, text);

/** A button that appends what is not shown yet, and goes. */
function showMore(count, noun, append) {
  if (count <= 0) return null;
  const more = el("button", { type: "button", class: "plain" }, `Show ${number(count)} more ${noun}`);
  more.addEventListener("click", () => (append(), more.remove()));
  return more;
}

// --- the worst ten, and what fails alike --------------------------------------------------------------------------------

function showWorst() {
  const rows = RUN.worst.map((id) => ROW_OF.get(id)).filter(Boolean);
  const reasons_ = (row) => row.codes.map((code) => RUN.issues[code]).filter((finding) => finding.severity !== "info")
    .map((finding) => el("li", {}, el("span", { class: `dot is-${finding.severity}`, role: "img", "aria-label": finding.severity }), " ", finding.what || words(finding.code)));
  const items = rows.map((row) => el("li", {},
    el("p", { class: "meta" }, el("span", { class: `verdict is-${row.verdict}` }, row.verdict), hostName(row.host)),
    el("p", {}, recordLink(row.id, row.title || row.path || row.id)),
    el("ul", { class: "reasons" }, reasons_(row))));
  const cluster = (one) => el("li", {},
    el("p", { class: "amount" }, number(one.records), one.of > one.records ? el("small", {}, `of ${number(one.of)}`) : null),
    el("div", {},
      el("p", {}, el("span", { class: `dot is-${one.severity}`, role: "img", "aria-label": one.severity }), " ", el("b", {}, whatIs(one.code))),
      el("p", { class: "quiet" }, one.shared === "all" ? "all over the run" : [`${words(one.shared)} `, said("span", one.value)]),
      examples(one.examples)));
  const alike = RUN.patterns;
  const list = el("ol", { class: "clusters" }, alike.slice(0, 5).map(cluster));
  byId("worst").append(
    heading("worst", rows.length > 1 ? `The worst ${rows.length === 10 ? "ten" : rows.length}` : "The worst",
      rows.length ? "Records with the gravest issues. Open one to see its source and every reason." : "No record has an error or a warning."),
    rows.length ? el("div", { class: "split even" }, el("ol", { class: "worst" }, items),
      el("div", {}, el("h3", {}, "What findings have in common"),
        alike.length ? [list, showMore(alike.length - 5, "causes", () => list.append(...alike.slice(5).map(cluster)))] : nothing("No host, section or language stands out."))) : "");
}

// --- sources ------------------------------------------------------------------------------------------------------------

function showSources() {
  const cards = RUN.sources;
  const mean = (card, name) => card.means[name];
  const share = (card, name, wanted) => {
    const value = mean(card, name);
    if (value === undefined) return el("td", { class: "share" }, "–");
    return el("td", { class: `share ${!wanted || value >= 0.9 ? "" : value < 0.5 ? "is-error" : "is-warning"}` }, `${Math.round(100 * value)} %`);
  };
  const row = (card) => {
    const [accepted, rejected] = [mean(card, "accepted") || 0, mean(card, "rejected") || 0];
    const held = Math.max(0, 1 - accepted - rejected);
    return el("tr", {},
      el("th", { scope: "row" }, hostName(card.host)),
      el("td", { class: "amount" }, number(card.records)),
      el("td", { class: "verdicts" }, bar([["accepted", accepted], ["review", held < 1e-9 ? 0 : held], ["rejected", rejected]], 1,
        `${percent(accepted, 1)} accepted, ${percent(held, 1)} to review, ${percent(rejected, 1)} rejected`)),
      share(card, "published", true), share(card, "publisher", true), share(card, "title", true), share(card, "speakers"), share(card, "removed"),
      el("td", { class: "share" }, (mean(card, "repairs") || 0).toFixed(1)),
      el("td", { class: "share" }, el("b", {}, String(Math.round(100 * card.health)))),
      el("td", {}, filterButton("Show", { host: card.host })));
  };
  const body = el("tbody", {}, cards.slice(0, SHOWN_SOURCES).map(row));
  const names = ["Source", "Records", "Verdicts", "Date", "Publisher", "Title", "Speakers", "Taken out", "Repairs", "Health"];
  byId("sources").append(
    heading("sources", "Sources", "How many of each host’s records have what they should, the worst source first; repairs a record; and health, of 100: accepted, with date and publisher."),
    el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Scorecards of sources" }, el("table", { class: "scorecards" },
      el("thead", {}, el("tr", {}, names.map((name) => el("th", { scope: "col" }, name)), el("td"))), body)),
    showMore(cards.length - SHOWN_SOURCES, "sources", () => body.append(...cards.slice(SHOWN_SOURCES).map(row))) || "",
    RUN.sources_left_out ? nothing(`${number(RUN.sources_left_out)} more hosts stand in report.json and the tables.`) : "",
    matrix(cards));
}

/** Issues by rule and host; the ground of a cell is stronger the larger the share of the host's records is. */
function matrix(cards) {
  const codes = RUN.issues.filter((finding) => finding.severity !== "info").slice(0, MATRIX_CODES);
  const hosts = cards.filter((card) => Object.keys(card.issues).length).slice(0, MATRIX_HOSTS);
  if (!codes.length || hosts.length < 2) return "";
  const cell = (finding, card) => {
    const count = card.issues[finding.code] || 0;
    const button = count ? el("button", { type: "button", "aria-label": `${count} of ${card.records}: ${finding.what || finding.code}, ${card.host || "no host"}`,
      on: { click: () => filterBy({ issue: finding.code, host: card.host }) } }, number(count)) : "";
    const node = el("td", { class: `cell is-${finding.severity}` }, button);
    if (count) node.style.setProperty("--share", `${Math.round(6 + (38 * count) / card.records)}%`);
    return node;
  };
  return el("figure", { class: "matrix" },
    el("figcaption", {}, el("h3", {}, "Issues by rule and source"), el("p", { class: "quiet" }, "Records; a stronger ground is a larger share of the source. Press a number to see them.")),
    el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Issues by rule and source" }, el("table", {},
      el("thead", {}, el("tr", {}, el("td"), hosts.map((card) => el("th", { scope: "col" }, hostName(card.host))))),
      el("tbody", {}, codes.map((finding) => el("tr", {},
        el("th", { scope: "row" }, el("span", { class: `dot is-${finding.severity}`, role: "img", "aria-label": finding.severity }), " ", finding.what || words(finding.code)),
        hosts.map((card) => cell(finding, card))))))));
}

// --- days ---------------------------------------------------------------------------------------------------------------

const DAY = 86400000;
const STEPS = [
  { name: "day", most: 62, of: (day) => day, next: (at) => at + DAY },
  { name: "week", most: 70, of: (day) => day - ((new Date(day).getUTCDay() + 6) % 7) * DAY, next: (at) => at + 7 * DAY },
  { name: "month", most: 96, of: (day) => Date.UTC(new Date(day).getUTCFullYear(), new Date(day).getUTCMonth()), next: (at) => Date.UTC(new Date(at).getUTCFullYear(), new Date(at).getUTCMonth() + 1) },
  { name: "year", most: 120, of: (day) => Date.UTC(new Date(day).getUTCFullYear(), 0), next: (at) => Date.UTC(new Date(at).getUTCFullYear() + 1, 0) },
];
const dateText = (at, step) => new Date(at).toLocaleDateString("en-GB", { timeZone: "UTC", year: "numeric",
  month: step === "year" ? undefined : "long", day: step === "day" || step === "week" ? "numeric" : undefined });

/** Days as bins of equal step; the few records far off either end are counted apart, so that one slip squeezes nothing. */
function bins() {
  const days = Object.entries(RUN.days).filter(([day]) => /^\d{4}-\d\d-\d\d$/.test(day)).map(([day, count]) => [Date.parse(day), count]).filter(([at]) => !Number.isNaN(at));
  const total = days.reduce((sum, [, count]) => sum + count, 0);
  if (!total) return null;
  let [low, high] = [0, days.length - 1];
  for (let seen = 0; seen + days[low][1] <= total * 0.01; low += 1) seen += days[low][1];
  for (let seen = 0; seen + days[high][1] <= total * 0.01; high -= 1) seen += days[high][1];
  const inside = days.slice(low, high + 1);
  const [first, last] = [inside[0][0], inside[inside.length - 1][0]];
  const width = (step) => { let n = 1; for (let at = step.of(first); at < step.of(last) && n <= step.most; at = step.next(at)) n += 1; return n; };
  const step = STEPS.find((one) => width(one) <= one.most) || STEPS[STEPS.length - 1];
  const counts = new Map();
  for (let at = step.of(first); at <= step.of(last) && counts.size < 400; at = step.next(at)) counts.set(at, 0);
  for (const [day, count] of inside) if (counts.has(step.of(day))) counts.set(step.of(day), counts.get(step.of(day)) + count);
  const outside = (part) => part.reduce((sum, [, count]) => sum + count, 0);
  return { step: step.name, next: step.next, total, bins: [...counts], before: outside(days.slice(0, low)), after: outside(days.slice(high + 1)) };
}

/** Runs of empty bins between full ones, longest first. */
function gapsOf(found) {
  const gaps = [];
  let start = null;
  for (const [at, count] of found.bins) {
    if (count && start !== null) gaps.push({ from: start.at, to: at, length: start.length });
    if (count) start = null;
    else start = start ? { at: start.at, length: start.length + 1 } : { at, length: 1 };
  }
  return gaps.sort((a, b) => b.length - a.length);
}

function showDays() {
  const found = bins();
  const none = RUN.days[""] || 0;
  const missing = none ? `${plural(none, "record has", "records have")} no date. ` : "";
  const title = (text) => heading("days", "Dates", text);
  if (!found) return void byId("days").append(title("No record has a day of publication."));
  const most = Math.max(...found.bins.map(([, count]) => count));
  const gaps = gapsOf(found).filter((gap) => gap.length > 1 || found.step !== "day");
  const span = (gap) => `${dateText(gap.from, found.step)} to ${dateText(gap.to - DAY, found.step)}`;
  const ends = [dateText(found.bins[0][0], found.step), dateText(found.bins[found.bins.length - 1][0], found.step)];
  const told = `${plural(found.total, "record", "records")} by ${found.step}, from ${ends[0]} to ${ends[1]}; at most ${number(most)} in one ${found.step}; ` +
    (gaps.length ? `${plural(gaps.length, "gap", "gaps")}, the longest ${span(gaps[0])}` : "no gap");
  const columns = found.bins.map(([at, count]) => {
    const column = el("span", { class: count ? "column" : "column is-empty", title: `${dateText(at, found.step)}: ${plural(count, "record", "records")}` });
    column.style.setProperty("--height", `${count ? Math.max(2, (100 * count) / most) : 0}%`);
    return column;
  });
  const rows = found.bins.filter(([, count]) => count).map(([at, count]) => el("tr", {}, el("th", { scope: "row" }, dateText(at, found.step)), el("td", { class: "amount" }, number(count))));
  const beside = [found.before ? `${plural(found.before, "record lies", "records lie")} earlier.` : "", found.after ? `${plural(found.after, "record lies", "records lie")} later.` : ""].filter(Boolean).join(" ");
  byId("days").append(
    title(`Records by ${found.step} of publication. ${missing}${beside}`),
    el("figure", { class: "days" },
      el("p", { class: "scale" }, number(most)),
      el("div", { class: "columns-plot", role: "img", "aria-label": told }, columns),
      el("p", { class: "ends" }, el("span", {}, ends[0]), el("span", {}, ends[1])),
      el("figcaption", {}, gaps.length ? [el("b", {}, plural(gaps.length, "gap", "gaps")), ": ", gaps.slice(0, 3).map(span).join("; "), gaps.length > 3 ? " …" : ""] : "No gap."),
      el("details", {}, el("summary", {}, "As a table"), el("table", { class: "plain-table" }, el("tbody", {}, rows)))));
}

// --- speakers -----------------------------------------------------------------------------------------------------------

const MANNERS = [["quoted", "quoted"], ["partly_quoted", "quoted in part"], ["paraphrased", "paraphrased"]];
const MANNER_OF = { direct: "quoted", mixed: "quoted in part", indirect: "paraphrased" };

function showSpeakers() {
  const voices = RUN.who_speaks;
  const total = RUN.statements.statement || 0;
  const most = Math.max(1, ...voices.map((one) => one.statements));
  const groups = voices.map((one) => speakerRows(one, most));
  const table = el("table", { class: "speakers" }, el("thead", {}, el("tr", {}, [["Speaker", ""], ["Statements", "amount"], ["", "small"], ["Records", "amount articles"], ["Sources", "of"], ["", ""]].map(
    ([name, kind]) => el(name ? "th" : "td", { scope: name ? "col" : null, class: kind || null }, name)))), groups.slice(0, 12));
  const key = el("p", { class: "legend" }, MANNERS.map(([kind, name]) => el("span", {}, el("i", { class: `swatch is-${kind}` }), name)));
  byId("speakers").append(
    heading("speakers", "Who speaks", total ? `${plural(total, "statement", "statements")}; the ${plural(voices.length, "speaker", "speakers")} with the most. Copies and rejected records do not count here.` : "No statement was read."),
    ...(voices.length ? [key, table] : []),
    showMore(groups.length - 12, "speakers", () => table.append(...groups.slice(12))) || "");
}

/** One speaker: how often and how, by which sources, with the passages below. */
function speakerRows(one, most) {
  const sources = Object.entries(one.sources).sort(([a], [b]) => !a - !b);
  const told = MANNERS.map(([kind, name]) => `${number(one[kind])} ${name}`).join(", ");
  const passages = el("tr", { class: "passages", hidden: true });
  const toggle = el("button", { type: "button", class: "plain", "aria-expanded": "false" }, "Passages");
  toggle.addEventListener("click", () => {
    if (!passages.firstChild) passages.append(el("td", { colspan: "6" }, passageList(one)));
    passages.hidden = !passages.hidden;
    toggle.setAttribute("aria-expanded", String(!passages.hidden));
  });
  return el("tbody", {}, el("tr", {},
    el("th", { scope: "row" }, said("span", one.speaker), one.party ? said("small", ` ${one.party}`) : null),
    el("td", { class: "amount" }, number(one.statements)),
    el("td", { class: "small" }, bar([...MANNERS.map(([kind]) => [kind, one[kind]]), ["rest", most - one.statements]], most, told)),
    el("td", { class: "amount articles" }, number(one.articles)),
    el("td", { class: "of" }, sources.slice(0, 3).map(([source, count], at) => [at ? ", " : "", source ? said("span", source) : el("span", {}, "no source"), ` ${number(count)}`]).flat(),
      sources.length > 3 ? ` and ${number(sources.length - 3)} more` : null),
    el("td", {}, one.passages.length ? toggle : null, filterButton("Show", { search: one.speaker }))), passages);
}

function passageList(one) {
  const item = ([id, source, day, manner, text]) => el("li", {}, said("blockquote", text),
    el("p", { class: "from" }, el("span", {}, MANNER_OF[manner] || "paraphrased"), source ? said("span", source) : null, day ? el("span", {}, day) : null, recordLink(id, titleOf(id))));
  const left = one.statements - one.passages.length;
  return [el("ul", {}, one.passages.map(item)), left > 0 ? el("p", { class: "from" }, `and ${plural(left, "passage", "passages")} more in ${RUN.tables.statements}`) : null];
}

/** All characters that were read: kept, and taken out by kind. */
function textShares() {
  const out = {};
  for (const kind of RUN.removals) out[kind.group] = (out[kind.group] || 0) + kind.chars;
  const read = RUN.characters.read;
  const kept = Math.max(0, read - Object.values(out).reduce((a, b) => a + b, 0));
  if (!read) return "";
  const parts = [["kept", kept], ...["noise", "metadata", "media", "residue"].map((group) => [group, out[group] || 0])].filter(([, chars]) => chars);
  return el("div", { class: "shares" }, el("h3", {}, "All text that was read"),
    bar(parts.map(([name, chars]) => [name === "kept" ? "accepted" : name, chars]), read, parts.map(([name, chars]) => `${name} ${percent(chars, read)}`).join(", ")),
    el("p", { class: "legend" }, parts.map(([name, chars]) => el("span", { class: name === "kept" ? "key is-accepted" : `key g-${name}` }, `${name} ${percent(chars, read)}`))));
}
