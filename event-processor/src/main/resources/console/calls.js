// Lists of calls: those that are stuck, those whose events wait, those that a search finds.

import { get } from "./api.js";
import { h, table } from "./dom.js";
import { dateTime, since, span, words } from "./format.js";

export async function callsPage(page) {
  const [stuck, parked] = await Promise.all([get("api/calls/stuck"), get("api/calls/parked")]);
  page.append(
    h("h1", { tabindex: "-1" }, "Calls"),
    h("p", { class: "lead" }, "A call is found by its call_id, its CallSid or the id of its contact, in the field above."),
    stuckSection(stuck),
    parkedSection(parked),
  );
}

export async function stuckPage(page) {
  page.append(h("h1", { tabindex: "-1" }, "Stuck calls"), stuckSection(await get("api/calls/stuck")));
}

export async function parkedPage(page) {
  page.append(h("h1", { tabindex: "-1" }, "Parked events"), parkedSection(await get("api/calls/parked")));
}

export async function foundPage(page, id) {
  document.getElementById("query").value = id;
  const { calls } = await get(`api/calls?q=${encodeURIComponent(id)}`);
  if (calls.length === 1) {
    location.replace(`#/calls/${encodeURIComponent(calls[0].call_id)}`);
    return;
  }
  page.append(
    h("h1", { tabindex: "-1" }, calls.length ? `${calls.length} calls found` : "No call found"),
    calls.length
      ? h("section", { class: "card" }, callTable(`Calls of ${id}`, calls))
      : h("p", { class: "notice" }, "No attempt and no event has ", h("code", {}, id), " as its call_id, CallSid or contact id."),
  );
}

function stuckSection({ calls, patience_seconds: patience }) {
  return h(
    "section",
    { class: "card", "aria-labelledby": "stuck" },
    h("h2", { id: "stuck" }, "No end reported"),
    h("p", { class: "note" }, `Calls that began, or were answered, more than ${span(patience)} ago and have not ended. Twilio is asked about those whose CallSid is known.`),
    calls.length ? callTable("Stuck calls", calls) : h("p", { class: "empty" }, "None: every call is within its time."),
  );
}

function parkedSection({ calls }) {
  return h(
    "section",
    { class: "card", "aria-labelledby": "parked" },
    h("h2", { id: "parked" }, "Waiting for their attempt"),
    h("p", { class: "note" }, "Calls that Twilio reports and the scheduler has not written yet. Their events are applied as soon as it has."),
    calls.length
      ? table(
          "Parked calls",
          ["Call", { text: "Events", number: true }, { text: "Waiting for", number: true }],
          calls.map((call) => [callLink(call.call_id), String(call.events), span(since(call.since))]),
        )
      : h("p", { class: "empty" }, "None."),
  );
}

function callTable(caption, calls) {
  return table(
    caption,
    ["Call", "State", { text: "Attempt", number: true }, "Started", { text: "Under way", number: true }, { text: "Asked about", number: true }],
    calls.map((call) => [
      callLink(call.call_id),
      call.stage ? words(call.outcome ?? call.stage) : "waits for its attempt",
      call.attempt_number === null ? null : String(call.attempt_number),
      call.started_at && dateTime(call.started_at),
      call.started_at && !call.ended_at ? span(since(call.started_at)) : null,
      call.questions ? `${call.questions} ×` : null,
    ]),
  );
}

function callLink(callId) {
  return h("a", { class: "id", href: `#/calls/${encodeURIComponent(callId)}` }, callId);
}
