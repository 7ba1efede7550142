// @ts-check
// Voice and pictures in the room. Their scripts are asked for once somebody enters and the server has
// them; a room without them has slides, words and captions all the same.
import { byId, el, show, write } from "./dom.js";
import { say } from "./say.js";
import { VoiceLoss } from "./voice-loss.js";

/** @typedef {"voice" | "camera" | "screen"} Kind */

const LEVEL_EVERY = 200;

export class RoomMedia {
  /** @param {import("./stage.js").Stage} stage @param {string} session @param {() => void} narrow The link does not carry the voice. */
  constructor(stage, session, narrow) {
    this.stage = stage;
    this.session = session;
    this.narrow = narrow;
    this.loss = new VoiceLoss();
    this.client = /** @type {import("./media-client.js").MediaClient | null} */ (null);
    this.publisher = /** @type {import("./publisher.js").Publisher | null} */ (null);
    this.player = /** @type {import("./voice-player.js").VoicePlayer | null} */ (null);
    this.pictures = /** @type {import("./picture-player.js").PicturePlayer[]} */ ([]);
    /** What is on, and on which track. */
    this.on = /** @type {Map<Kind, number>} */ (new Map());
    for (const kind of /** @type {Kind[]} */ (["voice", "camera", "screen"])) byId(kind).addEventListener("click", () => this.turn(kind));
    setInterval(() => { if (this.on.has("voice")) byId("level").value = Math.round((this.publisher?.level ?? 0) * 100); }, LEVEL_EVERY);
  }

  /** In the click that enters: without one no browser plays a sound. */
  async join() {
    if (!byId("room").dataset.media) return;
    const [{ MediaClient }, { Publisher }, { VoicePlayer }, { PicturePlayer }] = await Promise.all([
      import("./media-client.js"), import("./publisher.js"), import("./voice-player.js"), import("./picture-player.js"),
    ]);
    this.makeClient = () => new MediaClient({ session: this.session, pictures: this.stage.band === "all" });
    this.makePlayer = () => new VoicePlayer();
    this.makePublisher = (/** @type {import("./media-client.js").MediaClient} */ client) => new Publisher(client);
    this.pictures = [3, 2].map((track) => this.screenFor(track, PicturePlayer));
    await this.mode(this.stage.band);
  }

  /** @param {number} track @param {typeof import("./picture-player.js").PicturePlayer} Player */
  screenFor(track, Player) {
    const canvas = /** @type {HTMLCanvasElement} */ (el("canvas", { hidden: true, role: "img", "aria-label": say(track === 3 ? "media.screen" : "media.camera") }));
    const video = /** @type {HTMLVideoElement} */ (el("video", { hidden: true, muted: true, playsinline: true }));
    byId("pictures").append(canvas, video);
    const player = new Player(track, canvas, video);
    player.addEventListener("size", (event) => {
      show(canvas, /** @type {CustomEvent} */ (event).detail !== null);
      show(byId("pictures"), byId("pictures").querySelector("canvas:not([hidden])") !== null);
    });
    return player;
  }

  get isAudible() {
    return this.client?.isOpen === true && this.stage.band !== "text";
  }

  /** What the link carries: everything, voice alone, or text alone, which closes this connection; nothing where no WebSocket passes. */
  /** @param {string} mode */
  async mode(mode) {
    if (!this.makeClient || !this.makePlayer || !this.makePublisher) return;
    if (mode === "text" || this.stage.client.isBlocked) {
      this.rest();
    } else if (this.client) {
      await this.client.want(mode === "all");
    } else {
      const client = (this.client = this.makeClient());
      this.publisher = this.makePublisher(client);
      this.publisher.addEventListener("refused", (event) => this.lost(/** @type {CustomEvent} */ (event).detail.track));
      this.loss.clear();
      client.addEventListener("media", (event) => this.take(/** @type {CustomEvent} */ (event).detail));
      client.addEventListener("pictures", (event) => this.says(/** @type {CustomEvent} */ (event).detail ? "" : say("media.narrow")));
      client.addEventListener("state", () => this.linked(client));
      client.start();
    }
    this.draw();
    if (this.client) await this.listen();
  }

  /** The player of before goes on: it was begun in a click, and a browser may begin no other. */
  async listen() {
    if (this.player || !this.makePlayer) return;
    const player = (this.player = this.makePlayer());
    if (!(await player.start())) this.says(say("media.silent"));
  }

  /** @param {import("./media-client.js").MediaClient} client */
  linked(client) {
    if (client !== this.client) return;
    if (client.state === "lost" && this.stage.client.link === "open") this.loss.lose(performance.now());
    this.watch();
  }

  /** @param {import("./wire.js").Packet[]} packets */
  take(packets) {
    for (const packet of packets) {
      this.loss.take(packet, performance.now());
      this.player?.push(packet);
      for (const picture of this.pictures) picture.push(packet);
    }
    this.watch();
  }

  // Who speaks is not cut off by what they hear.
  watch() {
    if (this.on.size === 0 && this.loss.isTooThin(performance.now())) this.narrow();
  }

  draw() {
    const { isPresenter, mayBeHeard, room, me } = this.stage;
    show(byId("media"), this.publisher !== null && mayBeHeard);
    show(byId("camera"), isPresenter);
    show(byId("screen"), isPresenter);
    // Who has neither the lead nor the floor any more is not heard any more.
    for (const [kind, track] of [...this.on]) {
      if (!isPresenter && !(track === 4 && room.floor === me)) this.stop(kind);
    }
  }

  /** @param {Kind} kind */
  async turn(kind) {
    if (this.on.has(kind)) {
      this.stop(kind);
      return;
    }
    const track = kind === "voice" ? (this.stage.isPresenter ? 1 : 4) : kind === "camera" ? 2 : 3;
    try {
      if (kind === "voice") await this.publisher?.startVoice({ track });
      else if (kind === "camera") await this.publisher?.startCamera();
      else await this.publisher?.startScreen();
      this.on.set(kind, track);
      this.says("");
    } catch (error) {
      this.says(say(/** @type {DOMException} */ (error).name === "NotAllowedError" ? "media.denied" : "media.none"));
    }
    this.press(kind);
  }

  /** @param {Kind} kind */
  stop(kind) {
    const track = this.on.get(kind);
    this.on.delete(kind);
    if (track !== undefined) this.publisher?.stop(track);
    this.press(kind);
  }

  /** @param {number} track */
  lost(track) {
    for (const [kind, one] of [...this.on]) if (one === track) this.stop(kind);
  }

  /** @param {Kind} kind */
  press(kind) {
    byId(kind).setAttribute("aria-pressed", String(this.on.has(kind)));
    if (kind === "voice") show(byId("level"), this.on.has("voice"));
  }

  rest() {
    for (const kind of [...this.on.keys()]) this.stop(kind);
    this.publisher?.close();
    this.client?.stop();
    for (const picture of this.pictures) picture.stop();
    this.client = this.publisher = null;
  }

  leave() {
    this.rest();
    this.player?.stop();
    this.player = null;
  }

  /** @param {string} words */
  says(words) {
    write(byId("media-says"), words);
  }
}
