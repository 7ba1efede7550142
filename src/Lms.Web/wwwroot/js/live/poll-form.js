// @ts-check
// How a question of each kind is answered. Values are ids of options, or what was typed.
import { el, words } from "./dom.js";
import { say } from "./say.js";

/**
 * @typedef {{ id: string, html?: string, text?: string }} Option
 * @typedef {{ kind: string, prompt: string, options?: Option[], low?: number, high?: number }} Question
 */

/** @param {Option} option */
export const optionWords = (option) => (option.html === undefined ? document.createTextNode(option.text ?? option.id) : words(option.html));

/**
 * @param {Question} question @param {string} name Unique on the page.
 * @param {string[] | null} mine @param {(values: string[]) => void} answer
 */
export function pollForm(question, name, mine, answer) {
  const fields = fieldsOf(question, name, mine ?? []);
  return el("form", {
    class: "poll-form",
    submit: (/** @type {Event} */ event) => {
      event.preventDefault();
      const values = valuesOf(/** @type {HTMLFormElement} */ (event.currentTarget), question);
      if (values.length > 0) answer(values);
    },
  }, fields, el("p", { class: "actions" }, el("button", { class: "button-quiet", type: "submit", "data-act": "answer" }, say(mine ? "poll.change" : "poll.answer"))));
}

/** @param {Question} question @param {string} name @param {string[]} mine */
function fieldsOf(question, name, mine) {
  const legend = el("legend", {}, words(question.prompt));
  switch (question.kind) {
    case "single":
    case "multiple":
      return el("fieldset", {}, legend, el("div", { class: "options" }, ...(question.options ?? []).map((option) =>
        choice(question.kind === "single" ? "radio" : "checkbox", name, option.id, mine.includes(option.id), optionWords(option)))));
    case "scale":
      return el("fieldset", {}, legend, el("div", { class: "scale" }, ...steps(question).map((number) =>
        choice("radio", name, String(number), mine.includes(String(number)), document.createTextNode(String(number))))));
    case "ordering":
      return el("fieldset", {}, legend, el("p", { class: "hint" }, say("poll.order")), ordering(question, mine));
    default: {
      const isNumber = question.kind === "numeric";
      return el("fieldset", {}, legend, el("input", {
        class: "control", name, type: "text", inputmode: isNumber ? "decimal" : "text", maxlength: isNumber ? 40 : 500,
        autocomplete: "off", value: mine[0] ?? "", "aria-label": say(isNumber ? "poll.number" : "poll.text"), required: true,
      }));
    }
  }
}

/** @param {Question} question */
export const steps = (question) => Array.from({ length: (question.high ?? 5) - (question.low ?? 1) + 1 }, (_, at) => (question.low ?? 1) + at);

/** @param {string} type @param {string} name @param {string} value @param {boolean} checked @param {Node} label */
const choice = (type, name, value, checked, label) =>
  el("label", { class: "option" }, el("input", { type, name, value, checked }), el("span", {}, label));

/** @param {Question} question @param {string[]} mine */
function ordering(question, mine) {
  const options = [...(question.options ?? [])].sort((one, other) => mine.indexOf(one.id) - mine.indexOf(other.id));
  const list = el("ol", { class: "order-list", role: "list" });
  const move = (/** @type {HTMLElement} */ entry, /** @type {number} */ by, /** @type {HTMLElement} */ button) => {
    const other = by < 0 ? entry.previousElementSibling : entry.nextElementSibling;
    if (!other) return;
    list.insertBefore(by < 0 ? entry : other, by < 0 ? other : entry);
    button.focus();
  };
  for (const option of options) {
    const entry = el("li", { class: "step", "data-value": option.id }, el("span", {}, optionWords(option)));
    const button = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ word) =>
      el("button", { class: "button-quiet move", type: "button", "aria-label": `${say(word)}: ${entry.textContent}`, click: (/** @type {Event} */ event) => move(entry, by, /** @type {HTMLElement} */ (event.currentTarget)) }, sign);
    entry.append(el("span", { class: "moves" }, button(-1, "↑", "poll.up"), button(1, "↓", "poll.down")));
    list.append(entry);
  }
  return list;
}

/** @param {HTMLFormElement} form @param {Question} question @returns {string[]} */
function valuesOf(form, question) {
  if (question.kind === "ordering") {
    return [...form.querySelectorAll("[data-value]")].map((entry) => /** @type {HTMLElement} */ (entry).dataset.value ?? "");
  }
  const inputs = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input")]);
  return inputs.filter((input) => (input.type === "text" ? input.value.trim() : input.checked)).map((input) => input.value.trim());
}
