// @ts-check
// What a trainer sends: voice, camera, screen; and a participant who has the floor: voice.
import { PictureCapture, pictureWay, shapes } from "lms/live/picture-capture.js";
import { Sender } from "lms/live/sender.js";
import { VoiceCapture, voiceConfig, voiceWay } from "lms/live/voice-capture.js";
import { Track } from "lms/live/wire.js";

const hearing = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** What this device can publish; each is "encoder", "recorder" or "none". */
export async function deviceCheck() {
  return { voice: await voiceWay(), picture: pictureWay() };
}

/** Event `refused` (detail: { track, answer }): the server takes this track no more. */
export class Publisher extends EventTarget {
  #voices = /** @type {Map<number, VoiceCapture>} */ (new Map());
  #pictures = /** @type {Map<number, PictureCapture>} */ (new Map());

  /** @param {import("lms/live/media-client.js").MediaClient} client */
  constructor(client) {
    super();
    this.sender = new Sender(client);
    this.sender.addEventListener("key", (event) => {
      this.#pictures.get(/** @type {CustomEvent} */ (event).detail)?.askKey();
    });
    this.sender.addEventListener("refused", (event) => {
      const { track, answer } = /** @type {CustomEvent} */ (event).detail;
      if (answer !== "Malformed") this.#stop(track);
      this.dispatchEvent(new CustomEvent("refused", { detail: { track, answer } }));
    });
  }

  /** How loud the microphone is, 0 to 1. */
  get level() {
    return this.#voices.get(Track.voice)?.level ?? this.#voices.get(Track.floor)?.level ?? 0;
  }

  /** @param {{ track?: number, stream?: MediaStream, way?: string }} [options] */
  async startVoice({ track = Track.voice, stream, way } = {}) {
    const sound = stream ?? (await navigator.mediaDevices.getUserMedia({ audio: hearing }));
    const capture = new VoiceCapture(sound, () => this.sender.now, (frames) => this.sender.send(track, frames));
    this.sender.begin(track, voiceConfig);
    this.#voices.set(track, capture);
    await capture.start(way);
    return sound;
  }

  /** @param {{ stream?: MediaStream, way?: string }} [options] */
  async startCamera({ stream, way } = {}) {
    const { width, height, rate } = shapes.camera;
    const video = { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: rate } };
    return this.#show(Track.camera, stream ?? (await navigator.mediaDevices.getUserMedia({ video })), shapes.camera, way);
  }

  /** @param {{ stream?: MediaStream, way?: string }} [options] */
  async startScreen({ stream, way } = {}) {
    return this.#show(Track.screen, stream ?? (await navigator.mediaDevices.getDisplayMedia()), shapes.screen, way);
  }

  /** Switches a track off, and its device. @param {number} track */
  stop(track) {
    this.sender.end(track);
    this.#stop(track);
  }

  /** Switches everything off for good. */
  close() {
    for (const track of Object.values(Track)) this.stop(track);
    this.sender.close();
  }

  /** @param {number} track @param {MediaStream} stream @param {import("lms/live/picture-capture.js").Shape} shape @param {string} [way] */
  #show(track, stream, shape, way) {
    const capture = new PictureCapture(
      stream,
      shape,
      () => this.sender.now,
      (config) => this.sender.begin(track, config),
      (frames) => this.sender.send(track, frames),
    );
    this.#pictures.set(track, capture);
    // The browser's own button ends sharing too.
    stream.getVideoTracks()[0].addEventListener("ended", () => this.stop(track));
    capture.start(way);
    return stream;
  }

  /** @param {number} track */
  #stop(track) {
    const capture = this.#voices.get(track) ?? this.#pictures.get(track);
    this.#voices.delete(track);
    this.#pictures.delete(track);
    capture?.stop();
    capture?.stream.getTracks().forEach((one) => one.stop());
  }
}
