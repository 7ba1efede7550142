// @ts-check
// Saves each answer as it is given, and says how that stands, always in the same place.
import { Outbox } from "lms/outbox.js";
import { answerOf, isSaved, show } from "lms/quiz/replies.js";
import { Tabs, stateOf } from "lms/quiz/tabs.js";

/** @typedef {import("lms/outbox.js").Answer} Answer */

const pause = 800;
const line = () => /** @type {HTMLElement} */ (document.getElementById("save-state"));
const same = (/** @type {Answer} */ one, /** @type {Answer | undefined} */ other) => JSON.stringify(one) === JSON.stringify(other);

export class Saving {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLFieldSetElement[]} questions
   * @param {{ now: () => number, deadline: (at: string | null | undefined) => void, changed: () => void, saved: () => void }} events
   */
  constructor(form, questions, events) {
    this.words = form.dataset;
    this.attempt = form.dataset.attempt ?? "";
    this.questions = questions;
    this.events = events;
    this.timer = 0;
    this.keeping = 0;
    /** @type {Map<string, Answer>} */
    this.known = new Map(questions.map((question) => [question.dataset.question ?? "", answerOf(question)]));
    this.tabs = new Tabs(this.attempt, (answer) => this.apply([answer]));
    this.outbox = new Outbox(this.attempt, events.now, (report) => this.told(report));
    form.addEventListener("input", (event) => this.heard(event, true));
    form.addEventListener("change", (event) => this.heard(event, false));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.refresh());
    addEventListener("pageshow", (event) => event.persisted && this.refresh());
  }

  /**
   * Answers kept from before the network or the power went stand over what the server knew; what was
   * answered on this page already, over both.
   * @param {HTMLFieldSetElement[]} touched
   */
  async restore(touched) {
    for (const question of touched) {
      await this.outbox.keep(question.dataset.question ?? "", answerOf(question));
    }
    for (const [id, answer] of await this.outbox.kept()) {
      const question = this.find(id);
      if (question) show(question, answer);
      this.known.set(id, answer);
    }
  }

  flush() {
    clearTimeout(this.timer);
    return this.outbox.flush();
  }

  /** What the server has, after what waits here has gone. */
  async refresh() {
    await this.flush();
    const state = await stateOf(this.attempt);
    if (state && !state.isOpen) location.reload();
    if (!state) return;
    this.events.deadline(state.deadlineAt);
    await this.apply(state.answers);
  }

  /** @param {import("lms/quiz/tabs.js").SavedAnswer[]} answers */
  async apply(answers) {
    const waiting = await this.outbox.kept();
    for (const { question: id, values, confidence } of answers) {
      const question = this.find(id);
      const answer = { values, confidence };
      if (!question || !isSaved(question) || waiting.has(id) || same(answer, answerOf(question))) continue;
      show(question, answer);
      this.known.set(id, answer);
      this.say("saved", this.words.elsewhere ?? "");
      this.events.changed();
    }
  }

  /** @param {Event} event @param {boolean} isTyping */
  async heard(event, isTyping) {
    const question = /** @type {HTMLElement} */ (event.target).closest("fieldset");
    if (!(question instanceof HTMLFieldSetElement) || !isSaved(question)) return;
    const id = question.dataset.question ?? "";
    const answer = answerOf(question);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), isTyping ? pause : 0);
    if (same(answer, this.known.get(id))) return;
    this.known.set(id, answer);
    this.events.changed();
    this.keeping++;
    line().dataset.state = "keeping";
    await this.outbox.keep(id, answer).finally(() => this.keeping--);
  }

  // What was said of an earlier answer is not said while a later one is not on the device yet: the
  // sending that follows it will tell of both.
  /** @param {import("lms/outbox.js").Report} report */
  told(report) {
    if (this.keeping > 0 && report.state === "waiting") return;
    const time = report.savedAt?.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    const fill = (/** @type {string | undefined} */ text, /** @type {string | number} */ value) => (text ?? "").replace("{0}", String(value));
    switch (report.state) {
      case "saved":
        if (this.keeping === 0) this.say("saved", fill(this.words.saved, time ?? ""));
        this.events.deadline(report.deadlineAt);
        if (report.letter) this.tabs.tell({ question: report.letter.question, values: report.letter.values, confidence: report.letter.confidence ?? null });
        this.events.saved();
        break;
      case "waiting":
        this.say("waiting", fill(this.words.waiting, report.waiting));
        break;
      case "signed-out":
        this.say("failed", this.words.failed ?? "", "sign-in-again");
        break;
      case "closed":
        this.say("failed", this.words.closed ?? "", "see-result");
        break;
    }
  }

  /** @param {string} state @param {string} words @param {string} [link] */
  say(state, words, link) {
    const place = line();
    place.dataset.state = state;
    for (const icon of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-for]"))) {
      icon.hidden = icon.dataset.for !== state;
    }
    for (const way of place.querySelectorAll("a")) way.hidden = way.id !== link;
    /** @type {HTMLElement} */ (document.getElementById("save-words")).textContent = words;
  }

  /** @param {string} id */
  find(id) {
    return this.questions.find((question) => question.dataset.question === id);
  }
}
