// @ts-check
// Hands out the microphone in blocks of twenty milliseconds, one channel.
const scope = /** @type {any} */ (globalThis);
const size = scope.sampleRate / 50;

class Capture extends scope.AudioWorkletProcessor {
  block = new Float32Array(size);
  filled = 0;

  /** @param {Float32Array[][]} inputs */
  process(inputs) {
    const channels = inputs[0];
    const length = channels[0]?.length ?? 128;
    for (let at = 0; at < length; at++) {
      let sum = 0;
      for (const channel of channels) sum += channel[at];
      this.block[this.filled++] = channels.length > 0 ? sum / channels.length : 0;
      if (this.filled === size) {
        /** @type {any} */ (this).port.postMessage(this.block, [this.block.buffer]);
        this.block = new Float32Array(size);
        this.filled = 0;
      }
    }
    return true;
  }
}

scope.registerProcessor("capture", Capture);
