// @ts-check
// Answers on their way to the server. Each is kept on the device first, sent with the id of its
// operation until the server says it is saved, and only then forgotten: a lost network, a closed tab
// or a dead battery costs nothing.
import { createStore, del, entries, set, get } from "idb-keyval";

/** @typedef {{ attempt: string, question: string, values: string[], operation: string, choice?: string[] }} Letter */
/** @typedef {{ state: "saved" | "waiting" | "failed" | "closed", waiting: number, savedAt?: Date }} Report */

const store = createStore("lms-answers", "waiting");
// A letter kept by the first release calls its values a choice.
const valuesOf = (/** @type {Letter} */ letter) => letter.values ?? letter.choice ?? [];
const pauses = [1, 2, 4, 8, 15, 30];

export class Outbox {
  /** @param {string} attempt @param {(report: Report) => void} report */
  constructor(attempt, report) {
    this.attempt = attempt;
    this.report = report;
    this.sending = /** @type {Promise<boolean> | null} */ (null);
    this.failures = 0;
    this.timer = 0;
    addEventListener("online", () => this.flush());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.flush());
  }

  /** @param {string} question @param {string[]} values */
  async put(question, values) {
    await set(`${this.attempt} ${question}`, { attempt: this.attempt, question, values, operation: uuid7() }, store);
    await this.flush();
  }

  /** @returns {Promise<Letter[]>} */
  async letters() {
    const all = await entries(store);
    return all.map(([, letter]) => /** @type {Letter} */ (letter)).filter((letter) => letter.attempt === this.attempt);
  }

  /** Answers that wait for the network, by question. */
  async kept() {
    return new Map((await this.letters()).map((letter) => [letter.question, valuesOf(letter)]));
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
      if (answer === "later" || answer === "sign-in") {
        const left = (await this.letters()).length;
        this.report({ state: answer === "later" ? "waiting" : "failed", waiting: left });
        const pause = pauses[Math.min(this.failures++, pauses.length - 1)];
        this.timer = setTimeout(() => this.flush(), pause * 1000 * (0.8 + 0.4 * Math.random()));
        return false;
      }
      this.failures = 0;
      const key = `${letter.attempt} ${letter.question}`;
      const now = /** @type {Letter | undefined} */ (await get(key, store));
      if (now?.operation === letter.operation) await del(key, store);
      this.report(answer === "closed" ? { state: "closed", waiting: 0 } : { state: "saved", waiting: 0, savedAt: answer });
    }
    return (await this.letters()).length === 0 || this.send();
  }
}

/** @param {Letter} letter @returns {Promise<Date | "later" | "sign-in" | "closed">} */
async function post(letter) {
  try {
    const response = await fetch(`/api/v1/attempts/${letter.attempt}/answers/${encodeURIComponent(letter.question)}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ operation: letter.operation, values: valuesOf(letter) }),
    });
    if (response.ok) return new Date((await response.json()).savedAt);
    if (response.status === 401) return "sign-in";
    return response.status === 409 || response.status === 404 || response.status === 400 ? "closed" : "later";
  } catch {
    return "later";
  }
}

/** A version 7 UUID (RFC 9562, 5.7). */
function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let at = 5; at >= 0; at--) {
    bytes[at] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
