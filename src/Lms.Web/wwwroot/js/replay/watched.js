// @ts-check
// Tells the server what was played, a stretch at a time. What counts of it the server decides.

const EACH = 15_000;

export class Watched {
  #session;
  #from = -1;
  #sentAt = 0;
  #told;

  /** @param {string} session @param {(left: number) => void} told */
  constructor(session, told) {
    this.#session = session;
    this.#told = told;
  }

  /** @param {number} at */
  begin(at) {
    this.#from = at;
    this.#sentAt = performance.now();
    // The first report only starts the server's clock.
    void this.#send(at, at);
  }

  /** @param {number} at */
  tick(at) {
    if (this.#from >= 0 && performance.now() - this.#sentAt >= EACH) this.end(at, true);
  }

  /** @param {number} at @param {boolean} goesOn */
  end(at, goesOn = false) {
    if (this.#from >= 0 && at > this.#from) void this.#send(this.#from, at);
    this.#from = goesOn ? at : -1;
    this.#sentAt = performance.now();
  }

  /** @param {number} from @param {number} until */
  async #send(from, until) {
    try {
      const reply = await fetch(`/api/v1/sessions/${this.#session}/watched`, {
        method: "PUT", keepalive: true, headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ from: Math.round(from), until: Math.round(until) }) });
      if (reply.ok) this.#told(Number((await reply.json()).left));
    } catch { /* Not counted: it can be watched again. */ }
  }
}
