// @ts-check
// Shows the camera or the screen on a canvas; where a browser cannot decode by itself, in a video
// element beside it.
import { Sequence } from "lms/live/wire.js";
import { PictureSource } from "lms/live/picture-source.js";

const mostWaiting = 12;

/** Event `size` (detail: { width, height } or null when it was switched off). */
export class PicturePlayer extends EventTarget {
  #sequence = new Sequence();
  #decoder = /** @type {VideoDecoder | null} */ (null);
  #source = /** @type {PictureSource | null} */ (null);
  #awaitsKey = true;

  /** @param {number} track @param {HTMLCanvasElement} canvas @param {HTMLVideoElement | null} video */
  constructor(track, canvas, video = null) {
    super();
    this.track = track;
    this.canvas = canvas;
    this.video = video;
    this.shown = 0;
  }

  /** @param {import("lms/live/wire.js").Packet} packet */
  push(packet) {
    if (packet.track !== this.track) return;
    if (packet.config?.kind === "off") return this.#switchOff();
    if (packet.config) return;
    if (this.#sequence.breaks(packet)) this.#awaitsKey = true;
    for (const frame of packet.frames) this.#show(frame);
  }

  stop() {
    this.#switchOff();
  }

  /** @param {import("lms/live/wire.js").Frame} frame */
  #show(frame) {
    if (this.#awaitsKey && !frame.key) return;
    this.#awaitsKey = false;
    if (!("VideoDecoder" in globalThis)) return this.#showInVideo(frame);
    if (this.#decoder?.state !== "configured") this.#decoder = this.#open();
    if (this.#decoder.decodeQueueSize > mostWaiting) {
      this.#awaitsKey = true;
      return;
    }
    this.#decoder.decode(
      new EncodedVideoChunk({ type: frame.key ? "key" : "delta", timestamp: frame.time, data: frame.bytes }),
    );
  }

  #open() {
    const decoder = new VideoDecoder({
      output: (picture) => this.#draw(picture),
      error: () => (this.#awaitsKey = true),
    });
    decoder.configure({ codec: "vp8", optimizeForLatency: true });
    return decoder;
  }

  /** @param {VideoFrame} picture */
  #draw(picture) {
    const { displayWidth: width, displayHeight: height } = picture;
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.dispatchEvent(new CustomEvent("size", { detail: { width, height } }));
    }
    this.canvas.getContext("2d")?.drawImage(picture, 0, 0);
    picture.close();
    this.shown++;
  }

  /** @param {import("lms/live/wire.js").Frame} frame */
  #showInVideo(frame) {
    if (!this.video) return;
    this.#source ??= new PictureSource(this.video);
    this.#source.push(frame);
    this.shown++;
  }

  #switchOff() {
    if (this.#decoder?.state === "configured") this.#decoder.close();
    this.#decoder = null;
    this.#source = null;
    this.#awaitsKey = true;
    this.dispatchEvent(new CustomEvent("size", { detail: null }));
  }
}
