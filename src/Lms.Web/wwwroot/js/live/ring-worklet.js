// @ts-check
// Plays what has arrived. It begins when a little is there, waits again when nothing is left, and
// jumps to what is live when more waits than the network needs; how much that is it learns from running
// empty.
const scope = /** @type {any} */ (globalThis);
const ms = scope.sampleRate / 1000;
const least = 60 * ms;
const most = 300 * ms;
const step = 50 * ms;
const slack = 60 * ms;
const tooMuch = 700 * ms;
const look = 2000 * ms;
// Packets come ten times a second: one of them is always being played.
const packet = 100 * ms;

class Ring extends scope.AudioWorkletProcessor {
  blocks = /** @type {Float32Array[]} */ ([]);
  waiting = 0;
  at = 0;
  isPlaying = false;
  reserve = least;
  lowest = Infinity;
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
      if (this.waiting > tooMuch) this.jump(this.reserve + packet);
    };
  }

  /** @param {Float32Array[][]} _inputs @param {Float32Array[][]} outputs */
  process(_inputs, outputs) {
    const [first, ...others] = outputs[0];
    this.isPlaying ||= this.waiting >= this.reserve + packet / 2;
    for (let at = 0; this.isPlaying && at < first.length; at++) {
      if (this.blocks.length === 0) {
        this.isPlaying = false;
        this.underruns++;
        this.reserve = Math.min(most, this.reserve + step);
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
    this.lowest = Infinity;
    this.looked = 0;
  }

  // What was never needed for two seconds is only delay.
  /** @param {number} samples */
  look(samples) {
    this.lowest = Math.min(this.lowest, this.waiting);
    this.looked += samples;
    if (this.looked > look) {
      const { lowest } = this;
      this.looked = 0;
      this.lowest = Infinity;
      if (this.isPlaying && lowest > this.reserve + slack) this.jump(this.waiting - lowest + this.reserve);
      if (lowest > 0) this.reserve = Math.max(least, this.reserve - 5 * ms);
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
