// Charts over the last minutes, drawn by uPlot, each with the same figures in words and as a table.

import { h, setText, table } from "./dom.js";
import { atMinute, atTime } from "./format.js";

const { uPlot } = window;
const HEIGHT = 180;
const scheme = matchMedia("(prefers-color-scheme: dark)");

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/**
 * A card with a chart of lines or of stacked bars.
 *
 * series: [{ key, label, color, dash }], from the slots' keys; text(value) words a value;
 * axis(value) words one at the axis, in a few characters.
 */
export class Chart {
  constructor({ id, title, note, series, stacked = false, text, axis = text, least = 1, now = "now" }) {
    Object.assign(this, { title, series, stacked, text, axis, least, now });
    this.rows = [];
    this.readings = series.map(() => h("b", {}, "–"));
    this.when = h("span", { class: "note when" }, now);
    this.summary = h("p", { class: "unseen", id: `${id}-summary` });
    this.plot = h("div", { class: "plot", role: "img", "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-summary` });
    this.figures = h("div");
    this.details = h("details", { class: "figures" }, h("summary", {}, "As a table", h("span", { class: "unseen" }, `: ${title}`)), this.figures);
    this.details.addEventListener("toggle", () => this.drawTable());
    this.element = h(
      "section",
      { class: "card chart", "aria-labelledby": `${id}-title` },
      h("div", { class: "card-head" }, h("h2", { id: `${id}-title` }, title), this.when),
      note ? h("p", { class: "note" }, note) : null,
      h(
        "ul",
        { class: "readings", "aria-hidden": "true" },
        series.map((one, i) => h("li", {}, h("span", { class: `key ${one.color} ${one.dash ? "dashed" : ""} ${stacked ? "box" : ""}` }), one.label, " ", this.readings[i])),
      ),
      this.summary,
      this.plot,
      this.details,
    );
    this.resized = new ResizeObserver(() => this.resize());
    this.resized.observe(this.plot);
    this.rebuild = () => this.build();
    scheme.addEventListener("change", this.rebuild);
  }

  /** rows: [{ at, values by key }], oldest first; latest: what to show as now. */
  update(rows, latest) {
    this.rows = rows;
    this.latest = latest;
    if (this.chart) {
      this.chart.setData(this.data());
    } else {
      this.build();
    }
    this.read();
    setText(this.summary, `${this.title}: ${this.series.map((one) => `${one.label} ${this.text(latest[one.key] ?? null)}`).join(", ")}.`);
    this.drawTable();
  }

  close() {
    this.resized.disconnect();
    scheme.removeEventListener("change", this.rebuild);
    this.chart?.destroy();
  }

  /** Stacked: each bar reaches from the bottom, the whole first, so that the next covers all but its own part. */
  data() {
    const times = this.rows.map((row) => row.at);
    const values = this.series.map((one) => this.rows.map((row) => row[one.key] ?? null));
    if (!this.stacked) {
      return [times, ...values];
    }
    return [times, ...values.map((_, i) => times.map((_, at) => values.slice(i).reduce((sum, line) => sum + (line[at] ?? 0), 0)))];
  }

  build() {
    this.chart?.destroy();
    this.chart = null;
    const width = this.plot.clientWidth;
    if (!width || !this.rows.length) {
      return;
    }
    const font = '12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
    const line = { stroke: color("muted"), font, grid: { stroke: color("grid"), width: 1 }, ticks: { show: false } };
    const seconds = this.rows.length > 1 ? this.rows[1].at - this.rows[0].at : 60;
    const options = {
      width,
      height: HEIGHT,
      padding: [10, 8, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: {
        x: { time: true, range: this.stacked ? (_, min, max) => [min - seconds / 2, max + seconds / 2] : undefined },
        y: { range: (_, __, max) => [0, Math.max(this.least, (max ?? 0) * 1.08)] },
      },
      axes: [
        { ...line, grid: { show: false }, size: 28, space: 70, values: (_, ticks) => ticks.map(atMinute) },
        { ...line, size: 52, space: 36, values: (_, ticks) => ticks.map((tick) => this.axis(tick)) },
      ],
      series: [{}, ...this.series.map((one) => this.style(one))],
      hooks: { setCursor: [(plot) => this.read(plot.cursor.idx)] },
    };
    this.chart = new uPlot(options, this.data(), this.plot);
  }

  style(one) {
    const stroke = color(one.color);
    return this.stacked
      ? { stroke, fill: stroke, width: 0, paths: uPlot.paths.bars({ size: [0.64, 48] }), points: { show: false } }
      : { stroke, width: 2, dash: one.dash, spanGaps: true, points: { show: false }, fill: one.fill ? `${stroke}22` : undefined };
  }

  resize() {
    if (this.chart && this.plot.clientWidth && this.plot.clientWidth !== this.chart.width) {
      this.chart.setSize({ width: this.plot.clientWidth, height: HEIGHT });
    } else if (!this.chart) {
      this.build();
    }
  }

  /** The values under the pointer, or those of now. */
  read(index = this.chart?.cursor.idx) {
    const row = index === null || index === undefined ? null : this.rows[index];
    const from = row ?? this.latest ?? {};
    this.series.forEach((one, i) => setText(this.readings[i], this.text(from[one.key] ?? null)));
    setText(this.when, row ? (this.stacked ? atMinute : atTime)(row.at) : this.now);
  }

  /** Every sixth slot of ten seconds: minutes. */
  drawTable() {
    if (!this.details.open) {
      return;
    }
    const every = this.stacked ? 1 : 6;
    const rows = this.rows.filter((row, i) => (this.rows.length - 1 - i) % every === 0).reverse();
    const scrolled = this.figures.firstChild?.scrollTop ?? 0;
    this.figures.replaceChildren(
      table(
        `${this.title}, by time`,
        ["Time", ...this.series.map((one) => ({ text: one.label, number: true }))],
        rows.map((row) => [atTime(row.at), ...this.series.map((one) => this.text(row[one.key] ?? null))]),
      ),
    );
    this.figures.firstChild.scrollTop = scrolled;
  }
}
