// @ts-check
// From a microphone to Opus: by a worklet and an encoder, and where there is none by a recorder whose
// stream is taken apart.
import { WebmFrames } from "lms/live/ebml.js";

/** @typedef {import("lms/live/wire.js").Frame} Frame */

const frameUs = 20_000;
const framesOfPacket = 5;
const tolerated = 60_000;
const lookUs = 5_000_000;
// With what frames, packets and messages add, a listener gets less than 35 kbit/s.
const bitrate = 24_000;

export const voiceConfig = { kind: "audio", codec: "opus", rate: 48_000 };

/** What a device can: "encoder", "recorder" or "none". */
export async function voiceWay() {
  if ("AudioEncoder" in globalThis && "AudioWorkletNode" in globalThis) {
    const support = await AudioEncoder.isConfigSupported(encoding).catch(() => ({ supported: false }));
    if (support.supported) return "encoder";
  }
  return globalThis.MediaRecorder?.isTypeSupported("audio/webm;codecs=opus") ? "recorder" : "none";
}

const encoding = /** @type {AudioEncoderConfig} */ ({
  codec: "opus",
  sampleRate: 48_000,
  numberOfChannels: 1,
  bitrate,
  opus: { frameDuration: frameUs, application: "voip", usedtx: false },
});

export class VoiceCapture {
  #frames = /** @type {Frame[]} */ ([]);
  #stop = async () => {};

  /**
   * @param {MediaStream} stream
   * @param {() => number} now The media clock, in microseconds.
   * @param {(frames: Frame[]) => void} send
   */
  constructor(stream, now, send) {
    this.stream = stream;
    this.now = now;
    this.send = send;
    this.level = 0;
  }

  /** @param {string} [way] */
  async start(way) {
    way ??= await voiceWay();
    if (way === "recorder") return this.#record();
    try {
      await this.#encode();
    } catch (failure) {
      // A browser may refuse a microphone at another rate than the context's.
      if (!globalThis.MediaRecorder?.isTypeSupported("audio/webm;codecs=opus")) throw failure;
      this.#record();
    }
  }

  async stop() {
    await this.#stop();
  }

  async #encode() {
    const context = new AudioContext({ sampleRate: 48_000, latencyHint: "interactive" });
    await context.audioWorklet.addModule("/js/live/capture-worklet.js");
    const encoder = new AudioEncoder({
      output: (chunk) => {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        this.#add({ time: chunk.timestamp, key: true, bytes });
      },
      error: () => {},
    });
    encoder.configure(encoding);
    const node = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0 });
    const clock = new SampleClock(this.now);
    node.port.onmessage = ({ data }) => {
      if (encoder.state !== "configured") return;
      this.level = Math.sqrt(data.reduce((/** @type {number} */ sum, /** @type {number} */ one) => sum + one * one, 0) / data.length);
      const sound = new AudioData({
        format: "f32-planar",
        sampleRate: 48_000,
        numberOfFrames: data.length,
        numberOfChannels: 1,
        timestamp: clock.next(),
        data,
      });
      encoder.encode(sound);
      sound.close();
    };
    context.createMediaStreamSource(this.stream).connect(node);
    await context.resume();
    this.#stop = async () => {
      if (encoder.state === "configured") encoder.close();
      await context.close();
    };
  }

  #record() {
    const recorder = new MediaRecorder(this.stream, { mimeType: "audio/webm;codecs=opus", audioBitsPerSecond: bitrate });
    const webm = new WebmFrames();
    const startedAt = this.now();
    let reading = Promise.resolve();
    recorder.ondataavailable = ({ data }) => {
      // One after the other, or chunks change places.
      reading = reading.then(async () => {
        for (const frame of webm.push(new Uint8Array(await data.arrayBuffer()))) {
          this.#add({ time: startedAt + frame.ms * 1000, key: true, bytes: frame.bytes });
        }
        this.#flush();
      });
    };
    recorder.start(100);
    this.#stop = async () => {
      if (recorder.state !== "inactive") recorder.stop();
    };
  }

  /** @param {Frame} frame */
  #add(frame) {
    this.#frames.push(frame);
    if (this.#frames.length >= framesOfPacket) this.#flush();
  }

  #flush() {
    if (this.#frames.length > 0) this.send(this.#frames.splice(0));
  }
}

/**
 * Counts samples, because only they are even; and follows the clock of the page, because a sound card
 * strays from it by a second in an hour or two.
 */
class SampleClock {
  #next = -1;
  #least = Infinity;
  #lookedAt = 0;

  /** @param {() => number} now */
  constructor(now) {
    this.now = now;
  }

  next() {
    const now = this.now();
    if (this.#next < 0) {
      this.#next = now;
      this.#lookedAt = now;
    }
    // Blocks may be late, never early: the least lag of some seconds is the true one.
    this.#least = Math.min(this.#least, now - this.#next);
    if (now - this.#lookedAt > lookUs) {
      if (Math.abs(this.#least) > tolerated) this.#next += this.#least;
      this.#least = Infinity;
      this.#lookedAt = now;
    }
    const time = this.#next;
    this.#next += frameUs;
    return Math.max(0, Math.round(time));
  }
}
