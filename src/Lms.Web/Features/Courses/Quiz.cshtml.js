// @ts-check
// One question a screen, each answer saved as it is given. Without this script the same form shows
// every question and saves by its buttons.
import { isAnswered, isSaved, isTouched } from "lms/quiz/replies.js";
import { Pager } from "lms/quiz/pager.js";
import { Saving } from "lms/quiz/saving.js";
import { arrange } from "lms/quiz/steps.js";
import { Timer } from "lms/quiz/timer.js";

const form = /** @type {HTMLFormElement} */ (document.getElementById("quiz"));
const finish = /** @type {HTMLButtonElement | null} */ (document.getElementById("finish"));
const questions = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll("fieldset.question")]);
const isFree = form.dataset.order === "free";
const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
let isEnding = false;
let isOver = false;

const timer = new Timer(byId("timer"), byId("timer-said"), {
  refresh: () => saving.refresh(),
  over: () => { isOver = true; end(); },
});
const saving = new Saving(form, questions, {
  now: () => timer.now(),
  deadline: (at) => timer.set(at),
  changed: () => { if (isFree) count(); words(); },
  // The time was over while the network was away: what waited has gone now.
  saved: () => { if (isOver) end(); },
});
const pager = isFree ? new Pager(form, questions) : null;

function count() {
  const answered = questions.filter(isAnswered).length;
  const bar = /** @type {HTMLProgressElement} */ (byId("answered"));
  const text = (form.dataset.answers ?? "").replace("{0}", String(answered)).replace("{1}", String(questions.length));
  bar.value = answered;
  bar.setAttribute("aria-label", text);
  byId("answered-words").textContent = text;
}

function words() {
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-words] > .count"))) {
    const text = line.closest(".field")?.querySelector("textarea")?.value ?? "";
    const number = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    line.textContent = (line.parentElement?.dataset.words ?? "").replace("{0}", String(number));
  }
}

// Everything is on the server first; then the form carries the wish to finish and no answers.
async function end() {
  if (isEnding) return;
  isEnding = true;
  if (finish) finish.disabled = true;
  isEnding = await saving.flush();
  if (finish) finish.disabled = false;
  if (!isEnding) return;
  for (const control of form.querySelectorAll("fieldset, input[name=answers]")) {
    /** @type {HTMLInputElement} */ (control).disabled = true;
  }
  /** @type {HTMLInputElement} */ (form.elements.namedItem("confirmed")).value = "true";
  HTMLFormElement.prototype.submit.call(form);
}

form.addEventListener("submit", (event) => {
  const pressed = /** @type {HTMLElement | null} */ (event.submitter);
  if (!isFree || pressed?.hasAttribute("data-save")) return;
  event.preventDefault();
  if (pressed?.id === "by-enter") pager?.next();
  else end();
});

const touched = questions.filter((question) => isSaved(question) && isTouched(question));
for (const list of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".steps"))) arrange(list);
await saving.restore(touched);
if (isFree) {
  byId("save-all").hidden = true;
  count();
}
words();
pager?.begin();
saving.flush();
