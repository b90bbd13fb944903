// Replay and audit: asked for here, done by the processor whose page this is.

import { get, post, remove, SignedOut } from "./api.js";
import { announce, h, table } from "./dom.js";
import { count, dateTime } from "./format.js";

const REFRESH_MS = 1000;
const PLACES = "beginning, a time (2026-01-31T08:00:00Z), how long ago (90m, 12h) or offsets (0:1742,3:90)";

export async function jobsPage(page, _, again) {
  const list = h("div");
  let shown = "";
  let states = new Map();

  async function draw() {
    const { jobs } = await get("api/jobs");
    const text = JSON.stringify(jobs);
    if (text !== shown) {
      shown = text;
      list.replaceChildren(...(jobs.length ? jobs.map((job) => jobCard(job, draw)) : [h("p", { class: "empty" }, "None since this processor was started.")]));
    }
    for (const job of jobs) {
      if (states.get(job.id) === "running" && job.state !== "running") {
        announce(`${job.kind} ${job.state}`);
      }
    }
    states = new Map(jobs.map((job) => [job.id, job.state]));
  }

  page.append(
    h("h1", { tabindex: "-1" }, "Replay & audit"),
    h("p", { class: "lead" }, "Both read call-events again, beside the processors. Neither starts a dialogue."),
    h("div", { class: "cards" }, replayForm(draw), auditForm(draw)),
    h("section", { class: "card", "aria-labelledby": "jobs" }, h("h2", { id: "jobs" }, "Asked for"), list),
  );
  await draw();
  const timer = setInterval(() => {
    if (!document.hidden) {
      draw().catch((problem) => {
        if (problem instanceof SignedOut) {
          clearInterval(timer);
          again();
        }
      });
    }
  }, REFRESH_MS);
  return () => clearInterval(timer);
}

function field(id, label, value, note) {
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    h("input", { id, name: id, value, spellcheck: "false", autocapitalize: "off", autocomplete: "off", "aria-describedby": note ? `${id}-note` : null }),
    note ? h("p", { class: "note", id: `${id}-note` }, note) : null,
  );
}

function check(id, label, checked) {
  return h("label", { class: "check", for: id }, h("input", { type: "checkbox", id, checked }), ` ${label}`);
}

function replayForm(draw) {
  return form("Replay", "Applies what the database does not hold yet.", draw, [
    field("replay-from", "From", "1h", PLACES),
    field("replay-call", "Only call_id", ""),
    check("replay-dry", "Count only, change nothing", true),
  ], () => ({
    kind: "replay",
    from: value("replay-from"),
    call_id: value("replay-call"),
    dry_run: document.getElementById("replay-dry").checked,
  }));
}

function auditForm(draw) {
  return form("Audit", "Names each field that the database holds otherwise than the topic says.", draw, [
    field("audit-from", "From", "beginning", PLACES),
    check("audit-repair", "Mend what differs; never what the dialogue owns", false),
  ], () => ({ kind: "audit", from: value("audit-from"), repair: document.getElementById("audit-repair").checked }));
}

function form(name, note, draw, fields, wish) {
  const id = name.toLowerCase();
  const wrong = h("p", { class: "wrong", role: "alert" });
  const element = h(
    "form",
    { class: "card", "aria-labelledby": id },
    h("h2", { id }, name),
    h("p", { class: "note" }, note),
    fields,
    wrong,
    h("button", { type: "submit" }, `Start ${id}`),
  );
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await post("api/jobs", JSON.stringify(wish()));
      wrong.textContent = "";
      announce(`${name} started`);
      await draw();
    } catch (problem) {
      wrong.textContent = problem.message;
    }
  });
  return element;
}

function value(id) {
  return document.getElementById(id).value.trim();
}

function jobCard(job, draw) {
  return h(
    "article",
    { class: "job", "data-state": job.state },
    h(
      "div",
      { class: "card-head" },
      h("h3", {}, `${job.kind === "replay" ? "Replay" : "Audit"} ${job.options}`),
      job.state === "running"
        ? h("button", { type: "button", class: "quiet", onclick: async () => { await remove(`api/jobs/${job.id}`); await draw(); } }, "Cancel")
        : h("span", { class: "badge" }, job.state),
    ),
    h("p", { class: "note" }, `${dateTime(job.started_at)} · ${count(job.done)} of ${count(job.total)} records`),
    job.state === "running" ? h("progress", { max: Math.max(job.total, 1), value: job.done, "aria-label": `${job.kind} progress` }) : null,
    job.failure ? h("p", { class: "notice" }, job.failure) : null,
    job.replay ? replayReport(job.replay) : null,
    job.audit ? auditReport(job) : null,
  );
}

function figures(entries) {
  return h("dl", { class: "facts" }, entries.map(([name, number]) => h("div", {}, h("dt", {}, name), h("dd", {}, count(number)))));
}

function replayReport(report) {
  const would = report.dry_run ? " (would be)" : "";
  return figures([
    [`New, applied${would}`, report.applied],
    [`New, waiting for their attempt${would}`, report.parked],
    ["Already there", report.already_there],
    ["Dead letters", report.not_applicable],
    ["Not read by a processor yet", report.left_to_processors],
  ]);
}

function auditReport(job) {
  const report = job.audit;
  return h(
    "div",
    {},
    figures([
      ["Calls as the topic says", report.exact],
      ["Calls that differ", report.different],
      ["Repaired", report.repaired],
      ["Not compared: events outside", report.only_partly_read],
      ["Nothing to compare", report.nothing_to_compare],
      ["Not read by a processor yet", report.left_to_processors],
    ]),
    job.differences.length
      ? table(
          "Differences",
          ["Call", "Field", "Topic says", "Database says"],
          job.differences.map((one) => [
            h("a", { class: "id", href: `#/calls/${encodeURIComponent(one.call_id)}` }, one.call_id),
            one.field,
            one.topic_says,
            one.database_says,
          ]),
        )
      : h("p", { class: "empty" }, report.different ? "" : "No difference."),
  );
}
