// One call: what it is now, its timeline, and what the provider sent.

import { get, post, SignedOut } from "./api.js";
import { announce, h } from "./dom.js";
import { dateTime, NOTHING, since, span, words } from "./format.js";
import { timeline } from "./timeline.js";

const REFRESH_MS = 5000;

export async function callPage(page, callId, again) {
  const path = `call?call_id=${encodeURIComponent(callId)}`;
  const parameters = new Parameters(callId);
  let shown = "";

  async function draw() {
    const call = await get(`api/${path}`);
    const text = JSON.stringify(call);
    if (text === shown) {
      return call;
    }
    // what is open stays open
    const open = [...page.querySelectorAll("details[open]")].map((details) => details.dataset.place);
    const focused = page.contains(document.activeElement) ? document.activeElement.id : "";
    shown = text;
    page.replaceChildren(heading(call), facts(call), events(call, parameters));
    page.querySelectorAll("details").forEach((details) => {
      details.open = open.includes(details.dataset.place);
    });
    if (focused) {
      document.getElementById(focused)?.focus();
    }
    return call;
  }

  let call = await draw();
  const timer = setInterval(async () => {
    if (document.hidden || call.attempt?.ended_at) {
      return;
    }
    try {
      call = await draw();
    } catch (problem) {
      if (problem instanceof SignedOut) {
        clearInterval(timer);
        again();
      }
    }
  }, REFRESH_MS);
  return () => clearInterval(timer);
}

function heading(call) {
  const attempt = call.attempt;
  let state = "Its attempt is not there yet: the events wait for it.";
  if (attempt?.ended_at) {
    state = attempt.outcome ? `Ended: ${words(attempt.outcome)}` : "Ended";
  } else if (attempt) {
    state = `Under way for ${span(since(attempt.started_at))}: ${words(attempt.stage)}`;
  }
  return h(
    "div",
    { class: "call-head" },
    h("p", { class: "over" }, "Call"),
    h("h1", { tabindex: "-1", class: "id" }, call.call_id),
    h("p", { class: "call-state" }, state),
  );
}

function facts(call) {
  const attempt = call.attempt;
  if (!attempt) {
    return h("div");
  }
  const entries = [
    ["CallSid", id(attempt.provider_call_id)],
    ["Attempt", String(attempt.attempt_number)],
    ["Started", dateTime(attempt.started_at)],
    ["Answered", dateTime(attempt.answered_at)],
    ["Ended", dateTime(attempt.ended_at)],
    ["Duration", attempt.duration_seconds === null ? NOTHING : `${attempt.duration_seconds} s`],
    ["Outcome", attempt.outcome ? words(attempt.outcome) : attempt.ended_at ? "left to the dialogue" : NOTHING],
    ["Last status of Twilio", attempt.provider_raw_status ?? NOTHING],
    ["Contact", id(attempt.contact_id)],
    ["Contact's state", call.contact ? words(call.contact.state) : NOTHING],
    ["Campaign", id(attempt.campaign_id)],
    ["Error", [attempt.error_code, attempt.error_message].filter(Boolean).join(" ") || NOTHING],
  ];
  return h(
    "section",
    { class: "card", "aria-labelledby": "facts" },
    h("h2", { id: "facts" }, "As it stands"),
    h("dl", { class: "facts" }, entries.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
  );
}

function id(value) {
  return value ? h("span", { class: "id" }, value) : NOTHING;
}

function events(call, parameters) {
  const section = h(
    "section",
    { class: "card", "aria-labelledby": "timeline" },
    h(
      "div",
      { class: "card-head" },
      h("h2", { id: "timeline" }, "Timeline"),
      call.events.length ? parameters.button() : null,
    ),
  );
  if (call.events.length) {
    section.append(timeline(call.events, (event) => parameters.details(event)));
  } else {
    section.append(h("p", { class: "empty" }, "No event has come, or the ledger's days that held them are gone."));
  }
  return section;
}

/** What the provider sent with the events: read from the topic once somebody opens one of them. */
class Parameters {
  constructor(callId) {
    this.path = `api/call/parameters?call_id=${encodeURIComponent(callId)}`;
    this.plain = false;
    this.answer = null;
    this.bodies = new Map();
  }

  button() {
    const button = h("button", { type: "button", class: "quiet", id: "numbers", "aria-pressed": String(this.plain), title: "Asking is logged" }, this.label());
    button.addEventListener("click", async () => {
      this.plain = !this.plain;
      this.answer = null;
      button.setAttribute("aria-pressed", String(this.plain));
      button.textContent = this.label();
      announce(this.plain ? "Telephone numbers are shown; that is logged." : "Telephone numbers are masked.");
      if (this.plain) {
        const details = [...document.querySelectorAll("details[data-place]")];
        if (details.length && !details.some((one) => one.open)) {
          details[0].open = true;
        }
      }
      await this.fill();
    });
    return button;
  }

  label() {
    return this.plain ? "Mask numbers" : "Show numbers";
  }

  details(event) {
    const place = `${event.partition}@${event.offset}`;
    const body = h("div", { class: "raw" }, h("p", { class: "note" }, "Reading the topic …"));
    this.bodies.set(place, body);
    const details = h(
      "details",
      { "data-place": place },
      h("summary", {}, "Raw parameters", h("span", { class: "unseen" }, ` of ${words(event.event_type)}`)),
      body,
    );
    details.addEventListener("toggle", () => {
      if (details.open) {
        this.fill();
      }
    });
    return details;
  }

  async fill() {
    try {
      this.answer ??= this.plain ? post(this.path) : get(this.path);
      const { events } = await this.answer;
      events.forEach((event) => this.bodies.get(`${event.partition}@${event.offset}`)?.replaceChildren(raw(event)));
    } catch (problem) {
      this.answer = null;
      this.bodies.forEach((body) => body.replaceChildren(h("p", { class: "note" }, problem.message)));
    }
  }
}

function raw(event) {
  if (!event.is_there) {
    return h("p", { class: "note" }, `The record call-events-${event.partition}@${event.offset} is no longer on the topic.`);
  }
  return h(
    "dl",
    { class: "parameters" },
    event.parameters.map((one) => h("div", {}, h("dt", {}, one.name), h("dd", {}, one.value || h("span", { class: "note" }, "(empty)")))),
  );
}
