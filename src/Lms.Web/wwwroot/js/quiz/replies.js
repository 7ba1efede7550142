// @ts-check
// What stands in the controls of a question, as the values the server keeps, and back.

/** @typedef {import("lms/outbox.js").Answer} Answer */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

const replyOf = (/** @type {Element} */ question) => /** @type {HTMLElement} */ (question.querySelector(".reply"));
const choices = (/** @type {Element} */ question) =>
  /** @type {HTMLInputElement[]} */ ([...replyOf(question).querySelectorAll("input")]);
const typed = (/** @type {Element} */ question) =>
  /** @type {HTMLInputElement | HTMLTextAreaElement} */ (replyOf(question).querySelector("input, textarea"));
const parts = (/** @type {Element} */ question) =>
  /** @type {Control[]} */ ([...replyOf(question).querySelectorAll("[data-part]")]);
const steps = (/** @type {Element} */ question) => /** @type {HTMLElement} */ (question.querySelector(".steps"));
const sure = (/** @type {Element} */ question) =>
  /** @type {HTMLInputElement[]} */ ([...question.querySelectorAll(".sure input")]);

/** @type {Record<string, { read: (question: Element) => string[], write: (question: Element, values: string[]) => void }>} */
const kinds = {
  choice: {
    read: (question) => choices(question).filter((input) => input.checked).map((input) => input.value),
    write: (question, values) => choices(question).forEach((input) => { input.checked = values.includes(input.value); }),
  },
  text: {
    read: (question) => (typed(question).value.trim() === "" ? [] : [typed(question).value]),
    write: (question, values) => { typed(question).value = values[0] ?? ""; },
  },
  parts: {
    read: (question) => parts(question)
      .filter((control) => control.value.trim() !== "")
      .map((control) => `${control.dataset.part}:${control.value}`),
    write: (question, values) => parts(question).forEach((control) => {
      const own = values.find((value) => value.startsWith(`${control.dataset.part}:`));
      control.value = own?.slice(own.indexOf(":") + 1) ?? "";
    }),
  },
  ordering: {
    read: (question) => (steps(question).dataset.answered === "true"
      ? [...steps(question).children].map((step) => /** @type {HTMLElement} */ (step).dataset.step ?? "") : []),
    write: (question, values) => {
      for (const value of values) {
        const step = steps(question).querySelector(`[data-step="${CSS.escape(value)}"]`);
        if (step) steps(question).append(step);
      }
      if (values.length > 0) steps(question).dataset.answered = "true";
      steps(question).dispatchEvent(new CustomEvent("placed"));
    },
  },
  file: {
    read: (question) => (question.querySelector(".file-reply[data-answered=true]") ? ["file"] : []),
    write: () => {},
  },
};

const kindOf = (/** @type {HTMLElement} */ question) => ({
  choice: kinds.choice, scale: kinds.choice, text: kinds.text, number: kinds.text, essay: kinds.text,
  matching: kinds.parts, cloze: kinds.parts, ordering: kinds.ordering, file: kinds.file,
})[question.dataset.reply ?? ""] ?? kinds.file;

/** Whether the question's answer is saved by its script; a file has a page of its own. */
export const isSaved = (/** @type {HTMLElement} */ question) => question.dataset.reply !== "file";

/** @param {HTMLElement} question @returns {Answer} */
export const answerOf = (question) => ({
  values: kindOf(question).read(question),
  confidence: sure(question).find((input) => input.checked)?.value ?? null,
});

/** @param {HTMLElement} question @param {Answer} answer */
export function show(question, answer) {
  kindOf(question).write(question, answer.values);
  sure(question).forEach((input) => { input.checked = input.value === answer.confidence; });
}

export const isAnswered = (/** @type {HTMLElement} */ question) => kindOf(question).read(question).length > 0;

const byDefault = (/** @type {HTMLSelectElement} */ list) => Math.max(0, [...list.options].findIndex((option) => option.defaultSelected));

/**
 * Whether someone has answered since the server wrote the page: who answers before the scripts have
 * come has answered.
 * @param {HTMLFieldSetElement} question
 */
export const isTouched = (question) => [...question.elements].some((control) => {
  if (control instanceof HTMLSelectElement) return control.selectedIndex !== byDefault(control);
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (!(control instanceof HTMLInputElement) || ["hidden", "file"].includes(control.type)) return false;
  return control.checked !== control.defaultChecked || control.value !== control.defaultValue;
});
