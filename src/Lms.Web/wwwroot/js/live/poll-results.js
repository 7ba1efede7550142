// @ts-check
// What a poll came to, once it is revealed: bars with words and numbers, the words that were typed,
// and the right answer where there is one.
import { el, icon, words } from "./dom.js";
import { optionWords, steps } from "./poll-form.js";
import { say } from "./say.js";

const MOST_WORDS = 40;

/** @param {import("./room-state.js").Poll} poll */
export function results(poll) {
  const counts = poll.counts ?? {};
  const right = new Set([poll.right ?? []].flat().map(String));
  const rows = rowsOf(poll.question, counts);
  const all = Math.max(1, poll.voters || Math.max(0, ...Object.values(counts)));
  return el("div", { class: "poll-results" }, el("div", { class: "poll-prompt" }, words(poll.question.prompt)),
    poll.question.kind === "ordering" ? rightOrder(poll) : el("ul", { role: "list" }, ...rows.map((row) => bar(row, all, right.has(row.value), poll.mine ?? []))),
    poll.question.kind !== "ordering" && right.size > 0 && rows.every((row) => !right.has(row.value)) && el("p", {}, say("poll.right-is", [...right].join(", "))));
}

/** @typedef {{ value: string, label: Node, count: number }} Row */

/** @param {any} question @param {Record<string, number>} counts @returns {Row[]} */
function rowsOf(question, counts) {
  if (question.options) {
    return question.options.map((/** @type {import("./poll-form.js").Option} */ option) => ({ value: option.id, label: optionWords(option), count: counts[option.id] ?? 0 }));
  }
  if (question.kind === "scale") {
    return steps(question).map((number) => ({ value: String(number), label: document.createTextNode(String(number)), count: counts[number] ?? 0 }));
  }
  return gathered(counts).slice(0, MOST_WORDS).map(([text, count]) => ({ value: text, label: document.createTextNode(text), count }));
}

/** The same word in another case is the same word. */
/** @param {Record<string, number>} counts @returns {[string, number][]} */
function gathered(counts) {
  /** @type {Map<string, [string, number]>} */
  const all = new Map();
  for (const [text, count] of Object.entries(counts)) {
    const key = text.trim().toLocaleLowerCase();
    all.set(key, [all.get(key)?.[0] ?? text.trim(), (all.get(key)?.[1] ?? 0) + count]);
  }
  return [...all.values()].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]));
}

/** @param {Row} row @param {number} all @param {boolean} isRight @param {string[]} mine */
function bar(row, all, isRight, mine) {
  const share = Math.round((row.count * 100) / all);
  return el("li", { class: isRight ? "bar is-right" : "bar" },
    el("span", { class: "bar-words" }, row.label, isRight && el("span", { class: "tag good" }, icon("check"), say("poll.right")), mine.includes(row.value) && el("span", { class: "tag quiet" }, say("poll.mine"))),
    el("span", { class: "bar-number" }, `${row.count} · ${share} %`),
    el("progress", { max: all, value: row.count, "aria-hidden": "true" }));
}

/** @param {import("./room-state.js").Poll} poll */
function rightOrder(poll) {
  const order = /** @type {string[]} */ ([poll.right ?? []].flat());
  const options = /** @type {import("./poll-form.js").Option[]} */ (poll.question.options ?? []);
  if (order.length === 0) return el("p", {}, say("poll.no-order"));
  return el("div", {}, el("p", { class: "hint" }, say("poll.right-order")),
    el("ol", {}, ...order.map((id) => el("li", {}, optionWords(options.find((option) => option.id === id) ?? { id, text: id })))));
}
