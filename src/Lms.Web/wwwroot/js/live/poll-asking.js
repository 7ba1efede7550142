// @ts-check
// Asking: a question that the deck has on this slide, or one made on the spot.
import { byId, el, show, write } from "./dom.js";
import { say } from "./say.js";

const FEWEST = 2;
const MOST = 10;

export class PollAsking {
  /** @param {import("./stage.js").Stage} stage @param {import("./notes.js").Notes} notes */
  constructor(stage, notes) {
    this.stage = stage;
    this.notes = notes;
    this.slide = 0;
    byId("spot-kind").addEventListener("change", () => this.shape());
    byId("spot-form").addEventListener("submit", (/** @type {Event} */ event) => this.open(event));
    document.addEventListener("slide", (event) => { this.slide = /** @type {CustomEvent} */ (event).detail; this.draw(); });
    this.shape();
  }

  draw() {
    const asked = new Set(this.stage.room.polls.filter((poll) => poll.state !== "revealed").map((poll) => poll.question.id));
    const polls = this.stage.leads ? this.notes.pollsOf(this.slide).filter((poll) => !asked.has(poll.id)) : [];
    const look = `${this.slide} ${polls.map((poll) => poll.id).join(" ")}`;
    const place = /** @type {HTMLElement} */ (byId("deck-polls"));
    if (place.dataset.look === look) return;
    place.dataset.look = look;
    place.replaceChildren(...polls.map((poll) => el("div", { class: "practice" },
      el("p", { class: "practice-title" }, say("poll.on-slide")), poll.prompt.cloneNode(true),
      el("p", { class: "actions" }, el("button", { class: "button-quiet", type: "button", click: () => this.ask(poll) }, say("poll.do.ask"))))));
  }

  /** @param {import("./notes.js").SlidePoll} poll */
  ask(poll) {
    this.stage.do("pollOpened", { slide: this.slide, question: poll.id, points: poll.points });
  }

  shape() {
    const kind = byId("spot-kind").value;
    const hasOptions = kind === "single" || kind === "multiple";
    show(byId("spot-options-field"), hasOptions);
    byId("spot-options").required = hasOptions;
  }

  /** @param {Event} event */
  open(event) {
    event.preventDefault();
    const kind = byId("spot-kind").value;
    const lines = /** @type {string[]} */ ([...new Set(byId("spot-options").value.split("\n").map((/** @type {string} */ line) => line.trim()).filter((/** @type {string} */ line) => line.replace("*", "").trim()))]);
    const options = lines.map((line) => line.replace(/^\*\s*/, ""));
    const right = lines.flatMap((line, at) => (line.startsWith("*") ? [at] : []));
    const isChoice = kind === "single" || kind === "multiple";
    if (isChoice && (options.length < FEWEST || options.length > MOST)) {
      write(byId("spot-error"), say("spot.few", FEWEST, MOST));
      return;
    }
    write(byId("spot-error"), "");
    const question = { kind, prompt: byId("spot-text").value.trim(), ...(isChoice && { options, right }), ...(kind === "scale" && { low: 1, high: 5 }) };
    this.stage.do("pollOpened", { question, points: isChoice && right.length > 0 ? 1 : 0 });
    byId("spot-form").reset();
    this.shape();
    byId("spot-form").closest("details").open = false;
  }
}
