// @ts-check
// One question a screen, each answer saved as it is given. Without this script the same form shows
// every question and saves by its buttons.
import { Outbox } from "lms/outbox.js";

const form = /** @type {HTMLFormElement} */ (document.getElementById("quiz"));
const words = form.dataset;
const attempt = /** @type {string} */ (words.attempt);
const questions = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll("fieldset.question")]);
const review = /** @type {HTMLElement} */ (document.getElementById("review"));
const where = /** @type {HTMLElement} */ (document.getElementById("where"));
const back = /** @type {HTMLButtonElement} */ (document.getElementById("step-back"));
const next = /** @type {HTMLButtonElement} */ (document.getElementById("step-next"));
const finish = /** @type {HTMLButtonElement} */ (document.getElementById("finish"));
const state = /** @type {HTMLElement} */ (document.getElementById("save-state"));

const fill = (/** @type {string | undefined} */ text, /** @type {(string | number)[]} */ ...values) =>
  (text ?? "").replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]));
const inputsOf = (/** @type {HTMLFieldSetElement} */ question) =>
  /** @type {HTMLInputElement[]} */ ([...question.querySelectorAll("input")]);
const choiceOf = (/** @type {HTMLFieldSetElement} */ question) =>
  inputsOf(question).filter((input) => input.checked).map((input) => input.value);

const outbox = new Outbox(attempt, (report) => {
  const shown = report.state === "closed" ? "failed" : report.state;
  state.dataset.state = shown;
  for (const icon of /** @type {NodeListOf<HTMLElement>} */ (state.querySelectorAll("[data-for]"))) {
    icon.hidden = icon.dataset.for !== shown;
  }
  const time = report.savedAt?.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  /** @type {HTMLElement} */ (document.getElementById("save-words")).textContent =
    report.state === "saved" ? fill(words.saved, time ?? "") :
    report.state === "waiting" ? fill(words.waiting, report.waiting) :
    report.state === "closed" ? words.closed ?? "" : words.failed ?? "";
});

let at = 0;

/** @param {number} step @param {boolean} moved */
function show(step, moved) {
  at = Math.max(0, Math.min(step, questions.length));
  const isReview = at === questions.length;
  questions.forEach((question, index) => { question.hidden = index !== at; });
  review.hidden = !isReview;
  if (isReview) list();
  where.textContent = isReview ? words.title ?? "" : fill(words.where, words.title ?? "", at + 1, questions.length);
  back.hidden = at === 0;
  next.hidden = isReview;
  finish.hidden = !isReview;
  if (moved) {
    history.replaceState(null, "", isReview ? "#review" : `#${questions[at].id}`);
    const target = isReview ? document.getElementById("review-title") : questions[at].querySelector("legend");
    target?.setAttribute("tabindex", "-1");
    target?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
}

function list() {
  const rows = questions.map((question, index) => {
    const answered = choiceOf(question).length > 0;
    const row = document.createElement("li");
    row.className = answered ? "is-done" : "";
    const mark = Object.assign(document.createElement("span"), { className: "mark", textContent: String(index + 1) });
    mark.setAttribute("aria-hidden", "true");
    const text = document.createElement("div");
    const prompt = document.createElement("p");
    prompt.textContent = question.querySelector("legend > p")?.textContent?.trim() ?? "";
    const hint = Object.assign(document.createElement("p"), {
      className: "hint", textContent: answered ? words.answered : words.unanswered });
    text.append(prompt, hint);
    const change = Object.assign(document.createElement("button"), {
      type: "button", className: "button-link", textContent: words.change });
    change.setAttribute("aria-label", `${words.change} ${index + 1}`);
    change.addEventListener("click", () => show(index, true));
    row.append(mark, text, change);
    return row;
  });
  review.querySelector("ol")?.replaceChildren(...rows);
}

function count() {
  const answered = questions.filter((question) => choiceOf(question).length > 0).length;
  const bar = /** @type {HTMLProgressElement} */ (document.getElementById("answered"));
  const text = fill(words.answers, answered, questions.length);
  bar.value = answered;
  bar.setAttribute("aria-label", text);
  /** @type {HTMLElement} */ (document.getElementById("answered-words")).textContent = text;
}

form.addEventListener("change", (event) => {
  const question = /** @type {HTMLElement} */ (event.target).closest("fieldset");
  if (question instanceof HTMLFieldSetElement) {
    outbox.put(question.dataset.question ?? "", choiceOf(question));
    count();
  }
});
back.addEventListener("click", () => show(at - 1, true));
next.addEventListener("click", () => show(at + 1, true));

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  finish.disabled = true;
  if (await outbox.flush()) {
    // Everything is on the server: the form carries the wish to finish and no answers.
    for (const input of form.querySelectorAll("fieldset input, input[name=answers]")) {
      /** @type {HTMLInputElement} */ (input).disabled = true;
    }
    /** @type {HTMLInputElement} */ (form.elements.namedItem("confirmed")).value = "true";
    HTMLFormElement.prototype.submit.call(form);
  } else {
    finish.disabled = false;
  }
});

// Answers kept from before the network or the power went stand over what the server knew.
for (const [id, choice] of await outbox.kept()) {
  const question = questions.find((known) => known.dataset.question === id);
  if (question) inputsOf(question).forEach((input) => { input.checked = choice.includes(input.value); });
}
/** @type {HTMLElement} */ (document.getElementById("save-all")).hidden = true;
count();
const named = questions.findIndex((question) => `#${question.id}` === location.hash);
const firstOpen = questions.findIndex((question) => choiceOf(question).length === 0);
show(location.hash === "#review" ? questions.length : named >= 0 ? named : firstOpen >= 0 ? firstOpen : questions.length, false);
outbox.flush();
