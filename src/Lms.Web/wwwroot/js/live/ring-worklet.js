// @ts-check
// Plays what has arrived. It begins when a little is there, waits again when nothing is left, and
// jumps to what is live when more waits than the network needs.
const scope = /** @type {any} */ (globalThis);
const ms = scope.sampleRate / 1000;
const start = 120 * ms;
const tooMuch = 700 * ms;
const spare = 260 * ms;
const lookMs = 2000;

class Ring extends scope.AudioWorkletProcessor {
  blocks = /** @type {Float32Array[]} */ ([]);
  waiting = 0;
  at = 0;
  isPlaying = false;
  least = Infinity;
  looked = 0;
  told = 0;
  energy = 0;
  underruns = 0;
  jumps = 0;

  constructor() {
    super();
    /** @type {any} */ (this).port.onmessage = (/** @type {MessageEvent} */ { data }) => {
      this.blocks.push(data);
      this.waiting += data.length;
      if (this.waiting > tooMuch) this.jump(start);
    };
  }

  /** @param {Float32Array[][]} _inputs @param {Float32Array[][]} outputs */
  process(_inputs, outputs) {
    const [first, ...others] = outputs[0];
    this.isPlaying ||= this.waiting >= start;
    for (let at = 0; this.isPlaying && at < first.length; at++) {
      if (this.blocks.length === 0) {
        this.isPlaying = false;
        this.underruns++;
        break;
      }
      const sample = this.next();
      first[at] = sample;
      this.energy += sample * sample;
    }
    for (const other of others) other.set(first);
    this.look(first.length);
    return true;
  }

  next() {
    const sample = this.blocks[0][this.at++];
    this.waiting--;
    if (this.at === this.blocks[0].length) {
      this.blocks.shift();
      this.at = 0;
    }
    return sample;
  }

  /** @param {number} left */
  jump(left) {
    this.jumps++;
    while (this.blocks.length > 1 && this.waiting > left) {
      this.waiting -= this.blocks[0].length - this.at;
      this.blocks.shift();
      this.at = 0;
    }
    this.least = Infinity;
    this.looked = 0;
  }

  // What was never needed for two seconds is only delay.
  /** @param {number} samples */
  look(samples) {
    this.least = Math.min(this.least, this.waiting);
    this.looked += samples;
    if (this.looked > lookMs * ms) {
      const least = this.least;
      this.looked = 0;
      this.least = Infinity;
      if (this.isPlaying && least > spare) this.jump(this.waiting - least + start);
    }
    this.told += samples;
    if (this.told >= 100 * ms) {
      const level = Math.sqrt(this.energy / this.told);
      /** @type {any} */ (this).port.postMessage({
        level,
        waitingMs: this.waiting / ms,
        underruns: this.underruns,
        jumps: this.jumps,
      });
      this.energy = this.told = 0;
    }
  }
}

scope.registerProcessor("ring", Ring);
