// @ts-check
// The trainer's notes, from their own page: nobody else's page or answer has them.
import { byId, words, write } from "./dom.js";
import { say } from "./say.js";

/** @typedef {{ id: string, prompt: DocumentFragment, points: number }} SlidePoll */

export class Notes {
  /** @param {string} session */
  constructor(session) {
    this.session = session;
    this.pages = /** @type {HTMLElement[]} */ ([]);
    this.isAsked = false;
    this.slide = 0;
    document.addEventListener("slide", (event) => { this.slide = /** @type {CustomEvent} */ (event).detail; this.draw(); });
  }

  /** @param {() => void} come */
  async bring(come) {
    if (this.isAsked) return;
    this.isAsked = true;
    try {
      const answer = await fetch(`/sessions/${this.session}/notes`);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.pages = [...page.querySelectorAll("[data-slide]")].map((slide) => document.importNode(/** @type {HTMLElement} */ (slide), true));
      this.draw();
      come();
    } catch {
      this.isAsked = false;
    }
  }

  draw() {
    const notes = this.pages[this.slide]?.querySelector("[data-notes]");
    const place = /** @type {HTMLElement} */ (byId("notes"));
    if (notes) place.replaceChildren(notes.cloneNode(true));
    else write(place, this.pages.length ? say("notes.silent") : "");
    const next = document.getElementById(`slide-${this.slide + 2}`);
    write(byId("next-title"), next?.dataset.title ?? say("notes.last"));
  }

  /** @param {number} slide @returns {SlidePoll[]} */
  pollsOf(slide) {
    const polls = /** @type {HTMLElement[]} */ ([...(this.pages[slide]?.querySelectorAll("[data-poll]") ?? [])]);
    return polls.map((poll) => ({ id: poll.dataset.poll ?? "", prompt: words(poll.innerHTML), points: Number(poll.dataset.points) }));
  }
}
