// The parts of the overview that are no course over time.

import { h, table } from "./dom.js";
import { bytes, count } from "./format.js";

const STAGES = [
  ["planned", "placed"],
  ["initiated", "initiated"],
  ["ringing", "ringing"],
  ["answered", "answered"],
];

function card(id, title, note) {
  const body = h("div");
  return { body, element: h("section", { class: "card", "aria-labelledby": id }, h("h2", { id }, title), note ? h("p", { class: "note" }, note) : null, body) };
}

/** A row of a list with a bar beside its number. */
function bar(name, value, most, text = count(value)) {
  const length = h("span");
  length.style.width = `${most ? (value / most) * 100 : 0}%`;
  return h("li", {}, h("span", { class: "name" }, name), h("span", { class: "bar", "aria-hidden": "true" }, length), h("b", {}, text));
}

export class CallsUnderWay {
  constructor() {
    Object.assign(this, card("under-way", "Calls under way"));
  }

  update({ calls }) {
    if (!calls) {
      return;
    }
    const most = Math.max(...Object.values(calls.by_stage), 1);
    const all = Object.values(calls.by_stage).reduce((sum, value) => sum + value, 0);
    this.body.replaceChildren(
      h("ul", { class: "bars" }, STAGES.map(([stage, name]) => bar(name, calls.by_stage[stage] ?? 0, most))),
      h("p", { class: "total" }, `${count(all)} in all`),
    );
  }
}

export class LagByPartition {
  constructor() {
    Object.assign(this, card("lag", "Lag by partition", "Records on call-events that are not applied yet."));
  }

  update({ lag }) {
    if (!lag) {
      return;
    }
    const most = Math.max(...lag.partitions.map((one) => one.lag), 1);
    this.body.replaceChildren(
      h("ul", { class: "bars" }, lag.partitions.map((one) => bar(`Partition ${one.partition}`, one.lag, most))),
      h("p", { class: "total" }, `${count(lag.total)} in all, of ${count(lag.partitions.reduce((sum, one) => sum + one.end, 0))} written`),
    );
  }
}

export class Spools {
  constructor() {
    Object.assign(this, card("spools", "Instances of ingest-api"));
  }

  update({ ingest }) {
    const text = JSON.stringify(ingest);
    if (text === this.shown) {
      return;
    }
    this.shown = text;
    this.body.replaceChildren(
      ingest
        ? table(
            "Instances of ingest-api",
            ["Instance", { text: "Spooled", number: true }, { text: "On disk", number: true }, { text: "In flight", number: true }, { text: "Bad signatures", number: true }],
            ingest.map((one) =>
              one.trouble
                ? [one.name, one.trouble, null, null, null]
                : [one.name, count(one.spool_records), bytes(one.spool_bytes), count(one.in_flight), count(one.signature_failures)],
            ),
          )
        : h(
            "p",
            { class: "note" },
            "To see the spools here, name ingest-api's admin ports to event-processor: ",
            h("code", {}, "INGEST_ADMIN_URLS=http://127.0.0.1:9080"),
            ", and ",
            h("code", {}, "INGEST_ADMIN_TOKEN"),
            " where they ask for one.",
          ),
    );
  }
}
