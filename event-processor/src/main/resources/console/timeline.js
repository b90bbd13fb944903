// A call's events along the time that they took: when each happened, reached us, and was applied.

import { h, svg } from "./dom.js";
import { atTime, count, millisecondsText, words } from "./format.js";

const DISPOSITIONS = {
  applied: null,
  overtaken: "overtaken: the call had come further",
  other_leg: "another leg of the call",
  parked: "parked: waits for the attempt",
};

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 86400];

export function timeline(events, extra) {
  const span = spanOf(events);
  return h(
    "div",
    { class: "timeline" },
    h(
      "p",
      { class: "legend", "aria-hidden": "true" },
      mark("happened"),
      "happened",
      mark("received"),
      "received",
      mark("applied"),
      "applied",
    ),
    axis(span),
    h("ol", {}, events.map((event) => row(event, span, extra))),
  );
}

function times(event) {
  const received = Date.parse(event.received_at);
  return {
    happened: event.provider_time ? Date.parse(event.provider_time) : received,
    received,
    applied: event.applied_at ? Date.parse(event.applied_at) : null,
  };
}

/** From the first to the last report; an application that took longer than all of it runs off the edge. */
function spanOf(events) {
  const all = events.map(times);
  const from = Math.min(...all.map((one) => Math.min(one.happened, one.received)));
  const reported = Math.max(...all.map((one) => Math.max(one.happened, one.received)));
  const applied = Math.max(...all.map((one) => one.applied ?? 0));
  const length = Math.max(1000, reported - from);
  const to = Math.max(from + length, Math.min(applied, from + 2 * length));
  return { from, length: (to - from) * 1.04 };
}

function place(time, span) {
  return Math.min(100, Math.max(0, ((time - span.from) / span.length) * 100));
}

function axis(span) {
  const seconds = span.length / 1000;
  const step = STEPS.find((candidate) => seconds / candidate <= 6) ?? 86400;
  const ticks = [];
  for (let at = 0; at < seconds * 0.97; at += step) {
    ticks.push(at);
  }
  return h(
    "div",
    { class: "axis", "aria-hidden": "true" },
    h(
      "div",
      { class: "track" },
      ticks.map((at) => {
        const tick = h("span", { class: "tick" }, at === 0 ? "0" : `+${step < 1 ? at.toFixed(1) : at} s`);
        tick.style.left = `${(at / seconds) * 100}%`;
        return tick;
      }),
    ),
  );
}

function row(event, span, extra) {
  const at = times(event);
  const badge = DISPOSITIONS[event.disposition];
  return h(
    "li",
    { class: `event ${event.disposition}` },
    h(
      "div",
      { class: "event-text" },
      h("h3", {}, words(event.event_type)),
      h("p", { class: "when" }, atTime(at.happened / 1000), event.provider_time ? "" : " (received: Twilio gave no time)"),
    ),
    h("div", { class: "track", "aria-hidden": "true" }, drawing(at, span)),
    h(
      "div",
      { class: "event-more" },
      h("p", { class: "lateness" }, sentence(event)),
      badge ? h("p", { class: "badge" }, badge) : null,
      event.duplicates ? h("p", { class: "badge" }, `repeated ${count(event.duplicates)} ×`) : null,
      event.answered_by ? h("p", { class: "badge" }, `answered by ${words(event.answered_by)}`) : null,
    ),
    extra(event),
  );
}

function sentence(event) {
  const parts = [];
  if (event.late_ms !== null) {
    parts.push(event.late_ms < 0 ? "received before Twilio's own time for it" : `received ${millisecondsText(event.late_ms)} later`);
  }
  if (event.received_to_applied_ms !== null) {
    parts.push(`applied ${millisecondsText(Math.max(0, event.received_to_applied_ms))} after that`);
  }
  return parts.join(", ");
}

function drawing(at, span) {
  const x = (time) => `${place(time, span)}%`;
  const last = at.applied ?? at.received;
  return svg(
    "svg",
    { width: "100%", height: "22", focusable: "false" },
    svg("line", { x1: "0", x2: "100%", y1: "11", y2: "11", class: "rail" }),
    svg("line", { x1: x(Math.min(at.happened, at.received)), x2: x(last), y1: "11", y2: "11", class: "took" }),
    svg("circle", { cx: x(at.happened), cy: "11", r: "5", class: "happened" }),
    svg("circle", { cx: x(at.received), cy: "11", r: "4", class: "received" }),
    at.applied === null ? null : svg("circle", { cx: x(at.applied), cy: "11", r: "4", class: "applied" }),
  );
}

function mark(kind) {
  return svg("svg", { width: "14", height: "14", focusable: "false" }, svg("circle", { cx: "7", cy: "7", r: "4.500", class: kind }));
}
