// @ts-check
// Sends the packets of one publisher. Few are on their way at once: the browser hides how much a slow
// link holds up, and only answers tell. Voice that could not be sent is kept, and sent afterwards for
// the recording.
import { every } from "lms/live/timer.js";
import { Flag, Track, configOf, packetOf } from "lms/live/wire.js";

/** @typedef {import("lms/live/wire.js").Frame} Frame */
/** @typedef {import("lms/live/wire.js").Config} Config */
/** @typedef {import("lms/live/media-client.js").MediaClient} MediaClient */

const mostOnTheWay = 20;
// Pictures leave room for voice, and rest after a loss: each begins with a key frame, which is the
// largest, and a thin line would get nothing else.
const mostWithPictures = 8;
const restMs = 1000;
const longestRestMs = 8000;
const keptMs = 120_000;
const framesOfLate = 75;
const latePauseMs = 400;

/** Events: `key` (detail: track), `refused` (detail: { track, answer }). */
export class Sender extends EventTarget {
  #epoch = crypto.getRandomValues(new Uint16Array(1))[0];
  #tracks = /** @type {Map<number, { seq: number, config: Config, gap: boolean, restMs: number, restsUntil: number }>} */ (new Map());
  #kept = /** @type {Map<number, Frame[]>} */ (new Map());
  #onTheWay = 0;
  #startedAt = performance.now();
  #stopLate;

  /** @param {MediaClient} client */
  constructor(client) {
    super();
    this.client = client;
    this.dropped = 0;
    this.sent = 0;
    client.addEventListener("state", () => client.isOpen && this.#resume());
    client.addEventListener("key", (event) => this.#askKey(/** @type {CustomEvent} */ (event).detail));
    this.#stopLate = every(() => this.#sendLate(), latePauseMs);
  }

  /** The media clock that all tracks share, in microseconds. */
  get now() {
    return (performance.now() - this.#startedAt) * 1000;
  }

  /** Milliseconds of voice that wait for the recording. */
  get keptMs() {
    return [...this.#kept.values()].reduce((sum, frames) => sum + frames.length * 20, 0);
  }

  /** @param {number} track @param {Config} config */
  begin(track, config) {
    const { seq = 0, restsUntil = 0 } = this.#tracks.get(track) ?? {};
    this.#tracks.set(track, { seq, config, gap: true, restMs, restsUntil });
    this.#configure(track);
  }

  /** @param {number} track */
  end(track) {
    if (this.#tracks.delete(track) && this.client.isOpen) {
      this.client.publish(configOf(track, this.#epoch, { kind: "off", codec: "" })).catch(() => {});
    }
  }

  /** False when it was dropped: then the next picture must be a key frame. @param {number} track @param {Frame[]} frames */
  send(track, frames) {
    const state = this.#tracks.get(track);
    if (!state) return false;
    const most = isVoice(track) ? mostOnTheWay : mostWithPictures;
    if (performance.now() < state.restsUntil) return false;
    if (!this.client.isOpen || this.#onTheWay >= most) {
      this.#lose(track, frames);
      return false;
    }
    const flags = (frames[0].key && !isVoice(track) ? Flag.key : 0) | (state.gap ? Flag.discontinuity : 0);
    state.gap = false;
    this.#post(track, frames, packetOf(track, flags, this.#epoch, state.seq++, frames));
    return true;
  }

  /** @param {number} track @param {Frame[]} frames @param {Uint8Array} packet */
  async #post(track, frames, packet) {
    this.#onTheWay++;
    try {
      const answer = await this.client.publish(packet);
      if (answer === "Taken") this.sent++;
      else this.#refused(track, frames, answer);
    } catch {
      // Whether it arrived nobody knows; the recording takes it once.
      this.#lose(track, frames);
    } finally {
      this.#onTheWay--;
    }
  }

  /** @param {number} track @param {Frame[]} frames @param {string} answer */
  #refused(track, frames, answer) {
    if (answer === "NeedsConfig") this.#configure(track);
    if (answer === "NeedsConfig" || answer === "TooFast") {
      this.#lose(track, frames);
      return;
    }
    this.dropped++;
    if (answer !== "Malformed") this.#tracks.delete(track);
    this.dispatchEvent(new CustomEvent("refused", { detail: { track, answer } }));
  }

  /** @param {number} track @param {Frame[]} frames */
  #lose(track, frames) {
    this.dropped++;
    const state = this.#tracks.get(track);
    if (state) state.gap = true;
    if (isVoice(track)) {
      const kept = this.#kept.get(track) ?? [];
      kept.push(...frames);
      while (kept.length > 0 && kept[kept.length - 1].time - kept[0].time > keptMs * 1000) kept.shift();
      this.#kept.set(track, kept);
    } else {
      this.#rest(track);
      this.#askKey(track);
    }
  }

  /** @param {number} track */
  #rest(track) {
    const state = this.#tracks.get(track);
    const now = performance.now();
    if (!state || now < state.restsUntil) return;
    const isSoon = now - state.restsUntil < longestRestMs;
    state.restMs = isSoon ? Math.min(longestRestMs, state.restMs * 2) : restMs;
    state.restsUntil = now + state.restMs;
  }

  /** Sends nothing any more, kept voice neither. */
  close() {
    this.#stopLate();
    this.#tracks.clear();
  }

  #resume() {
    for (const [track, state] of this.#tracks) {
      Object.assign(state, { restMs, restsUntil: 0 });
      this.#configure(track);
    }
  }

  /** @param {number} track */
  #configure(track) {
    const state = this.#tracks.get(track);
    if (!state) return;
    if (this.client.isOpen) this.client.publish(configOf(track, this.#epoch, state.config)).catch(() => {});
    this.#askKey(track);
  }

  // A little at a time, so that what is live goes before it.
  #sendLate() {
    if (!this.client.isOpen || this.#onTheWay > 2) return;
    for (const [track, kept] of this.#kept) {
      if (kept.length === 0 || !this.#tracks.has(track)) continue;
      kept.sort((one, other) => one.time - other.time);
      const frames = kept.splice(0, framesOfLate);
      this.#post(track, frames, packetOf(track, Flag.backfill, this.#epoch, 0, frames));
      return;
    }
  }

  /** @param {number} track */
  #askKey(track) {
    this.dispatchEvent(new CustomEvent("key", { detail: track }));
  }
}

/** @param {number} track */
const isVoice = (track) => track === Track.voice || track === Track.floor;
