// Centiles, and a straight line through measurements with how sure one may be of its slope.
'use strict';

/** Durations in milliseconds, counted in steps of about 2 %, so that hours of them need no room. */
class Durations {
  #counts = new Uint32Array(1200);
  #all = 0;

  add(milliseconds) {
    const step = Math.ceil(Math.log(Math.max(milliseconds, 0.01) / 0.01) / Math.log(1.02));
    this.#counts[Math.min(Math.max(step, 0), 1199)] += 1;
    this.#all += 1;
  }

  get count() {
    return this.#all;
  }

  /** The duration that this part of them does not exceed. */
  centile(part) {
    let left = Math.ceil(this.#all * part);
    const step = this.#counts.findIndex((count) => (left -= count) <= 0);
    return 0.01 * 1.02 ** Math.max(step, 0);
  }
}

const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;

// Student's t for 97.5 %, by degrees of freedom; beyond 30 it is about 2.
const T = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13];
const t = (freedom) => T[freedom - 1] ?? (freedom < 30 ? 2.1 : 2.04);

/**
 * Least squares through [x, y] pairs: the slope with its 95 % bounds. Neighbours in time are alike, so the line goes through
 * means of at most 20 stretches, which are nearly independent.
 */
function slope(pairs) {
  const size = Math.max(1, Math.floor(pairs.length / 20));
  const points = [];
  for (let at = 0; at + size <= pairs.length; at += size) {
    const stretch = pairs.slice(at, at + size);
    points.push([mean(stretch.map(([x]) => x)), mean(stretch.map(([, y]) => y))]);
  }
  if (points.length < 3) return { slope: NaN, low: -Infinity, high: Infinity };
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const sxx = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const b = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / sxx;
  const residual = points.reduce((sum, [x, y]) => sum + (y - my - b * (x - mx)) ** 2, 0);
  const freedom = points.length - 2;
  const spread = t(freedom) * Math.sqrt(residual / freedom / sxx);
  return { slope: b, low: b - spread, high: b + spread };
}

module.exports = { Durations, slope };
