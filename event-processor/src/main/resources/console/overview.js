// The overview: figures that move by themselves while the page is seen.

import { get } from "./api.js";
import { Chart } from "./charts.js";
import { announce, h, setText } from "./dom.js";
import { count, millisecondsText, rate } from "./format.js";
import { CallsUnderWay, LagByPartition, Spools } from "./tables.js";
import { Tiles } from "./tiles.js";

const SILENCE_MS = 10_000;
const MINUTE = 60;

const ENDINGS = [
  { key: "call.completed", label: "completed", color: "series-1" },
  { key: "call.no_answer", label: "no answer", color: "series-2" },
  { key: "call.busy", label: "busy", color: "series-3" },
  { key: "call.canceled", label: "canceled", color: "series-4" },
  { key: "call.failed", label: "failed", color: "series-5" },
];

export function overviewPage(page, _, again) {
  const tiles = new Tiles();
  const charts = {
    throughput: new Chart({
      id: "throughput",
      title: "Throughput",
      series: [
        { key: "applied", label: "applied", color: "series-1", fill: true },
        { key: "in", label: "in", color: "series-3", dash: [5, 4] },
      ],
      text: (value) => (value === null ? "–" : `${rate(value)} /s`),
      axis: rate,
      least: 1,
    }),
    latency: new Chart({
      id: "latency",
      title: "Webhook to commit",
      series: [
        { key: "p99_ms", label: "p99", color: "series-5" },
        { key: "p50_ms", label: "p50", color: "series-1", dash: [5, 4] },
      ],
      text: millisecondsText,
      least: 20,
    }),
    endings: new Chart({
      id: "endings",
      title: "Endings, by minute",
      now: "this minute",
      series: ENDINGS,
      stacked: true,
      text: count,
      least: 4,
    }),
    lag: new Chart({
      id: "lag-course",
      title: "Lag",
      series: [{ key: "lag", label: "not applied", color: "series-2", fill: true }],
      text: count,
      least: 10,
    }),
  };
  const parts = [tiles, new CallsUnderWay(), new LagByPartition(), new Spools()];
  const [, underWay, lag, spools] = parts;
  spools.element.classList.add("wide");
  const connection = h("p", { class: "connection", "data-state": "wait" }, "Connecting …");
  const trouble = h("p", { class: "notice", hidden: true });
  page.append(
    h("div", { class: "page-head" }, h("h1", { tabindex: "-1" }, "Overview"), connection),
    trouble,
    tiles.element,
    h(
      "div",
      { class: "cards" },
      charts.throughput.element,
      charts.latency.element,
      charts.endings.element,
      underWay.element,
      charts.lag.element,
      lag.element,
      spools.element,
    ),
  );

  let source = null;
  let latest = 0;
  let told = "";

  function state(kind, text) {
    connection.dataset.state = kind;
    setText(connection, text);
  }

  function tell(text) {
    if (text !== told) {
      told = text;
      announce(text);
    }
  }

  function show(figures) {
    latest = Date.now();
    state("live", "Live");
    const attention = tiles.update(figures);
    parts.slice(1).forEach((part) => part.update(figures));
    const slots = figures.slots.map((slot) => ({ ...slot, at: slot.start }));
    charts.throughput.update(slots, { in: figures.rates?.in, applied: figures.rates?.applied });
    charts.latency.update(slots, figures.latency ?? {});
    charts.lag.update(slots, { lag: figures.lag?.total });
    const minutes = byMinute(figures.slots);
    charts.endings.update(minutes, minutes.at(-1) ?? {});
    trouble.hidden = figures.trouble.length === 0;
    setText(trouble, figures.trouble.join(" "));
    tell(
      [...figures.trouble, attention.length ? `Attention: ${attention.join(", ")}.` : "All is good."].join(" "),
    );
  }

  async function lost() {
    state("wait", "Reconnecting …");
    if (source?.readyState !== EventSource.CLOSED) {
      return;
    }
    source = null;
    try {
      if (!(await get("session")).signed_in) {
        again();
        return;
      }
    } catch {
      // the processor is away
    }
    setTimeout(connect, 3000);
  }

  function connect() {
    if (source || document.hidden || !page.isConnected) {
      return;
    }
    source = new EventSource("api/live");
    source.addEventListener("figures", (event) => show(JSON.parse(event.data)));
    source.addEventListener("full", () => state("wait", "Too many pages are open here"));
    source.addEventListener("error", lost);
  }

  /** Nothing is asked for a page that nobody sees. */
  function seen() {
    if (document.hidden) {
      source?.close();
      source = null;
    } else {
      connect();
    }
  }

  const watch = setInterval(() => {
    if (source && latest && Date.now() - latest > SILENCE_MS) {
      state("wait", `No figures for ${Math.round((Date.now() - latest) / 1000)} s`);
      tell("No figures come.");
    }
  }, 1000);
  document.addEventListener("visibilitychange", seen);
  connect();
  return () => {
    source?.close();
    source = null;
    clearInterval(watch);
    document.removeEventListener("visibilitychange", seen);
    Object.values(charts).forEach((chart) => chart.close());
  };
}

function byMinute(slots) {
  const minutes = new Map();
  for (const slot of slots) {
    const at = Math.floor(slot.start / MINUTE) * MINUTE;
    const minute = minutes.get(at) ?? { at };
    for (const { key } of ENDINGS) {
      minute[key] = (minute[key] ?? 0) + (slot.endings[key] ?? 0);
    }
    minutes.set(at, minute);
  }
  // the first one is cut
  return [...minutes.values()].slice(1);
}
