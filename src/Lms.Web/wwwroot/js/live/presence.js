// @ts-check
// That a person is there: a beat each ten seconds and a little. Beats that could not be sent are kept
// as spans and brought later; the server counts of them what it missed itself.
import { later, never } from "./timer.js";
import { uuid7 } from "./uuid7.js";

const EVERY = 10_000;
const JITTER = 1_000;
const MOST_KEPT = 100;

export class Presence {
  /**
   * @param {import("./live-client.js").LiveClient} client
   * @param {() => boolean} isAudible
   * @param {(own: { at: number, present: number, live: number, percent: number }) => void} counted
   */
  constructor(client, isAudible, counted) {
    this.client = client;
    this.isAudible = isAudible;
    this.counted = counted;
    this.presence = uuid7();
    /** @type {[number, number][]} */
    this.kept = [];
    this.timer = 0;
    this.isIn = false;
    this.rests = () => {};
  }

  /** A browser that saves power puts no page to sleep that holds a lock. */
  begin() {
    this.isIn = true;
    navigator.locks?.request("room", { mode: "shared" }, () => this.isIn && new Promise((resolve) => { this.rests = () => resolve(null); })).catch(() => {});
  }

  end() {
    this.isIn = false;
    never(this.timer);
    this.rests();
  }

  /** A new connection is a new presence. */
  renew() {
    this.presence = uuid7();
    if (this.isIn) this.beat();
  }

  async beat() {
    never(this.timer);
    this.timer = later(() => this.beat(), EVERY + JITTER * Math.random());
    const kept = this.kept.map(([from, until]) => [Math.round(from), Math.round(until)]);
    const own = await this.client.tryTo("Beat", { presence: this.presence, visible: !document.hidden, audible: this.isAudible(), kept });
    if (own && !own.refusal) {
      this.kept = this.kept.slice(kept.length);
      if (typeof own.percent === "number") this.counted(own);
    } else {
      this.keep(this.client.now());
    }
  }

  /** @param {number} at */
  keep(at) {
    const last = this.kept.at(-1);
    if (last && at - last[1] < EVERY + 2 * JITTER) last[1] = at;
    else if (this.kept.length < MOST_KEPT) this.kept.push([at, at]);
  }
}
