// @ts-check
// How the link stands and what still waits on the device: one quiet line, always in the same place.
import { byId, icon, show, write } from "./dom.js";
import { say } from "./say.js";

export class LinkLine {
  constructor() {
    this.line = /** @type {HTMLElement} */ (byId("link"));
    this.link = "connecting";
    this.waiting = 0;
    this.isBlocked = false;
  }

  /** @param {import("./live-client.js").Link} link @param {boolean} isBlocked */
  stands(link, isBlocked) {
    this.link = link;
    this.isBlocked = isBlocked;
    this.draw();
  }

  /** @param {number} number */
  waits(number) {
    this.waiting = number;
    this.draw();
  }

  draw() {
    const isOpen = this.link === "open";
    const state = isOpen ? (this.waiting > 0 ? "waiting" : "saved") : this.link === "closed" ? "failed" : "waiting";
    show(this.line, true);
    if (this.line.dataset.state !== state) this.line.firstElementChild?.replaceWith(icon(state === "saved" ? "check" : "cloud-off"));
    this.line.dataset.state = state;
    const words = [say(`link.${this.link}`)];
    if (this.waiting > 0) words.push(say("link.waits", this.waiting));
    if (this.isBlocked) words.push(say("link.blocked"));
    write(this.line.querySelector("span"), words.join(" · "));
  }
}
