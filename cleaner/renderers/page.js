// The list of records, its filters, the keyboard and deep links.

const ROWS = RUN.articles.map(([id, path, title, host, verdict, language, published, publisher, duplicate, codes, labels, view, part]) =>
  ({ id, path, title, host, verdict, language, published, publisher, duplicate, codes, labels, view, part }));
const ROW_OF = new Map(ROWS.map((row) => [row.id, row]));
const CHUNK = 100;
const controls = { search: byId("search"), verdict: byId("by-verdict"), host: byId("by-host"), issue: byId("by-issue"), label: byId("by-label") };
const view = byId("view");
const list = byId("list");
const listed = byId("rows");
let matching = ROWS;
let drawn = 0;
let current = null;

// --- filters ----------------------------------------------------------------------------------------------------------

function fillFilters() {
  const option = (value, text) => el("option", { value }, text);
  const fill = (select, all, options) => select.append(option("", all), ...options.map(([value, text]) => option(value, text)));
  const { records } = RUN;
  fill(controls.verdict, "any", ["rejected", "review", "accepted"].filter((v) => records[v]).map((v) => [v, `${v} (${number(records[v])})`]));
  fill(controls.host, "any", Object.entries(RUN.hosts).slice(0, 500).map(([host, count]) => [`h:${host}`, `${host || "no host"} (${number(count)})`]));
  fill(controls.issue, "any", RUN.issues.map((finding) => [finding.code, `${finding.code} (${number(finding.records)})`]));
  fill(controls.label, "any", RUN.removals.map((kind) => [kind.name, `${words(kind.name)} (${number(kind.records)})`]));
}

function matches() {
  const wanted = controls.search.value.trim().toLowerCase();
  const asJson = JSON.stringify(wanted).slice(1, -1).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
  const verdict = controls.verdict.value;
  const host = controls.host.value;
  const code = RUN.issues.findIndex((finding) => finding.code === controls.issue.value);
  const label = RUN.removals.findIndex((kind) => kind.name === controls.label.value);
  return ROWS.filter((row) =>
    (!verdict || row.verdict === verdict) && (!host || `h:${row.host || ""}` === host) &&
    (code < 0 || row.codes.includes(code)) && (label < 0 || row.labels.includes(label)) &&
    (!wanted || [row.title, row.host, row.path, row.id, row.publisher].some((text) => text && text.toLowerCase().includes(wanted)) ||
      (row.view >= 0 && byId(`view-${row.view}`).textContent.toLowerCase().includes(asJson))));
}

function refresh() {
  matching = matches();
  drawn = 0;
  listed.replaceChildren();
  draw();
  const filtered = matching.length !== ROWS.length || Object.values(controls).some((control) => control.value);
  byId("count").textContent = filtered ? `${number(matching.length)} of ${number(ROWS.length)}` : plural(ROWS.length, "record", "records");
  byId("clear").hidden = !filtered;
  if (!matching.length) listed.append(el("li", { class: "quiet" }, "No record matches. Clear a filter."));
}

function filterBy(wanted) {
  byId("filters").reset();
  if (wanted.issue) controls.issue.value = wanted.issue;
  if (wanted.label) controls.label.value = wanted.label;
  if (wanted.search) controls.search.value = wanted.search;
  if (wanted.host !== undefined) controls.host.value = `h:${wanted.host}`;
  refresh();
  if (matching[0]) open(matching[0], { narrow: false });
  byId("articles").scrollIntoView();
}

// --- the list: drawn in pieces as one scrolls ---------------------------------------------------------------------------

function rowNode(row, at) {
  const grave = row.codes.map((code) => RUN.issues[code]).filter((finding) => finding.severity !== "info");
  return el("li", { "aria-setsize": matching.length, "aria-posinset": at + 1 },
    el("a", { href: `#${encodeURIComponent(row.id)}`, "data-id": row.id, "aria-current": row === current ? "true" : null },
      el("span", { class: `dot is-${row.verdict}`, role: "img", "aria-label": row.verdict }),
      said("b", row.title || row.path || row.id),
      el("span", { class: "under" }, said("span", row.host || "no host"), el("span", {}, row.published ? row.published.slice(0, 10) : "no date")),
      grave.length ? told("span", grave.map((finding) => finding.what || words(finding.code)).join("; "), { class: "why" }) : null));
}

function draw() {
  const from = drawn;
  drawn = Math.min(matching.length, drawn + CHUNK);
  listed.append(...matching.slice(from, drawn).map((row, at) => rowNode(row, from + at)));
}

function ensureDrawn(row) {
  const at = matching.indexOf(row);
  while (at >= drawn && drawn < matching.length) draw();
}

new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && drawn < matching.length && draw(), { root: null, rootMargin: "600px" })
  .observe(list.appendChild(el("div", { class: "end" })));
list.addEventListener("scroll", () => list.scrollTop + list.clientHeight > list.scrollHeight - 600 && drawn < matching.length && draw(), { passive: true });

// --- one record at a time ------------------------------------------------------------------------------------------------

const rowLink = (row) => row && listed.querySelector(`[data-id="${CSS.escape(row.id)}"]`);
const wide = () => matchMedia("(min-width: 60rem)").matches;

function open(row, { narrow = true, say = true } = {}) {
  const before = rowLink(current);
  if (before) before.removeAttribute("aria-current");
  current = row;
  ensureDrawn(row);
  const now = rowLink(row);
  if (now) {
    now.setAttribute("aria-current", "true");
    if (wide()) keepInSight(now);
  }
  hideReason();
  showArticle(row, view);
  view.prepend(el("button", { type: "button", class: "plain back", on: { click: back } }, "All records"));
  byId("reader").classList.toggle("opened", narrow);
  if (say) history.replaceState(null, "", `#${encodeURIComponent(row.id)}`);
}

function keepInSight(node) {
  const top = node.offsetTop;
  if (top < list.scrollTop) list.scrollTop = top - 8;
  else if (top + node.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + node.offsetHeight - list.clientHeight + 8;
}

function back() {
  byId("reader").classList.remove("opened");
  const at = rowLink(current);
  if (at) at.focus();
}

function into() {
  const title = byId("view-title");
  if (title) title.focus({ preventScroll: true });
  view.scrollIntoView();
}

function step(by) {
  if (!matching.length) return;
  const at = matching.indexOf(current);
  const next = matching[Math.max(0, Math.min(matching.length - 1, at < 0 ? 0 : at + by))];
  open(next);
  const top = byId("reader").getBoundingClientRect().top;
  if (top < 0 || top > innerHeight / 2) byId("reader").scrollIntoView();
  const to = rowLink(next);
  if (to && wide()) to.focus({ preventScroll: true });
}

listed.addEventListener("click", (event) => {
  const at = event.target instanceof Element && event.target.closest("a[data-id]");
  if (!at || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  open(ROW_OF.get(at.dataset.id));
  if (event.detail === 0) into();
  else if (!wide()) byId("reader").scrollIntoView();
  else if (byId("reader").getBoundingClientRect().top < 0) byId("reader").scrollIntoView();
});

function fromAddress() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    return false;
  }
  const row = ROW_OF.get(id);
  if (!row) return false;
  if (!matching.includes(row)) {
    byId("filters").reset();
    refresh();
  }
  open(row, { say: false });
  byId("reader").scrollIntoView();
  return true;
}

// --- keyboard and theme ----------------------------------------------------------------------------------------------------

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
  const typing = event.target instanceof Element && event.target.matches("input, select, textarea");
  if (event.key === "Escape") {
    if (!tip.hidden) hideReason();
    else if (event.target === controls.search) controls.search.blur();
    else if (view.contains(event.target)) back();
    return;
  }
  if (typing) {
    if (event.key === "Enter" && event.target === controls.search && matching[0]) event.preventDefault(), open(matching[0]), into();
    return;
  }
  const acts = { j: () => step(1), k: () => step(-1), "/": () => (controls.search.focus(), controls.search.select()), "?": () => byId("help").showModal() };
  if (acts[event.key]) {
    event.preventDefault();
    acts[event.key]();
  }
});

byId("help-open").addEventListener("click", () => byId("help").showModal());

function theme(name) {
  if (name) document.documentElement.dataset.theme = name;
  const dark = name ? name === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  byId("theme").setAttribute("aria-pressed", String(dark));
  return dark;
}

byId("theme").addEventListener("click", () => {
  const name = theme(document.documentElement.dataset.theme) ? "light" : "dark";
  theme(name);
  try {
    localStorage.setItem("cleaner-theme", name);
  } catch {
    // a page opened from a file may have no storage; the choice then holds for this visit
  }
});

function remembered() {
  try {
    const name = localStorage.getItem("cleaner-theme");
    return name === "dark" || name === "light" ? name : "";
  } catch {
    return "";
  }
}

let pause = 0;
const form = byId("filters");
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", (event) => event.target !== controls.search && refresh());
form.addEventListener("reset", () => setTimeout(refresh));
controls.search.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(refresh, 150);
});
addEventListener("hashchange", fromAddress);

theme(remembered());
/** A page of a folder shows records alone, and leads back to the whole. */
function showPart() {
  for (const id of ["overview", "worst", "blocking", "causes", "sources", "days", "removals", "speakers", "parts"]) byId(id).remove();
  document.querySelector(".top nav").replaceChildren(el("a", { href: "index.html" }, "Whole report"), el("a", { href: "#articles" }, "Records"));
  byId("articles-title").textContent = `Records, page ${number(RUN.part)}`;
}

function showWhole() {
  showOverview();
  showWorst();
  showBlocking();
  showCauses();
  showSources();
  showDays();
  showRemovals();
  showSpeakers();
  showParts();
}

if (RUN.part) showPart();
else showWhole();
showFoot();
fillFilters();
refresh();
if (!fromAddress() && ROWS.length) open(ROWS[0], { narrow: false, say: false });
document.documentElement.dataset.ready = "yes";
