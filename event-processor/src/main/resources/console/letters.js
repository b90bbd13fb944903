// Dead letters: what could not be applied, why, and putting it right.

import { get, post } from "./api.js";
import { announce, h, table } from "./dom.js";
import { dateTime, words } from "./format.js";

const REASONS = ["unknown_status", "unreadable", "contradicts_attempt", "attempt_never_came", "not_storable"];

const ADVICE = {
  unknown_status: "Twilio reports a status that this version does not know. Redrive it once a version that knows it runs.",
  unreadable: "The record is no call event. Somebody else writes to the topic, or a newer version did.",
  contradicts_attempt: "Its ids are not those of the attempt of that call_id. Mend the attempt, then redrive.",
  attempt_never_came: "No attempt of that call_id came within a day. Write the attempt, then redrive.",
  not_storable: "The database refuses it. Mend what its words name, then redrive.",
};

export async function lettersPage(page) {
  const reason = h(
    "select",
    { id: "reason" },
    h("option", { value: "" }, "every reason"),
    REASONS.map((word) => h("option", { value: word }, words(word))),
  );
  const all = h("input", { id: "settled-too", type: "checkbox" });
  const list = h("div");
  const outcome = h("p", { class: "note", role: "status" });

  async function draw() {
    const { letters, found } = await get(`api/letters?reason=${reason.value}&all=${all.checked}`);
    list.replaceChildren(
      letters.length
        ? letterTable(letters, found, async (what, places) => {
            outcome.textContent = await settle(what, places);
            await draw();
          })
        : h("p", { class: "empty" }, all.checked || reason.value ? "None of that kind." : "None: everything that came could be applied."),
    );
  }

  reason.addEventListener("change", draw);
  all.addEventListener("change", draw);
  page.append(
    h("h1", { tabindex: "-1" }, "Dead letters"),
    h("p", { class: "lead" }, "Records that could not be applied, set aside so that nothing waits for them. Redriven, they go behind what their call has by then."),
    h(
      "section",
      { class: "card", "aria-label": "Dead letters" },
      h(
        "div",
        { class: "choices" },
        h("label", { for: "reason" }, "Show "),
        reason,
        h("label", { class: "check", for: "settled-too" }, all, " also those dealt with"),
      ),
      list,
      outcome,
    ),
  );
  await draw();
}

function letterTable(letters, found, act) {
  const boxes = letters.map((letter) =>
    letter.state === "open" ? h("input", { type: "checkbox", value: letter.place, "aria-label": `Choose letter ${letter.place}` }) : null,
  );
  const chosen = () => boxes.filter((box) => box?.checked).map((box) => box.value);
  const open = boxes.filter(Boolean);
  const redrive = h("button", { type: "button", disabled: true, onclick: () => act("redrive", chosen()) }, "Redrive");
  const discard = h("button", { type: "button", class: "quiet", disabled: true, onclick: () => act("discard", chosen()) }, "Discard");
  const everything = h("input", {
    type: "checkbox",
    id: "everything",
    onchange: () => {
      open.forEach((box) => {
        box.checked = everything.checked;
      });
      count();
    },
  });

  function count() {
    const number = chosen().length;
    redrive.disabled = !number;
    discard.disabled = !number;
    redrive.textContent = number ? `Redrive ${number}` : "Redrive";
    discard.textContent = number ? `Discard ${number}` : "Discard";
  }

  open.forEach((box) => box.addEventListener("change", count));
  return h(
    "div",
    {},
    table(
      "Dead letters, the latest first",
      ["Choose", "Letter", "Reason", "Given up", "Call", "State"],
      letters.map((letter, i) => [
        boxes[i] ?? "",
        h("a", { class: "id", href: `#/letters/${encodeURIComponent(letter.place)}` }, letter.place),
        words(letter.reason),
        dateTime(letter.time),
        letter.call_id ? h("a", { class: "id", href: `#/calls/${encodeURIComponent(letter.call_id)}` }, letter.call_id) : null,
        letter.state,
      ]),
    ),
    found > letters.length ? h("p", { class: "note" }, `The latest ${letters.length} of ${found}.`) : null,
    open.length ? h("div", { class: "choices" }, h("label", { class: "check", for: "everything" }, everything, " all open ones shown"), redrive, discard) : null,
  );
}

async function settle(what, places) {
  const { settled, before } = await post(`api/letters/${what}`, JSON.stringify({ places }));
  const text = `${settled} ${what === "redrive" ? "redriven" : "discarded"}${before ? `, ${before} had been dealt with before` : ""}.`;
  announce(text);
  return text;
}

export async function letterPage(page, place) {
  const path = `api/letter?place=${encodeURIComponent(place)}`;
  let plain = false;

  async function draw() {
    const { letter, headers, record } = plain ? await post(path) : await get(path);
    const numbers = h("button", { type: "button", class: "quiet", title: "Asking is logged", "aria-pressed": String(plain) }, plain ? "Mask numbers" : "Show numbers");
    numbers.addEventListener("click", () => {
      plain = !plain;
      draw();
    });
    page.replaceChildren(
      h(
        "div",
        { class: "call-head" },
        h("p", { class: "over" }, "Dead letter"),
        h("h1", { tabindex: "-1", class: "id" }, letter.place),
        h("p", { class: "call-state" }, letter.state === "open" ? words(letter.reason) : `${words(letter.reason)}, ${letter.state}`),
      ),
      h(
        "section",
        { class: "card", "aria-labelledby": "why" },
        h("h2", { id: "why" }, "Why"),
        h("p", {}, letter.detail),
        ADVICE[letter.reason] ? h("p", { class: "note" }, ADVICE[letter.reason]) : null,
        facts(letter),
        letter.state === "open" ? actions(letter, draw) : null,
      ),
      h(
        "section",
        { class: "card", "aria-labelledby": "record" },
        h("div", { class: "card-head" }, h("h2", { id: "record" }, "Record"), numbers),
        h("pre", { class: "record", tabindex: "0", role: "region", "aria-label": "The record as it stands" }, pretty(record)),
        h("h3", {}, "Headers, oldest first"),
        table("Headers", ["Name", "Value"], headers.map((header) => [h("span", { class: "id" }, header.name), h("span", { class: "id" }, header.value)])),
      ),
    );
  }

  await draw();
}

function facts(letter) {
  const entries = [
    ["Call", letter.call_id ? h("a", { class: "id", href: `#/calls/${encodeURIComponent(letter.call_id)}` }, letter.call_id) : null],
    ["Twilio's status", letter.provider_status],
    ["Given up", dateTime(letter.time)],
    ["Read at", letter.source ?? "set aside by ingest-api, before any topic"],
  ];
  return h("dl", { class: "facts" }, entries.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value ?? "–"))));
}

function actions(letter, draw) {
  const act = async (what) => {
    await settle(what, [letter.place]);
    await draw();
  };
  return h(
    "div",
    { class: "choices" },
    h("button", { type: "button", id: "redrive", onclick: () => act("redrive") }, "Redrive"),
    h("button", { type: "button", id: "discard", class: "quiet", onclick: () => act("discard") }, "Discard"),
  );
}

function pretty(record) {
  try {
    return JSON.stringify(JSON.parse(record), null, 2);
  } catch {
    return record;
  }
}
