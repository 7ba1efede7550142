// @ts-check
// The bar under the slide: the hand, reactions and the pace. Reactions are counted, never named.
import { byId, show, write } from "./dom.js";
import { say } from "./say.js";

const REST = 1_500;

export class Bar {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.reactedAt = -REST;
    byId("hand").addEventListener("click", () => this.hand());
    for (const button of document.querySelectorAll("[data-react]")) button.addEventListener("click", () => this.react(/** @type {HTMLElement} */ (button)));
  }

  get isUp() {
    return this.stage.room.hands.includes(this.stage.me);
  }

  draw() {
    const hand = byId("hand");
    hand.setAttribute("aria-pressed", String(this.isUp));
    const place = this.stage.room.hands.indexOf(this.stage.me) + 1;
    write(hand.querySelector("span"), this.isUp ? say("hand.down", place) : say("hand.up"));
  }

  hand() {
    if (this.isUp) this.stage.do("handLowered", { person: this.stage.me });
    else this.stage.do("handRaised", { mayBeRecorded: byId("hand-recorded")?.checked === true });
  }

  /** @param {HTMLElement} button */
  react(button) {
    const now = performance.now();
    if (now - this.reactedAt < REST) return;
    this.reactedAt = now;
    this.stage.client.tryTo("React", { kind: button.dataset.react });
    this.stage.announce(say("react.sent"));
    const fold = button.closest("details");
    if (fold) {
      fold.open = false;
      fold.querySelector("summary")?.focus();
    }
  }

  /** @param {Record<string, number>} totals */
  reactions(totals) {
    const seen = ["like", "thanks", "laugh", "think"].filter((kind) => totals[kind] > 0).map((kind) => `${say(`react.${kind}`)} ${totals[kind]}`);
    show(byId("reactions-seen"), seen.length > 0 && this.stage.band !== "text");
    write(byId("reactions-seen"), seen.join(" · "));
  }

  /** @param {Record<string, number>} pace */
  pace(pace) {
    const seen = ["slower", "faster", "lost", "fine"].filter((kind) => pace[kind] > 0).map((kind) => `${say(`react.${kind}`)}: ${pace[kind]}`);
    write(byId("pace-seen"), seen.length > 0 ? seen.join(" · ") : say("pace.none"));
  }
}
