// @ts-check
// Polls of the deck and made on the spot; nobody sees what others chose before it is revealed.
import { bring, byId, el, icon, show, words, write } from "./dom.js";
import { pollForm } from "./poll-form.js";
import { results } from "./poll-results.js";
import { say } from "./say.js";

export class Polls {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.heard = new Set();
    byId("poll-now").querySelector("button").addEventListener("click", () => this.stage.tabs.open("polls"));
  }

  draw() {
    const { stage } = this;
    const polls = [...stage.room.polls].reverse();
    bring(byId("poll-list"), polls, (one) => one.number,
      (one) => JSON.stringify([one.state, one.mine, one.counts, stage.leads, stage.speaks]), (one) => this.card(one));
    show(byId("poll-none"), polls.length === 0);
    const open = polls.filter((one) => one.state === "open" && !one.mine && stage.speaks);
    show(byId("poll-now"), open.length > 0 && !stage.tabs.isOpen("polls"));
    stage.tabs.mark("polls", stage.tabs.isOpen("polls") ? 0 : open.length);
    this.score();
    this.count();
  }

  /** What changed is said once: that a poll is open, closed or shown. */
  /** @param {import("./room-state.js").Line[]} lines */
  hear(lines) {
    for (const line of lines) {
      if (line.kind === "pollOpened") this.stage.announce(say("poll.opened"));
      if (line.kind === "pollSet" && line.state === "revealed") this.stage.announce(say("poll.shown"));
    }
  }

  /** @param {import("./room-state.js").Poll} poll */
  card(poll) {
    const { stage } = this;
    const isOpen = poll.state === "open";
    const set = (/** @type {string} */ state, /** @type {string} */ name) =>
      el("button", { class: "button-quiet", type: "button", "data-act": state, click: () => stage.do("pollSet", { poll: poll.number, state }) }, say(name));
    return el("article", { class: "practice poll" },
      el("p", { class: "practice-title" }, say(poll.points ? "poll.points" : "poll.title", poll.points),
        el("span", { class: isOpen ? "tag warm" : "tag quiet" }, icon(isOpen ? "poll" : "lock"), say(`poll.${poll.state.toLowerCase()}`))),
      poll.state === "revealed" ? results(poll)
      : isOpen && stage.speaks ? pollForm(poll.question, `poll-${poll.number}`, poll.mine, (values) => stage.do("voted", { poll: poll.number, values }))
      : el("div", { class: "poll-prompt" }, words(poll.question.prompt)),
      poll.state !== "revealed" && poll.mine && el("p", { class: "answer quiet" }, icon("check"), say("poll.taken")),
      poll.state === "closed" && el("p", { class: "hint" }, say("poll.wait")),
      el("p", { class: "hint voters" }),
      stage.leads && el("p", { class: "actions" },
        isOpen ? set("closed", "poll.do.close") : set("open", "poll.do.open"), poll.state !== "revealed" && set("revealed", "poll.do.reveal")));
  }

  /** How many have voted, without drawing a form again under somebody's fingers. */
  count() {
    for (const poll of this.stage.room.polls) {
      write(byId("poll-list").querySelector(`[data-key="${poll.number}"] .voters`), say("poll.voters", Math.max(poll.voters, ...Object.values(poll.counts ?? {}), poll.mine ? 1 : 0)));
    }
  }

  /** One's own points, of the quizzes revealed so far. */
  score() {
    const judged = this.stage.room.polls.filter((poll) => poll.state === "revealed" && poll.points > 0 && poll.right);
    const earned = judged.filter((poll) => isRight(poll)).reduce((sum, poll) => sum + poll.points, 0);
    const most = judged.reduce((sum, poll) => sum + poll.points, 0);
    show(byId("score"), most > 0 && this.stage.speaks && !this.stage.leads);
    write(byId("score"), say("poll.score", earned, most));
  }
}

/** @param {import("./room-state.js").Poll} poll */
function isRight(poll) {
  const right = [poll.right].flat().map(String);
  const mine = poll.mine ?? [];
  if (poll.question.kind === "ordering") return right.join(" ") === mine.join(" ");
  if (poll.question.kind === "shortText") return mine.length === 1 && right.some((text) => text.toLocaleLowerCase() === mine[0].trim().toLocaleLowerCase());
  return mine.length === right.length && mine.every((value) => right.includes(value));
}
