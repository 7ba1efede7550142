// @ts-check
// From a camera or a shared screen to VP8. Frames are taken from the track itself, because the page of
// a trainer who switches windows paints nothing.
import { WebmFrames } from "lms/live/ebml.js";
import { every } from "lms/live/timer.js";

/** @typedef {import("lms/live/wire.js").Frame} Frame */
/** @typedef {import("lms/live/wire.js").Config} Config */
/** @typedef {{ width: number, height: number, rate: number, bitrate: number }} Shape */

/** @type {Record<"camera" | "screen", Shape>} */
export const shapes = {
  camera: { width: 640, height: 360, rate: 10, bitrate: 200_000 },
  screen: { width: 1280, height: 720, rate: 5, bitrate: 300_000 },
};

const keyUs = 5_000_000;
const stillMs = 1000;
// A packet holds 96 kB; a picture that comes near is made smaller.
const mostBytes = 80_000;
const recorded = "video/webm;codecs=vp8";

/** What a device can: "encoder", "recorder" or "none". */
export function pictureWay() {
  if ("VideoEncoder" in globalThis && "MediaStreamTrackProcessor" in globalThis) return "encoder";
  return globalThis.MediaRecorder?.isTypeSupported(recorded) ? "recorder" : "none";
}

export class PictureCapture {
  #wantsKey = true;
  #stop = () => {};
  #size = { width: 0, height: 0 };
  #keyAt = -Infinity;
  #shrink = 1;

  /**
   * @param {MediaStream} stream
   * @param {Shape} shape
   * @param {() => number} now The media clock, in microseconds.
   * @param {(config: Config) => void} begin
   * @param {(frames: Frame[]) => boolean} send False when it was dropped.
   */
  constructor(stream, shape, now, begin, send) {
    this.stream = stream;
    this.shape = shape;
    this.now = now;
    this.begin = begin;
    this.send = send;
  }

  start(way = pictureWay()) {
    if (way === "recorder") this.#record();
    else this.#encode();
  }

  /** The next frame is one that a picture can begin with. */
  askKey() {
    this.#wantsKey = true;
  }

  stop() {
    this.#stop();
  }

  #encode() {
    const Processor = /** @type {any} */ (globalThis).MediaStreamTrackProcessor;
    const reader = new Processor({ track: this.stream.getVideoTracks()[0] }).readable.getReader();
    const encoder = new VideoEncoder({ output: (chunk) => this.#take(chunk), error: () => {} });
    let last = /** @type {VideoFrame | null} */ (null);
    let sentAt = -Infinity;
    const encode = (/** @type {VideoFrame} */ picture) => {
      if (encoder.state === "closed" || encoder.encodeQueueSize > 2) return;
      this.#fit(encoder, picture);
      const now = this.now();
      const keyFrame = this.#wantsKey || now - this.#keyAt >= keyUs;
      if (keyFrame) {
        this.#keyAt = now;
        this.#wantsKey = false;
      }
      const timed = new VideoFrame(picture, { timestamp: Math.round(now) });
      encoder.encode(timed, { keyFrame });
      timed.close();
      sentAt = now;
    };
    const read = async () => {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        last?.close();
        last = value;
        if (this.now() - sentAt >= 950_000 / this.shape.rate) encode(value);
      }
    };
    read().catch(() => {});
    // A screen on which nothing moves gives no frames, and whoever comes late would see none.
    const stopStill = every(() => {
      if (last && this.now() - sentAt >= stillMs * 900) encode(last);
    }, stillMs / 4);
    this.#stop = () => {
      stopStill();
      reader.cancel().catch(() => {});
      last?.close();
      last = null;
      if (encoder.state !== "closed") encoder.close();
    };
  }

  /** @param {EncodedVideoChunk} chunk */
  #take(chunk) {
    const bytes = new Uint8Array(chunk.byteLength);
    chunk.copyTo(bytes);
    if (bytes.length > mostBytes) {
      this.#shrink *= 0.75;
      this.#wantsKey = true;
      return;
    }
    if (!this.send([{ time: chunk.timestamp, key: chunk.type === "key", bytes }])) this.#wantsKey = true;
  }

  // A shared window changes its size; its form is kept.
  /** @param {VideoEncoder} encoder @param {VideoFrame} picture */
  #fit(encoder, picture) {
    const scale = this.#shrink * Math.min(1, this.shape.width / picture.displayWidth, this.shape.height / picture.displayHeight);
    const width = Math.max(16, Math.round((picture.displayWidth * scale) / 2) * 2);
    const height = Math.max(16, Math.round((picture.displayHeight * scale) / 2) * 2);
    if (this.#size.width === width && this.#size.height === height) return;
    this.#size = { width, height };
    encoder.configure({
      codec: "vp8",
      width,
      height,
      bitrate: this.shape.bitrate,
      framerate: this.shape.rate,
      latencyMode: "realtime",
    });
    this.begin({ kind: "video", codec: "vp8", w: width, h: height });
    this.#wantsKey = true;
  }

  #record() {
    const settings = this.stream.getVideoTracks()[0].getSettings();
    this.begin({ kind: "video", codec: "vp8", w: settings.width ?? 640, h: settings.height ?? 360 });
    let recorder = /** @type {MediaRecorder | null} */ (null);
    // A recorder begins with a key frame and promises no other.
    const restart = () => {
      recorder?.stop();
      const webm = new WebmFrames();
      const startedAt = this.now();
      let reading = Promise.resolve();
      const next = new MediaRecorder(this.stream, { mimeType: recorded, videoBitsPerSecond: this.shape.bitrate });
      next.ondataavailable = ({ data }) => {
        reading = reading.then(async () => {
          for (const frame of webm.push(new Uint8Array(await data.arrayBuffer()))) {
            const time = startedAt + frame.ms * 1000;
            if (!this.send([{ time, key: frame.key, bytes: frame.bytes }])) this.#wantsKey = true;
          }
        });
      };
      next.start(200);
      recorder = next;
      this.#keyAt = startedAt;
      this.#wantsKey = false;
    };
    restart();
    const stopRenewing = every(() => {
      const age = this.now() - this.#keyAt;
      if (age >= keyUs || (this.#wantsKey && age >= 1_000_000)) restart();
    }, 250);
    this.#stop = () => {
      stopRenewing();
      if (recorder?.state !== "inactive") recorder?.stop();
    };
  }
}
