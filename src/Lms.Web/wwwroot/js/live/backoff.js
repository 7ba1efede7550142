// @ts-check
// When to try again: soon at first, so that a short cut is hardly noticed; spread, so that a thousand
// people whom one power cut threw out do not come back in the same moment.
const FIRST = 300;
const CAP_AT_ONCE = 2_000;
const CAP_LATER = 5_000;
const AT_ONCE = 60_000;

/**
 * @param {number} tries How often it failed since the link was lost, from 0.
 * @param {number} since Milliseconds since it was lost.
 * @param {number} chance From 0 to 1.
 */
export function pause(tries, since, chance = Math.random()) {
  const cap = since < AT_ONCE ? CAP_AT_ONCE : CAP_LATER;
  return Math.min(cap, FIRST * 2 ** Math.min(tries, 10)) * (0.7 + 0.6 * chance);
}
