// @ts-check
// Questions to the trainers: others add their voice, those who keep the room sort them.
import { bring, byId, el, icon, show, write } from "./dom.js";
import { say } from "./say.js";

const order = ["held", "shown", "answered", "dismissed"];

export class Questions {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.seen = 0;
    byId("question-form").addEventListener("submit", (/** @type {Event} */ event) => this.send(event));
  }

  draw() {
    const { stage } = this;
    const seen = stage.room.questions
      .filter((one) => stage.keeps || one.by === stage.me || one.state === "shown" || one.state === "answered")
      .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || other.votes - one.votes || one.number - other.number);
    bring(byId("question-list"), seen, (one) => one.number,
      (one) => [one.state, one.votes, one.mine, stage.keeps, stage.nameOf(one.by)].join(" "), (one) => this.question(one));
    show(byId("question-none"), seen.length === 0);
    write(byId("question-hint"), stage.room.holdsQuestions && !stage.keeps ? say("question.held-first") : "");
    const last = stage.room.questions.at(-1)?.number ?? 0;
    if (stage.tabs.isOpen("questions")) this.seen = last;
    stage.tabs.mark("questions", seen.filter((one) => one.number > this.seen && one.by !== stage.me).length);
  }

  /** @param {import("./live-client.js").Act[]} acts */
  waiting(acts) {
    bring(byId("question-waiting"), acts.filter((act) => act.kind === "asked"), (act) => act.operation, () => "", (act) =>
      el("li", { class: "message is-waiting" }, el("p", {}, act.text), el("p", { class: "hint" }, say("waits"))));
  }

  /** @param {import("./room-state.js").Question} one */
  question(one) {
    const { stage } = this;
    const set = (/** @type {string} */ state, /** @type {string} */ words) => one.state !== state &&
      el("button", { class: "button-link", type: "button", "data-act": state, click: () => stage.do("askedSet", { question: one.number, state }) }, say(words));
    return el("li", { class: one.state === "shown" ? "question-card" : "question-card is-past" },
      el("div", { class: "question-body" },
        el("p", { class: "said" }, one.text),
        el("p", { class: "who" }, stage.nameOf(one.by, say("question.nameless")),
          one.state !== "shown" && el("span", { class: one.state === "answered" ? "tag good" : "tag quiet" }, icon(one.state === "answered" ? "check" : "clock"), say(`question.${one.state.toLowerCase()}`))),
        stage.keeps && el("p", { class: "question-acts" }, set("shown", "question.do.show"), set("answered", "question.do.answer"), set("dismissed", "question.do.dismiss"))),
      one.state === "shown" && el("button", {
        class: "button-quiet vote", type: "button", "data-act": "vote", "aria-pressed": String(one.mine), disabled: !stage.speaks,
        "aria-label": say("question.vote", one.votes),
        click: () => stage.do("askedVoted", { question: one.number, isFor: !one.mine }),
      }, "+", el("b", {}, String(one.votes))));
  }

  /** @param {Event} event */
  send(event) {
    event.preventDefault();
    const field = /** @type {HTMLTextAreaElement} */ (byId("question-text"));
    const text = field.value.trim();
    if (!text) return;
    this.stage.do("asked", { text, anonymous: byId("question-anonymous").checked });
    field.value = "";
    write(byId("question-error"), "");
    field.focus();
  }

  /** @param {import("./live-client.js").Act} act @param {string} why */
  refused(act, why) {
    const field = /** @type {HTMLTextAreaElement} */ (byId("question-text"));
    if (act.kind === "asked" && !field.value) field.value = act.text;
    write(byId("question-error"), why);
  }
}
