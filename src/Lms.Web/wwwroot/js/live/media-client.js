// @ts-check
// The connection that carries media. It is apart from the one of events, so that pictures hold up no
// chat. It comes back by itself for ever, asks for the media anew, and says what has arrived: the
// server sends no more than it can be sure a slow link takes.
import "@microsoft/signalr";
import "@microsoft/signalr-protocol-msgpack";
import { later, never } from "lms/live/timer.js";
import { packetsIn } from "lms/live/wire.js";

const signalR = /** @type {any} */ (globalThis).signalR;

/** @typedef {"connecting" | "open" | "lost" | "ended"} State */

/**
 * Events: `media` (detail: packets), `state` (detail: State), `key` (detail: track, a key frame is
 * wanted), `pictures` (detail: boolean, whether the link takes them).
 */
export class MediaClient extends EventTarget {
  #connection = /** @type {any} */ (null);
  #stopped = false;
  #watching = false;
  #unacked = 0;
  #acks = /** @type {any} */ (null);
  #wake = () => {};
  #lostAt = 0;

  /** @param {{ session: string, address?: string, credit?: number, pictures?: boolean }} options */
  constructor({ session, address = "/hubs/media", credit = 8192, pictures = true }) {
    super();
    this.url = `${address}?session=${encodeURIComponent(session)}`;
    this.credit = credit;
    this.pictures = pictures;
    this.state = /** @type {State} */ ("connecting");
    addEventListener("online", () => this.#wake());
  }

  get isOpen() {
    return this.state === "open";
  }

  /** Connects, and asks for the media when `watch` says so. */
  start({ watch = true } = {}) {
    this.#watching = watch;
    this.#run();
  }

  async stop() {
    this.#stopped = true;
    this.#wake();
    await this.#connection?.stop();
  }

  /** Sends one packet; the answer is the server's word for it. @param {Uint8Array} packet @returns {Promise<string>} */
  publish(packet) {
    return this.isOpen ? this.#connection.invoke("M", packet) : Promise.reject(new Error("not connected"));
  }

  /** @param {boolean} pictures */
  async want(pictures) {
    this.pictures = pictures;
    if (this.isOpen) await this.#connection.send("Want", pictures);
  }

  async #run() {
    this.#lostAt = Date.now();
    for (let failures = 0; !this.#stopped; failures++) {
      this.#become("connecting");
      if (await this.#connectAndStay()) failures = 0;
      if (this.#stopped) break;
      this.#become("lost");
      await this.#pause(failures);
    }
    this.#become("ended");
  }

  /** Until the connection is lost; true when there was one. */
  async #connectAndStay() {
    const connection = new signalR.HubConnectionBuilder()
      .withUrl(this.url, { skipNegotiation: true, transport: signalR.HttpTransportType.WebSockets })
      .withHubProtocol(new signalR.protocols.msgpack.MessagePackHubProtocol())
      .configureLogging(signalR.LogLevel.None)
      .withServerTimeout(12_000)
      .withKeepAliveInterval(4_000)
      .build();
    this.#connection = connection;
    const closed = new Promise((resolve) => connection.onclose(() => resolve(null)));
    connection.on("Media", (/** @type {Uint8Array} */ bytes) => this.#take(bytes));
    connection.on("Key", (/** @type {number} */ track) => this.#tell("key", track));
    connection.on("Pictures", (/** @type {boolean} */ on) => this.#tell("pictures", on));
    connection.on("Ended", () => this.stop());
    try {
      await connection.start();
      this.#unacked = 0;
      this.#become("open");
      if (this.#watching) {
        this.#acks = new signalR.Subject();
        await connection.send("Acks", this.#acks);
        await connection.invoke("Watch", this.pictures, this.credit);
      }
    } catch {
      await connection.stop().catch(() => {});
      return this.state === "open";
    }
    await closed;
    this.#lostAt = Date.now();
    return true;
  }

  /** @param {Uint8Array} bytes */
  #take(bytes) {
    this.#unacked += bytes.length;
    // Each costs the server as much as a message: a quarter is enough for what is on its way back.
    // Not more, or the server would wait for what is not said: MediaQueue.Next has the same part.
    if (this.#unacked >= (this.credit * 3) / 4 && this.#connection.state === "Connected") {
      this.#acks.next(this.#unacked);
      this.#unacked = 0;
    }
    this.#tell("media", packetsIn(bytes));
  }

  // 0.3 s, doubled up to 2 s in the first minute, then 5 s; spread, so that a thousand do not return
  // in the same moment. At once when the device says that it is online again.
  /** @param {number} failures */
  #pause(failures) {
    const longest = Date.now() - this.#lostAt < 60_000 ? 2000 : 5000;
    const least = longest === 5000 ? 5000 : Math.min(longest, 300 * 2 ** Math.min(failures, 5));
    return new Promise((resolve) => {
      const timer = later(() => resolve(null), least * (0.7 + 0.6 * Math.random()));
      this.#wake = () => {
        never(timer);
        resolve(null);
      };
    });
  }

  /** @param {State} state */
  #become(state) {
    if (this.state !== state) {
      this.state = state;
      this.#tell("state", state);
    }
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
