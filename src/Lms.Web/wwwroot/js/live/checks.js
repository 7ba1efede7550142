// @ts-check
// A check of attention: who is there presses once, within its time.
import { byId, show, write } from "./dom.js";
import { say } from "./say.js";

const WINDOW = 90_000;

export class Checks {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    byId("check-here").addEventListener("click", () => this.answer());
  }

  get open() {
    const now = this.stage.client.now();
    return this.stage.leads || !this.stage.speaks ? undefined
      : this.stage.room.checks.find((one) => !one.mine && now - one.askedAt < WINDOW && !this.stage.client.acts.waiting.some((act) => act.check === one.number));
  }

  /** Also once a second: its time runs out by itself. */
  draw() {
    const { open } = this;
    show(byId("check"), open !== undefined);
    if (open) write(byId("check-left"), say("check.left", Math.ceil((WINDOW - (this.stage.client.now() - open.askedAt)) / 10_000) * 10));
  }

  async answer() {
    const { open } = this;
    if (open) await this.stage.do("checkAnswered", { check: open.number });
    this.draw();
    byId("deck").focus();
  }
}
