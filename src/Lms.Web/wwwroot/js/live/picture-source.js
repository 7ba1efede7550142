// @ts-check
// Pictures for a browser without a decoder of its own: frames become small clusters of a stream. Each
// is held until the next one tells how long it lasts; with a guessed length a player stops for good at
// the first gap.
import { element, uint } from "lms/live/ebml.js";

const type = 'video/webm; codecs="vp8"';

export class PictureSource {
  #source = new MediaSource();
  #buffer = /** @type {SourceBuffer | null} */ (null);
  #waiting = /** @type {Uint8Array[]} */ ([]);
  #held = /** @type {import("lms/live/wire.js").Frame | null} */ (null);
  #firstUs = -1;

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    this.video = video;
    video.muted = true;
    video.src = URL.createObjectURL(this.#source);
    this.#source.addEventListener("sourceopen", () => {
      this.#buffer = this.#source.addSourceBuffer(type);
      this.#buffer.addEventListener("updateend", () => this.#next());
      this.#next();
    });
  }

  /** @param {import("lms/live/wire.js").Frame} frame */
  push(frame) {
    const held = this.#held;
    if (this.#firstUs < 0 || (held && frame.time < held.time)) {
      this.#firstUs = frame.time;
      this.#waiting.push(beginning(frame.bytes));
    } else if (held) {
      this.#waiting.push(clusterOf(held, (held.time - this.#firstUs) / 1000, (frame.time - held.time) / 1000));
      this.#next();
    }
    this.#held = { ...frame, bytes: frame.bytes.slice() };
  }

  #next() {
    const buffer = this.#buffer;
    if (!buffer || buffer.updating || this.#waiting.length === 0) return;
    const next = this.#waiting.shift();
    if (next) buffer.appendBuffer(/** @type {BufferSource} */ (next));
    const ranges = this.video.buffered;
    if (ranges.length === 0) return;
    const live = ranges.end(ranges.length - 1);
    // Sound is played as it comes; a picture that waits would be late beside it.
    if (live - this.video.currentTime > 1) this.video.currentTime = live - 0.1;
    if (this.video.paused) this.video.play().catch(() => {});
  }
}

/** @param {Uint8Array} key */
function beginning(key) {
  const width = (key[6] | (key[7] << 8)) & 0x3fff;
  const height = (key[8] | (key[9] << 8)) & 0x3fff;
  const text = (/** @type {string} */ words) => new TextEncoder().encode(words);
  const head = element(0x1a45dfa3, element(0x4282, text("webm")), element(0x4287, [4]), element(0x4285, [2]));
  const tracks = element(
    0x1654ae6b,
    element(
      0xae,
      element(0xd7, [1]),
      element(0x73c5, [1]),
      element(0x83, [1]),
      element(0x86, text("V_VP8")),
      element(0xe0, element(0xb0, uint(width, 2)), element(0xba, uint(height, 2))),
    ),
  );
  const scale = element(0x1549a966, element(0x2ad7b1, uint(1_000_000)));
  const segment = [0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
  return Uint8Array.from([...head, ...segment, ...scale, ...tracks]);
}

/** @param {import("lms/live/wire.js").Frame} frame @param {number} atMs @param {number} lastsMs */
function clusterOf(frame, atMs, lastsMs) {
  const block = element(0xa1, [0x81, 0, 0, 0], frame.bytes);
  const before = frame.key ? [] : element(0xfb, [1]);
  return element(
    0x1f43b675,
    element(0xe7, uint(Math.round(atMs))),
    element(0xa0, block, element(0x9b, uint(Math.max(1, Math.round(lastsMs)))), before),
  );
}
