// What a person should know before reading any record: in and out, what blocks, causes, removals.

const severity = (name) => el("span", { class: `severity is-${name}` }, name);
const heading = (id, text, lede) =>
  el("div", { class: "head" }, el("h2", { id: `${id}-title` }, text), lede ? el("p", { class: "lede" }, lede) : null);
const examples = (ids) => el("span", { class: "examples" }, ids.map((id) => recordLink(id, titleOf(id))));
const filterButton = (text, wanted) =>
  el("button", { type: "button", class: "plain", on: { click: () => filterBy(wanted) } }, text);

function titleOf(id) {
  const row = ROW_OF.get(id);
  return row ? row.title || row.path || id : id;
}

function showOverview() {
  const { records, characters, statements } = RUN;
  const removed = RUN.removals.reduce((sum, kind) => sum + kind.count, 0);
  const repaired = RUN.repairs.reduce((sum, kind) => sum + kind.count, 0);
  const figure = (count, name, kind) =>
    el("div", { class: `figure ${kind ? `is-${kind}` : ""}` }, el("dt", {}, name), el("dd", {}, number(count)));
  const fact = (value, name) => el("div", {}, el("dt", {}, name), el("dd", {}, value));
  const tongues = Object.entries(RUN.languages);
  const named = tongues.slice(0, 4).map(([tag, count]) => `${tag} ${number(count)}`).join(", ");
  byId("overview").append(
    el("h1", { id: "overview-title", class: "hidden" }, "Cleaning report"),
    el("dl", { class: "sum" },
      figure(records.in, records.in === 1 ? "record in" : "records in"),
      figure(records.accepted, "accepted", "accepted"),
      figure(records.review, "to review", "review"),
      figure(records.rejected, "rejected", "rejected")),
    bar([["accepted", records.accepted], ["review", records.review], ["rejected", records.rejected]], records.in,
      `${records.accepted} accepted, ${records.review} to review, ${records.rejected} rejected`),
    el("dl", { class: "facts" },
      fact(RUN.profile, "profile"),
      fact(percent(characters.text, characters.read), "kept as text"),
      fact(number(removed), "blocks taken out"),
      fact(number(repaired), repaired === 1 ? "repair" : "repairs"),
      fact(number(Object.values(statements).reduce((a, b) => a + b, 0)), "statements"),
      fact(named + (tongues.length > 4 ? ` and ${tongues.length - 4} more` : ""), tongues.length === 1 ? "language" : "languages"),
      records.duplicates ? fact(number(records.duplicates), "duplicates") : null));
}

function showBlocking() {
  const blocking = RUN.issues.filter((finding) => finding.severity === "error");
  const lede = blocking.length
    ? `Profile ${RUN.profile} asks for these; without them a record is held for review.`
    : `Nothing: no record lacks what profile ${RUN.profile} asks for.`;
  const rows = blocking.map((finding) =>
    el("li", {},
      el("p", { class: "amount" }, number(finding.records), el("small", {}, finding.records === 1 ? "record" : "records")),
      el("div", {},
        el("h3", {}, finding.what || words(finding.code), " ", el("code", {}, finding.code)),
        bar([["rejected", finding.records], ["rest", RUN.records.in - finding.records]], RUN.records.in, `${finding.records} of ${RUN.records.in} records`),
        finding.why || finding.mend ? el("p", {}, `${finding.why} ${finding.mend}`.trim()) : null,
        filterButton(`Show ${plural(finding.records, "record", "records")}`, { issue: finding.code }))));
  byId("blocking").append(heading("blocking", "What blocks the profile", lede),
    el("div", { class: "split" }, rows.length ? el("ol", { class: "blocking" }, rows) : el("p", { class: "quiet" }, "Nothing stands in the way."), fieldTable()));
}

const STATUSES = ["given", "found", "inferred", "ambiguous", "absent", "not_assessed"];

function fieldTable() {
  const rows = Object.entries(RUN.fields).map(([field, counts]) => {
    const total = Object.values(counts).reduce((a, b) => a + b, 0);
    const told = STATUSES.filter((s) => counts[s]).map((s) => `${number(counts[s])} ${words(s)}`).join(", ");
    return el("tr", {}, el("th", { scope: "row" }, field),
      el("td", {}, bar(STATUSES.map((s) => [s, counts[s] || 0]), total, told), el("small", {}, told)));
  });
  return el("div", { class: "fieldstate" }, el("h3", {}, "How each field was come by"),
    el("table", {}, el("tbody", {}, rows)),
    el("p", { class: "legend" }, STATUSES.map((s) => el("span", { class: `key is-${s}` }, words(s)))));
}

function showCauses() {
  const total = RUN.causes.length;
  byId("causes").append(heading("causes", "Causes by host",
    total ? "One cause at one host is usually mended once, for all its records." : "No issues were found."));
  if (!total) return;
  const body = el("tbody");
  const row = (cause) => el("tr", {},
    el("td", { class: "amount" }, number(cause.records)),
    el("td", {}, severity(cause.severity)),
    el("td", {}, el("b", {}, whatIs(cause.code)), el("br"), el("code", {}, cause.code)),
    el("td", { class: "host" }, hostOf(cause)),
    el("td", {}, examples(cause.examples)),
    el("td", {}, filterButton("Show", cause.hosts > 1 ? { issue: cause.code } : { issue: cause.code, host: cause.host || "" })));
  const SHOWN = 10;
  body.append(...RUN.causes.slice(0, SHOWN).map(row));
  byId("causes").append(el("div", { class: "wide" }, el("table", { class: "causes" },
    el("thead", {}, el("tr", {}, ["Records", "Severity", "Cause", "Host", "Examples"].map((name) => el("th", { scope: "col" }, name)), el("td"))), body)));
  if (total > SHOWN) {
    const more = el("button", { type: "button", class: "plain" }, `Show ${number(total - SHOWN)} more causes`);
    more.addEventListener("click", () => {
      body.append(...RUN.causes.slice(SHOWN).map(row));
      more.remove();
    });
    byId("causes").append(more);
  }
  if (RUN.causes_left_out)
    byId("causes").append(el("p", { class: "quiet" }, `${number(RUN.causes_left_out)} rarer causes stand in ${RUN.tables.issues}.`));
}

function hostOf(cause) {
  if (cause.hosts > 1) return el("i", {}, `${number(cause.hosts)} hosts, one record each`);
  return cause.host ? said("span", cause.host) : el("i", {}, "no host");
}

function whatIs(code) {
  const finding = RUN.issues.find((one) => one.code === code);
  return (finding && finding.what) || words(code);
}

function showRemovals() {
  const risky = RUN.riskiest_removals;
  const card = (removal) => el("li", { class: `card g-${groupOf(removal.label)}` },
    el("p", { class: "meta" }, chip(removal.label), " ", el("code", { dir: "auto" }, removal.rule || "model"),
      el("span", {}, `sure ${removal.confidence.toFixed(2)}`),
      removal.article === null ? null : el("span", {}, `looks like article ${removal.article.toFixed(2)}`)),
    said("blockquote", removal.text),
    el("p", { class: "from" }, removal.why ? told("span", removal.why, { class: "why" }) : null, recordLink(removal.article_id, titleOf(removal.article_id)),
      removal.times > 1 ? el("span", {}, ` and ${plural(removal.times - 1, "other", "others")}`) : null));
  const most = Math.max(1, ...RUN.removals.map((kind) => kind.count));
  const kinds = RUN.removals.map((kind) => el("tr", {}, el("th", { scope: "row" }, chip(kind.name)),
    el("td", { class: "amount" }, number(kind.count)),
    el("td", { class: "small" }, bar([[kind.group, kind.count], ["rest", most - kind.count]], most, `${kind.count} blocks`)),
    el("td", {}, filterButton("Show", { label: kind.name }))));
  const repairs = RUN.repairs.map((kind) => el("tr", {}, el("th", { scope: "row" }, words(kind.name)),
    el("td", { class: "amount" }, number(kind.count)),
    el("td", { class: "pairs", colspan: "2" }, kind.examples.map(([before, after]) =>
      el("span", { class: "pair" }, said("del", visible(before)), " → ", said("ins", visible(after) || "nothing"))))));
  const list = el("ol", { class: "cards" }, risky.slice(0, 6).map(card));
  const more = risky.length > 6 ? el("button", { type: "button", class: "plain" }, `Show ${risky.length - 6} more`) : null;
  if (more) more.addEventListener("click", () => (list.append(...risky.slice(6).map(card)), more.remove()));
  byId("removals").append(
    heading("removals", "The riskiest removals", risky.length
      ? "Removed blocks that read like prose, least certain first. If one is the article’s, a rule is wrong."
      : "No removed block reads like prose."),
    el("div", { class: "split" }, el("div", {}, list, more),
      el("div", { class: "kinds" },
        textShares(),
        el("h3", {}, "All that was taken out"), el("table", {}, el("tbody", {}, kinds)),
        repairs.length ? [el("h3", {}, "All that was repaired"), el("table", {}, el("tbody", {}, repairs))] : [])));
}

/** The pages of a folder, each with what it holds. */
function showParts() {
  if (!RUN.parts) return byId("parts").remove();
  const row = (part) => el("tr", {},
    el("th", { scope: "row" }, el("a", { href: part.file }, `Page ${number(part.number)}`)),
    el("td", { class: "amount" }, number(part.records)),
    el("td", { class: "small" }, bar(["accepted", "review", "rejected"].map((verdict) => [verdict, part.verdicts[verdict] || 0]), part.records,
      ["accepted", "review", "rejected"].map((verdict) => `${part.verdicts[verdict] || 0} ${verdict}`).join(", "))),
    el("td", {}, said("small", [part.first, part.last].filter(Boolean).join(" … "))));
  document.querySelector(".top nav a[href='#articles']").before(el("a", { href: "#parts" }, "Pages"), " ");
  const body = el("tbody", {}, RUN.parts.slice(0, 20).map(row));
  byId("parts").append(
    heading("parts", "Pages", "Every record stands on one of these pages, in the order of the tables."),
    el("table", { class: "speakers" }, body),
    showMore(RUN.parts.length - 20, "pages", () => body.append(...RUN.parts.slice(20).map(row))) || "");
}

function showFoot() {
  const left = [];
  if (RUN.views_left_out) left.push(`${plural(RUN.views_left_out, "text is", "texts are")} left out of this page to keep it small; see ${RUN.tables.blocks || RUN.tables.articles}.`);
  if (RUN.rows_left_out) left.push(`${plural(RUN.rows_left_out, "record is", "records are")} not listed here; see ${RUN.tables.articles}.`);
  byId("articles-lede").textContent = [RUN.part ? "In the order of the tables." : "Rejected and held records come first.", ...left].join(" ");
  byId("foot").append(
    el("p", {}, `cleaner ${RUN.cleaner_version} · profile ${RUN.profile} · tables beside this page: `,
      Object.values(RUN.tables).map((name, at) => [at ? ", " : "", el("code", {}, name)]).flat()));
}
