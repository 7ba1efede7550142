// @ts-check
// What the link carries: as a person chose, and text alone by itself while it cannot carry the voice.
// From there the link is measured with a few kilobytes, ever more seldom; voice comes back first, and
// pictures once it stayed.

/** @typedef {"all" | "voice" | "text"} Mode */

/** Voice needs 35 kbit/s, and slides and captions come beside it. */
const ENOUGH = 40;
/** So seldom, with 3 kB each, measuring leaves room for text in what text may take. */
const RESTS = [40_000, 80_000, 160_000, 240_000];
/** Voice that held so long is taken to hold. */
const CALM = 20_000;

export class Band {
  /**
   * @param {(mode: Mode, isByItself: boolean) => void} carry
   * @param {() => Promise<number>} measure In kbit/s.
   * @param {(then: () => void, milliseconds: number) => number} [later]
   */
  constructor(carry, measure, later = (then, milliseconds) => window.setTimeout(then, milliseconds)) {
    this.carry = carry;
    this.measure = measure;
    this.later = later;
    this.chosen = /** @type {Mode} */ ("all");
    this.isNarrowed = false;
    this.isTrying = false;
    this.narrowings = 0;
    this.timer = 0;
  }

  /** @returns {Mode} */
  get mode() {
    if (this.isNarrowed) return "text";
    return this.isTrying && this.chosen === "all" ? "voice" : this.chosen;
  }

  /** By hand: it is tried at once, whatever was found before. */
  /** @param {string} mode */
  choose(mode) {
    this.chosen = mode === "voice" || mode === "text" ? mode : "all";
    this.isNarrowed = this.isTrying = false;
    this.narrowings = 0;
    clearTimeout(this.timer);
    this.carry(this.mode, false);
  }

  /** The link does not carry the voice. */
  narrow() {
    if (this.isNarrowed || this.chosen === "text") return;
    this.isNarrowed = true;
    this.isTrying = false;
    this.carry(this.mode, true);
    this.rest();
  }

  rest() {
    clearTimeout(this.timer);
    this.timer = this.later(() => this.look(), RESTS[Math.min(this.narrowings++, RESTS.length - 1)]);
  }

  async look() {
    const found = await this.measure().catch(() => 0);
    if (!this.isNarrowed) return;
    if (found < ENOUGH) {
      this.rest();
      return;
    }
    this.isNarrowed = false;
    this.isTrying = true;
    this.carry(this.mode, true);
    this.timer = this.later(() => this.settle(), CALM);
  }

  settle() {
    this.isTrying = false;
    this.narrowings = 0;
    if (this.chosen === "all") this.carry(this.mode, true);
  }
}

const KILOBYTES = 3;

/**
 * How fast a few kilobytes come over a connection that is open, the way there and back included: what a
 * lossy link hands over all at once would look fast by its last bytes alone.
 */
export async function measured() {
  await timed(0);
  return (KILOBYTES * 1024 * 8) / Math.max(1, await timed(KILOBYTES));
}

/** @param {number} kilobytes */
async function timed(kilobytes) {
  const asked = performance.now();
  const answer = await fetch(`/api/v1/line?kilobytes=${kilobytes}`, { cache: "no-store" });
  if (!answer.ok) throw new Error(`line: ${answer.status}`);
  await answer.arrayBuffer();
  return performance.now() - asked;
}
