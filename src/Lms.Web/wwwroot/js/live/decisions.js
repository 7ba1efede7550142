// @ts-check
// What was agreed: who does what by when. It goes to everybody afterwards.
import { bring, byId, el, show } from "./dom.js";
import { say } from "./say.js";

export class Decisions {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.seen = 0;
    byId("decision-form").addEventListener("submit", (/** @type {Event} */ event) => this.note(event));
  }

  draw() {
    const { decisions } = this.stage.room;
    bring(byId("decision-list"), decisions, (one) => one.number, () => "", (one) =>
      el("li", {}, el("p", { class: "said" }, one.what), el("p", { class: "who" }, one.who, one.due ? ` · ${say("decision.by", day(one.due))}` : "")));
    show(byId("decision-none"), decisions.length === 0);
    if (this.stage.tabs.isOpen("decisions")) this.seen = decisions.length;
    this.stage.tabs.mark("decisions", decisions.length - this.seen);
  }

  /** @param {Event} event */
  note(event) {
    event.preventDefault();
    const due = byId("decision-due").value || null;
    this.stage.do("decisionNoted", { what: byId("decision-what").value.trim(), who: byId("decision-who").value.trim(), due });
    byId("decision-form").reset();
    byId("decision-what").focus();
  }
}

/** @param {string} date */
const day = (date) => new Date(`${date}T12:00:00`).toLocaleDateString(document.documentElement.lang === "en" ? "en-GB" : "uk-UA", { day: "numeric", month: "long", year: "numeric" });
