// The figures at the top: each a number, and a word for whether it is as it should be.

import { h, setText } from "./dom.js";
import { atTime, count, milliseconds, millisecondsText, NOTHING, rate, span } from "./format.js";

const WORDS = { good: "Good", attention: "Attention", unknown: "Not known" };

// A call hears silence until its pick-up is applied.
const SLOW_MS = 1000;
const FAR_BEHIND = 1000;
const LONG_PARKED_SECONDS = 300;

/** What there was before a minute without events. */
function quietSince(slots) {
  const last = slots.findLast((slot) => slot.p99_ms !== null);
  return last
    ? `no event in the last minute; ${millisecondsText(last.p99_ms)} at ${atTime(last.start)}`
    : "no event in the last minute";
}

/** What each tile says of the figures: number, unit, note, and whether it is good. */
const TILES = [
  {
    name: "Applied",
    read: ({ rates, lag }) => ({
      known: rates,
      number: rate(rates?.applied),
      unit: "/s",
      note: `in ${rate(rates?.in)} /s`,
      good: rates && (rates.applied > 0 || lag?.total === 0),
    }),
  },
  {
    name: "Webhook to commit, p99",
    read: ({ latency, slots }) => {
      const [number, unit] = milliseconds(latency?.p99_ms);
      const [half, halfUnit] = milliseconds(latency?.p50_ms);
      return {
        known: latency,
        number,
        unit,
        note: latency?.events ? `last minute; p50 ${half} ${halfUnit}` : quietSince(slots),
        good: latency && (latency.p99_ms ?? 0) < SLOW_MS,
      };
    },
  },
  {
    name: "Lag",
    read: ({ lag, rates }) => ({
      known: lag,
      number: count(lag?.total),
      note: lag?.total ? "records not applied yet" : "all is applied",
      good: lag && lag.total < FAR_BEHIND && (lag.total === 0 || !rates || rates.applied > 0),
    }),
  },
  {
    name: "Stuck calls",
    href: "#/stuck",
    read: ({ calls }) => ({
      known: calls,
      number: count(calls?.stuck),
      note: calls ? `no end after ${span(calls.patience_seconds)}` : "",
      good: calls?.stuck === 0,
    }),
  },
  {
    name: "Parked",
    href: "#/parked",
    read: ({ parked }) => ({
      known: parked,
      number: count(parked?.events),
      note: parked?.events ? `oldest for ${span(parked.oldest_seconds)}` : "none waits for its attempt",
      good: parked && (parked.oldest_seconds ?? 0) < LONG_PARKED_SECONDS,
    }),
  },
  {
    name: "Dead letters",
    href: "#/letters",
    read: ({ dead_letters: letters }) => ({
      known: letters !== null,
      number: count(letters),
      note: letters === null ? "" : letters ? "records set aside" : "none is set aside",
      good: letters === 0,
    }),
  },
  {
    name: "Duplicates",
    read: ({ duplicates }) => ({
      known: duplicates !== null,
      number: count(duplicates),
      note: "last 15 min; applied once",
      good: true,
    }),
  },
  {
    name: "Spool",
    read: ({ ingest }) => {
      const silent = ingest?.filter((one) => one.trouble).length ?? 0;
      const records = ingest?.reduce((sum, one) => sum + one.spool_records, 0);
      return {
        known: ingest && silent < ingest.length,
        number: ingest ? count(records) : NOTHING,
        note: !ingest ? "INGEST_ADMIN_URLS is not set" : silent ? `${silent} of ${ingest.length} silent` : records ? "wait for Kafka" : "nothing waits for Kafka",
        good: records === 0 && silent === 0,
      };
    },
  },
];

export class Tiles {
  constructor() {
    this.tiles = TILES.map((tile) => {
      const parts = { number: h("b", {}, NOTHING), unit: h("span", { class: "unit" }), note: h("p", { class: "note" }), word: h("span", {}, WORDS.unknown) };
      const title = tile.href ? h("a", { href: tile.href }, tile.name) : tile.name;
      const element = h(
        "li",
        { class: "tile", "data-state": "unknown" },
        h("h3", {}, title),
        h("p", { class: "figure" }, parts.number, parts.unit),
        parts.note,
        h("p", { class: "state" }, h("span", { class: "sign", "aria-hidden": "true" }), parts.word),
      );
      return { ...tile, ...parts, element };
    });
    this.element = h("section", { "aria-labelledby": "glance" }, h("h2", { class: "unseen", id: "glance" }, "At a glance"), h("ul", { class: "tiles" }, this.tiles.map((tile) => tile.element)));
  }

  /** Shows them; returns the names of those that want attention. */
  update(figures) {
    return this.tiles
      .filter((tile) => {
        const now = tile.read(figures);
        const state = !now.known ? "unknown" : now.good ? "good" : "attention";
        setText(tile.number, now.number);
        setText(tile.unit, now.number === NOTHING ? "" : (now.unit ?? ""));
        setText(tile.note, now.note);
        setText(tile.word, WORDS[state]);
        tile.element.dataset.state = state;
        return state === "attention";
      })
      .map((tile) => tile.name);
  }
}
