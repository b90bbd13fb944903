// Figures as people read them.

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const minute = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

export const NOTHING = "–";

export function count(value) {
  return value === null || value === undefined ? NOTHING : whole.format(value);
}

export function rate(value) {
  return value === null || value === undefined ? NOTHING : (value < 10 ? tenths : whole).format(value);
}

/** A time as number and unit. */
export function milliseconds(value) {
  if (value === null || value === undefined) {
    return [NOTHING, ""];
  }
  if (value < 1000) {
    return [whole.format(value), "ms"];
  }
  return value < 60_000 ? [tenths.format(value / 1000), "s"] : [tenths.format(value / 60_000), "min"];
}

export function millisecondsText(value) {
  return milliseconds(value).join(" ").trim();
}

/** Rounded, for people: 42 s, 17 min, 5 h 10 min, 3 days. */
export function span(seconds) {
  if (seconds < 90) {
    return `${Math.max(0, Math.round(seconds))} s`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.round(hours / 24)} days`;
}

export function bytes(value) {
  const units = ["B", "KiB", "MiB", "GiB"];
  let unit = 0;
  let amount = value;
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  return `${tenths.format(amount)} ${units[unit]}`;
}

export function atTime(epochSeconds) {
  return clock.format(new Date(epochSeconds * 1000));
}

export function atMinute(epochSeconds) {
  return minute.format(new Date(epochSeconds * 1000));
}

export function dateTime(iso) {
  return iso ? moment.format(new Date(iso)) : NOTHING;
}

export function since(iso) {
  return (Date.now() - new Date(iso).getTime()) / 1000;
}

/** no_answer becomes "no answer", call.busy "busy". */
export function words(wireName) {
  return wireName.replace(/^call\./, "").replaceAll("_", " ");
}
