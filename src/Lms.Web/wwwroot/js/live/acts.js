// @ts-check
// What a person did, until the server has it. What is said or chosen is kept on the device with the id
// of its operation, so that a closed tab or a dead battery loses nothing and nothing is said twice;
// what only holds for the moment (a slide, a hand) waits in memory.
import { createStore, del, entries, set } from "idb-keyval";
import { uuid7 } from "./uuid7.js";

/** @typedef {{ operation: string, kind: string, number?: number, [field: string]: any }} Act */

const kept = new Set(["chatPosted", "asked", "askedVoted", "voted", "checkAnswered", "decisionNoted"]);

/** Of two of these the later one holds: the earlier need not be sent any more. */
/** @type {Record<string, string>} */
const overtaken = { voted: "poll", askedVoted: "question", slideShown: "", handRaised: "", handLowered: "", captionTyped: "" };

export class Acts {
  /** @param {string} mine Names this person in this room. */
  constructor(mine) {
    this.mine = mine;
    this.store = createStore("lms-room", "acts");
    /** @type {Act[]} */
    this.waiting = [];
  }

  /** What an earlier page of the same person left. */
  async recall() {
    try {
      const left = (await entries(this.store))
        .filter(([key]) => String(key).startsWith(`${this.mine} `))
        .map(([, act]) => /** @type {Act} */ (act));
      const known = new Set(this.waiting.map((act) => act.operation));
      this.waiting = [...left.filter((act) => !known.has(act.operation)), ...this.waiting].sort((one, other) => (one.operation < other.operation ? -1 : 1));
    } catch {
      // A private window may keep nothing: then it waits in memory.
    }
  }

  /** @param {string} kind @param {Record<string, any>} fields */
  async add(kind, fields) {
    const act = { operation: uuid7(), kind, ...fields };
    const by = overtaken[kind];
    if (by !== undefined) {
      for (const old of this.waiting.filter((one) => one.kind === kind && one.number === undefined && (by === "" || one[by] === fields[by]))) {
        await this.done(old);
      }
    }
    this.waiting.push(act);
    if (kept.has(kind)) {
      try {
        await set(`${this.mine} ${act.operation}`, act, this.store);
      } catch {
        // As above.
      }
    }
    return act;
  }

  /** @param {Act} act */
  async done(act) {
    this.waiting = this.waiting.filter((one) => one.operation !== act.operation);
    try {
      await del(`${this.mine} ${act.operation}`, this.store);
    } catch {
      // As above.
    }
  }

  /** Those not acknowledged yet. */
  get unsent() {
    return this.waiting.filter((act) => act.number === undefined);
  }
}
