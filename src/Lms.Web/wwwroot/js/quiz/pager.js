// @ts-check
// Questions one at a time on the screen, back and forth, and a list of them before the end.
import { isAnswered } from "lms/quiz/replies.js";

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const fill = (/** @type {string | undefined} */ text, /** @type {(string | number)[]} */ ...values) =>
  (text ?? "").replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]));

export class Pager {
  /** @param {HTMLFormElement} form @param {HTMLFieldSetElement[]} questions */
  constructor(form, questions) {
    this.words = form.dataset;
    this.questions = questions;
    this.at = 0;
    byId("step-back").addEventListener("click", () => this.show(this.at - 1, true));
    byId("step-next").addEventListener("click", () => this.next());
  }

  /** Where the address says, else the first question without an answer. */
  begin() {
    const end = this.questions.length;
    const named = this.questions.findIndex((question) => `#${question.id}` === location.hash);
    const open = this.questions.findIndex((question) => !isAnswered(question));
    this.show(location.hash === "#review" ? end : named >= 0 ? named : open >= 0 ? open : end, false);
  }

  next() {
    this.show(this.at + 1, true);
  }

  /** @param {number} step @param {boolean} moved */
  show(step, moved) {
    const end = this.questions.length;
    this.at = Math.max(0, Math.min(step, end));
    const isReview = this.at === end;
    this.questions.forEach((question, index) => { question.hidden = index !== this.at; });
    byId("review").hidden = !isReview;
    if (isReview) this.list();
    byId("where").textContent = isReview ? this.words.title ?? "" : fill(this.words.where, this.words.title ?? "", this.at + 1, end);
    byId("step-back").hidden = this.at === 0;
    byId("step-next").hidden = isReview;
    byId("finish").hidden = !isReview;
    if (!moved) return;
    history.replaceState(null, "", isReview ? "#review" : `#${this.questions[this.at].id}`);
    const target = isReview ? byId("review-title") : this.questions[this.at].querySelector("legend");
    target?.setAttribute("tabindex", "-1");
    target?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  list() {
    byId("review").querySelector("ol")?.replaceChildren(...this.questions.map((question, index) => this.row(question, index)));
  }

  /** @param {HTMLFieldSetElement} question @param {number} index */
  row(question, index) {
    const answered = isAnswered(question);
    const row = document.createElement("li");
    row.className = answered ? "is-done" : "";
    const mark = Object.assign(document.createElement("span"), { className: "mark", textContent: String(index + 1) });
    mark.setAttribute("aria-hidden", "true");
    const text = document.createElement("div");
    const prompt = document.createElement("p");
    prompt.textContent = question.querySelector("legend > p")?.textContent?.trim() ?? "";
    const hint = Object.assign(document.createElement("p"), {
      className: "hint", textContent: answered ? this.words.answered : this.words.unanswered });
    text.append(prompt, hint);
    const change = Object.assign(document.createElement("button"), {
      type: "button", className: "button-link", textContent: this.words.change });
    change.setAttribute("aria-label", `${this.words.change} ${index + 1}`);
    change.addEventListener("click", () => this.show(index, true));
    row.append(mark, text, change);
    return row;
  }
}
