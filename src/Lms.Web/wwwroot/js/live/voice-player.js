// @ts-check
// Plays voice: Opus by WebAssembly into a ring, the same way in every browser. It heeds no times of
// frames; what comes is played, so a browser's clocks cannot make it crackle.
import "opus-decoder";
import { Track } from "lms/live/wire.js";

const { OpusDecoder } = /** @type {any} */ (globalThis)["opus-decoder"];

/** @typedef {{ level: number, waitingMs: number, underruns: number, jumps: number }} Heard */
/** @typedef {{ decoder: any, node: AudioWorkletNode }} Voice */

/** Event `heard` (detail: Heard) ten times a second, of the trainer's voice. */
export class VoicePlayer extends EventTarget {
  #voices = /** @type {Map<number, Promise<Voice>>} */ (new Map());

  constructor() {
    super();
    this.context = /** @type {AudioContext | null} */ (null);
    this.heard = /** @type {Heard} */ ({ level: 0, waitingMs: 0, underruns: 0, jumps: 0 });
    this.output = /** @type {GainNode | null} */ (null);
  }

  /**
   * Called in the click that joins: browsers play nothing before one. False when the device has
   * nothing to play with.
   */
  async start() {
    const audioSession = /** @type {any} */ (navigator).audioSession;
    if (audioSession) audioSession.type = "playback";
    const context = new AudioContext({ sampleRate: 48_000, latencyHint: "interactive" });
    await context.audioWorklet.addModule("/js/live/ring-worklet.js");
    this.output = new GainNode(context);
    this.output.connect(context.destination);
    this.context = context;
    // A phone interrupts sound when it is locked.
    context.addEventListener("statechange", () => {
      if (context.state !== "running" && context.state !== "closed") context.resume().catch(() => {});
    });
    return Promise.race([
      context.resume().then(() => true),
      new Promise((resolve) => setTimeout(() => resolve(false), 3000)),
    ]);
  }

  /** @param {number} volume 0 to 1 */
  setVolume(volume) {
    if (this.output) this.output.gain.value = volume;
  }

  /** @param {import("lms/live/wire.js").Packet} packet */
  async push(packet) {
    if (!this.context || packet.config || (packet.track !== Track.voice && packet.track !== Track.floor)) return;
    let making = this.#voices.get(packet.track);
    if (!making) this.#voices.set(packet.track, (making = this.#make(packet.track)));
    const voice = await making;
    for (const frame of packet.frames) {
      const { channelData, samplesDecoded } = voice.decoder.decodeFrame(frame.bytes);
      if (samplesDecoded > 0) voice.node.port.postMessage(channelData[0].slice(0, samplesDecoded));
    }
  }

  async stop() {
    for (const making of this.#voices.values()) (await making).decoder.free();
    this.#voices.clear();
    await this.context?.close();
    this.context = null;
  }

  /** @param {number} track @returns {Promise<Voice>} */
  async #make(track) {
    const decoder = new OpusDecoder({ channels: 1, sampleRate: 48_000 });
    await decoder.ready;
    const context = /** @type {AudioContext} */ (this.context);
    const node = new AudioWorkletNode(context, "ring", { numberOfInputs: 0, outputChannelCount: [1] });
    node.connect(/** @type {GainNode} */ (this.output));
    node.port.onmessage = ({ data }) => {
      if (track !== Track.voice) return;
      this.heard = data;
      this.dispatchEvent(new CustomEvent("heard", { detail: data }));
    };
    return { decoder, node };
  }
}
