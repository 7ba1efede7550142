// @ts-check
// The link to a room: it comes back by itself for as long as the page is open, tells the page every
// line once and in order, and brings every act to the server once.
import { Acts } from "./acts.js";
import { pause } from "./backoff.js";
import { connectionTo } from "./hub.js";
import { later, never } from "./timer.js";

/**
 * @typedef {import("./acts.js").Act} Act
 * @typedef {import("./room-state.js").Line} Line
 * @typedef {{ after: number, upTo: number, lines: Line[] }} Batch
 * @typedef {{ upTo: number, messages: import("./room-state.js").Message[], hasEarlier: boolean, lines: Line[] }} Earlier
 * @typedef {{ epoch: number, now: number, last: number, lines?: Line[], snapshot?: any, you: { person: number, role: string, name: string, leads: boolean, keeps: boolean }, names?: Record<string, string>, [field: string]: any }} Welcome
 * @typedef {"connecting" | "open" | "lost" | "closed"} Link
 * @typedef {{
 *   welcome: (welcome: Welcome) => void, batch: (batch: Batch) => void, earlier: (earlier: Earlier) => void, eph: (eph: any) => void,
 *   bye: (reason: string) => void, refused: (word: string) => void, link: (link: Link) => void,
 *   waiting: (acts: Act[]) => void, taken: (act: Act, refusal: string | null) => void,
 * }} Ears
 */

/** Doors that are not open yet are asked again. */
const DOOR = 10_000;
/** Pages come and WebSockets do not: something on the way lets none through. */
const BLOCKED_AFTER = 2;
const final = ["ended", "removed"];
const again = ["tooMuch", "notSaved"];
const PATIENCE = 2_000;

export class LiveClient {
  /** @param {string} session @param {string} mine @param {Ears} ears */
  constructor(session, mine, ears) {
    this.session = session;
    this.ears = ears;
    this.acts = new Acts(mine);
    this.client = crypto.randomUUID();
    this.last = 0;
    this.epoch = 0;
    this.link = /** @type {Link} */ ("connecting");
    this.connection = /** @type {import("./hub.js").HubConnection | null} */ (null);
    this.isBlocked = false;
    /** WebSockets in a row that did not come to be. */
    this.failures = 0;
    /** A person's own wish; what others see by default is the first name and an initial. */
    this.isNamedInFull = false;
    /** What the link carries: what passes is told the less, the less that is. */
    this.band = "all";
    this.toldBand = this.band;
    this.isOver = false;
    this.isSending = false;
    this.isAsking = false;
    this.early = /** @type {Batch[] | null} */ (null);
    /** Lines taken while earlier messages are asked for, which may be about them. */
    this.meanwhile = /** @type {Line[] | null} */ (null);
    this.lostAt = performance.now();
    this.offset = 0;
    this.wake = () => {};
  }

  /** The room's clock, in milliseconds since the doors opened, as well as the device can tell. */
  now() {
    return performance.now() + this.offset;
  }

  async run() {
    addEventListener("online", () => this.wake());
    addEventListener("offline", () => this.drop());
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.wake(); });
    await this.acts.recall();
    this.ears.waiting(this.acts.waiting);
    for (let tries = 0; !this.isOver; tries++) {
      const held = await this.once(tries);
      if (held) tries = -1;
      if (this.isOver) break;
      await this.rest(this.until ?? pause(Math.max(0, tries), performance.now() - this.lostAt));
      this.until = undefined;
    }
    this.tell("closed");
  }

  /** One connection, from its start to its end; whether it came to be. */
  /** @param {number} tries */
  async once(tries) {
    // In turn, because it may be another network by now.
    const isPolling = this.isBlocked && tries % 2 === 1;
    const connection = connectionTo("/hubs/live", isPolling);
    const ended = new Promise((resolve) => connection.onclose(resolve));
    connection.on("ev", (batch) => this.hear(batch));
    connection.on("eph", (eph) => this.ears.eph(eph));
    connection.on("bye", (bye) => this.bye(bye));
    this.connection = connection;
    this.early = [];
    let held = false;
    try {
      await this.start(connection, isPolling);
      held = await this.hello(connection);
    } catch {
      // It is tried again.
    }
    if (held) {
      this.tell("open");
      this.tellBand();
      this.flush();
      await ended;
      this.lostAt = performance.now();
    } else {
      await connection.stop().catch(() => {});
    }
    this.connection = null;
    if (!this.isOver) this.tell("lost");
    this.ears.link(this.link);
    return held;
  }

  /** Whether WebSockets pass is told by their starts alone: closed doors and what breaks later are no proof. */
  /** @param {import("./hub.js").HubConnection} connection @param {boolean} isPolling */
  async start(connection, isPolling) {
    try {
      await connection.start();
    } catch (error) {
      if (!isPolling) this.isBlocked ||= ++this.failures > BLOCKED_AFTER && navigator.onLine && (await reaches());
      throw error;
    }
    if (isPolling) return;
    this.failures = 0;
    this.isBlocked = false;
  }

  /** @param {import("./hub.js").HubConnection} connection */
  async hello(connection) {
    this.toldBand = this.band;
    const welcome = await connection.invoke("Hello", { session: this.session, client: this.client, last: this.last, epoch: this.epoch, isNamedInFull: this.isNamedInFull, band: this.band });
    if (welcome.refusal) {
      this.until = again.includes(welcome.refusal) ? PATIENCE : DOOR;
      if (!again.includes(welcome.refusal)) this.ears.refused(welcome.refusal);
      return false;
    }
    this.offset = welcome.now - performance.now();
    this.epoch = welcome.epoch;
    // What was asked of the link before is of another room by now.
    this.meanwhile = null;
    if (welcome.snapshot) this.last = welcome.last;
    this.ears.welcome(welcome);
    if (!welcome.snapshot) this.take({ after: this.last, upTo: welcome.last, lines: welcome.lines ?? [] });
    const early = this.early ?? [];
    this.early = null;
    early.forEach((batch) => this.hear(batch));
    return true;
  }

  /** @param {Batch} batch */
  hear(batch) {
    if (this.early) {
      this.early.push(batch);
    } else if (batch.after <= this.last) {
      this.take(batch);
    } else {
      this.ask();
    }
  }

  /** What is missing between what is known and what came. */
  async ask() {
    if (this.isAsking || !this.connection) return;
    this.isAsking = true;
    try {
      const batch = await this.connection.invoke("Since", this.last);
      if (batch && batch.after <= this.last) this.take(batch);
    } catch {
      await this.drop();
    } finally {
      this.isAsking = false;
    }
  }

  /** @param {Batch} batch */
  take(batch) {
    if (batch.upTo <= this.last && batch.lines.length === 0) return;
    const lines = batch.lines.filter((line) => line.number > this.last);
    this.last = Math.max(this.last, batch.upTo);
    this.meanwhile?.push(...lines);
    this.ears.batch({ ...batch, lines });
    for (const act of this.acts.waiting.filter((one) => one.number !== undefined && one.number <= this.last)) this.forget(act);
  }

  /** Messages before a number; whether they came. */
  /** @param {number} before */
  async earlier(before) {
    if (this.meanwhile) return false;
    const lines = (this.meanwhile = /** @type {Line[]} */ ([]));
    const answer = await this.tryTo("Earlier", before);
    if (this.meanwhile !== lines) return false;
    this.meanwhile = null;
    if (!answer || answer.refusal) return false;
    // At once: nothing may be folded in between.
    this.ears.earlier({ ...answer, lines });
    return true;
  }

  /** @param {{ reason: string, retryAfter?: number | null }} bye */
  bye(bye) {
    this.isOver = typeof bye.retryAfter !== "number";
    this.until = this.isOver ? undefined : (bye.retryAfter ?? 0) * (1 + 0.3 * Math.random());
    // What can be said no more is kept no more.
    if (this.isOver && final.includes(bye.reason)) this.acts.waiting.forEach((act) => this.forget(act));
    this.ears.bye(bye.reason);
    this.drop();
  }

  /** Kept, and sent as soon as there is a link. */
  /** @param {string} kind @param {Record<string, any>} [fields] */
  async do(kind, fields = {}) {
    await this.acts.add(kind, fields);
    this.ears.waiting(this.acts.waiting);
    this.flush();
  }

  /** One after the other, in the order they were done. */
  async flush() {
    if (this.isSending) return;
    this.isSending = true;
    try {
      for (let act = this.acts.unsent[0]; act && this.link === "open" && this.connection; act = this.acts.unsent[0]) {
        const { number: _, ...said } = act;
        const answer = await this.connection.invoke("Do", said);
        if (again.includes(answer.refusal)) {
          await new Promise((resolve) => setTimeout(resolve, PATIENCE));
        } else if (answer.refusal === "signedOut") {
          break;
        } else if (answer.refusal) {
          await this.forget(act);
          this.ears.taken(act, answer.refusal);
        } else {
          act.number = answer.number;
          if (act.number !== undefined && act.number <= this.last) await this.forget(act);
          this.ears.taken(act, null);
        }
      }
    } catch {
      // The link is gone or the server is: it is sent again after the next hello.
      if (this.link === "open" && this.connection) setTimeout(() => this.flush(), 2_000);
    } finally {
      this.isSending = false;
    }
  }

  /** @param {Act} act */
  async forget(act) {
    await this.acts.done(act);
    this.ears.waiting(this.acts.waiting);
  }

  /** What is worth nothing later: lost when there is no link. */
  /** @param {string} method @param {any} argument */
  async tryTo(method, argument) {
    if (this.link !== "open" || !this.connection) return null;
    try {
      return await this.connection.invoke(method, argument);
    } catch {
      return null;
    }
  }

  /** @param {string} band */
  carry(band) {
    this.band = band;
    this.tellBand();
  }

  /** Also what was chosen while a hello was on its way. */
  tellBand() {
    if (this.link !== "open" || this.toldBand === this.band) return;
    this.toldBand = this.band;
    this.tryTo("Band", { band: this.band });
  }

  /** For good: who is not let in does not knock again. */
  end() {
    this.isOver = true;
    return this.drop();
  }

  async drop() {
    await this.connection?.stop().catch(() => {});
  }

  /** @param {number} milliseconds */
  rest(milliseconds) {
    return new Promise((resolve) => {
      const timer = later(() => resolve(undefined), milliseconds);
      this.wake = () => { never(timer); resolve(undefined); };
    });
  }

  /** @param {Link} link */
  tell(link) {
    if (this.link === link) return;
    this.link = link;
    this.ears.link(link);
  }
}

/** Whether the server answers at all. */
async function reaches() {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
