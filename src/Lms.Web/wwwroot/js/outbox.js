// @ts-check
// Answers on their way to the server. Each is kept on the device first, sent with the id of its
// operation until the server says it is saved, and only then forgotten: a lost network, a closed tab
// or a dead battery costs nothing.
import { createStore, del, entries, set, get } from "idb-keyval";

/** @typedef {{ values: string[], confidence: string | null }} Answer */
/** @typedef {Answer & { attempt: string, question: string, operation: string, choice?: string[] }} Letter */
/** @typedef {"saved" | "waiting" | "signed-out" | "closed"} State */
/** @typedef {{ state: State, waiting: number, savedAt?: Date, deadlineAt?: string | null, letter?: Letter }} Report */
/** @typedef {{ savedAt: string, deadlineAt: string | null }} Saved */

const store = createStore("lms-answers", "waiting");
const pauses = [1, 2, 4, 8, 15, 30];

// A letter kept by the first release calls its values a choice.
/** @param {Letter} letter @returns {Answer} */
const answerIn = (letter) => ({
  values: letter.values ?? letter.choice ?? [],
  confidence: letter.confidence ?? null,
});

export class Outbox {
  /**
   * @param {string} attempt
   * @param {() => number} now The server's clock, in milliseconds, as well as the device can tell.
   * @param {(report: Report) => void} report
   */
  constructor(attempt, now, report) {
    this.attempt = attempt;
    this.now = now;
    this.report = report;
    this.sending = /** @type {Promise<boolean> | null} */ (null);
    this.failures = 0;
    this.timer = 0;
    addEventListener("online", () => this.flush());
  }

  /** Keeps an answer on the device, over an earlier one to the same question. */
  /** @param {string} question @param {Answer} answer */
  async keep(question, answer) {
    const letter = { ...answer, attempt: this.attempt, question, operation: uuid7(this.now()) };
    await set(`${this.attempt} ${question}`, letter, store);
  }

  /** @returns {Promise<Letter[]>} */
  async letters() {
    const all = await entries(store);
    return all.map(([, letter]) => /** @type {Letter} */ (letter)).filter((letter) => letter.attempt === this.attempt);
  }

  /** Answers that wait, by question. */
  async kept() {
    return new Map((await this.letters()).map((letter) => [letter.question, answerIn(letter)]));
  }

  /** Sends what waits; true when nothing is left to send. */
  async flush() {
    while (this.sending) await this.sending;
    clearTimeout(this.timer);
    this.sending = this.send();
    try {
      return await this.sending;
    } finally {
      this.sending = null;
    }
  }

  /** @returns {Promise<boolean>} */
  async send() {
    for (const letter of await this.letters()) {
      const answer = await post(letter);
      if (answer === "later" || answer === "signed-out") {
        const left = (await this.letters()).length;
        this.report({ state: answer === "later" ? "waiting" : "signed-out", waiting: left });
        const pause = pauses[Math.min(this.failures++, pauses.length - 1)];
        this.timer = setTimeout(() => this.flush(), pause * 1000 * (0.8 + 0.4 * Math.random()));
        return false;
      }
      this.failures = 0;
      const key = `${letter.attempt} ${letter.question}`;
      const now = /** @type {Letter | undefined} */ (await get(key, store));
      if (now?.operation === letter.operation) await del(key, store);
      if (answer === "closed") {
        this.report({ state: "closed", waiting: 0 });
      } else if (answer !== "passed") {
        this.report({ state: "saved", waiting: 0, savedAt: new Date(answer.savedAt), deadlineAt: answer.deadlineAt, letter });
      }
    }
    return (await this.letters()).length === 0 || this.send();
  }
}

/** Nothing of a closed attempt stays on the device. */
/** @param {string} attempt */
export async function forget(attempt) {
  for (const [key, letter] of await entries(store)) {
    if (/** @type {Letter} */ (letter).attempt === attempt) await del(key, store);
  }
}

/** @param {Letter} letter @returns {Promise<Saved | "later" | "signed-out" | "closed" | "passed">} */
async function post(letter) {
  try {
    const response = await fetch(`/api/v1/attempts/${letter.attempt}/answers/${encodeURIComponent(letter.question)}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ operation: letter.operation, ...answerIn(letter) }),
    });
    if (response.ok) return await response.json();
    if (response.status === 401) return "signed-out";
    if (response.status === 409) return (await response.json()).code === "question-passed" ? "passed" : "closed";
    return response.status === 404 || response.status === 400 ? "closed" : "later";
  } catch {
    return "later";
  }
}

/** A version 7 UUID (RFC 9562, 5.7). */
/** @param {number} time */
function uuid7(time) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let at = 5; at >= 0; at--) {
    bytes[at] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
