// @ts-check
// Time that is passed over: cut out, or nothing was live.

/** @typedef {{ from: number, until: number, isCut: boolean }} Gap */

/** @param {string} text @returns {Gap[]} */
export const readGaps = (text) => text.split(" ").filter(Boolean).map((one) => {
  const [from, until, kind] = one.split("-");
  return { from: Number(from), until: Number(until), isCut: kind === "cut" };
});

/** @param {Gap[]} gaps @param {number} at */
export const gapAt = (gaps, at) => gaps.find((gap) => gap.from <= at && at < gap.until);
