// @ts-check
// Whether the link carries the voice. The server leaves out what a slow link did not take in time: that
// shows as holes in the numbers of its packets. Holes that the speaker's own link made bear a mark and
// are none.
import { Flag, Track } from "./wire.js";

/** @typedef {import("./wire.js").Packet} Packet */

/** One hole is a passing cloud; a second soon after it, and much of the voice gone, is the link. */
const WINDOW = 12_000;
const LEAST_HOLES = 2;
const LEAST_SHARE = 0.25;
/** Nothing comes through at all: the connection of media is lost, and that of events is not. */
const LOSSES_WITHIN = 60_000;
const LEAST_LOSSES = 2;

export class VoiceLoss {
  constructor() {
    this.last = /** @type {Map<number, { epoch: number, seq: number }>} */ (new Map());
    this.heard = /** @type {{ at: number, missed: number }[]} */ ([]);
    this.lost = /** @type {number[]} */ ([]);
  }

  /** @param {Packet} packet @param {number} at */
  take(packet, at) {
    if (packet.config || (packet.track !== Track.voice && packet.track !== Track.floor)) return;
    const last = this.last.get(packet.track);
    this.last.set(packet.track, { epoch: packet.epoch, seq: packet.seq });
    const isNext = last === undefined || last.epoch !== packet.epoch || packet.seq <= last.seq || (packet.flags & Flag.discontinuity) !== 0;
    this.heard.push({ at, missed: isNext ? 0 : packet.seq - last.seq - 1 });
  }

  /** @param {number} at */
  lose(at) {
    this.last.clear();
    this.lost.push(at);
  }

  /** @param {number} at */
  isTooThin(at) {
    this.heard = this.heard.filter((one) => at - one.at <= WINDOW);
    this.lost = this.lost.filter((one) => at - one <= LOSSES_WITHIN);
    const missed = this.heard.reduce((sum, one) => sum + one.missed, 0);
    const holes = this.heard.filter((one) => one.missed > 0).length;
    return this.lost.length >= LEAST_LOSSES || (holes >= LEAST_HOLES && missed >= LEAST_SHARE * (missed + this.heard.length));
  }

  clear() {
    this.last.clear();
    this.heard = [];
    this.lost = [];
  }
}
