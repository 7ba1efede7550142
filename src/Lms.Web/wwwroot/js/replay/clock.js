// @ts-check
// The time of a replay: that of the voice where there is one, else of the machine. Milliseconds since
// the doors opened.

export class ReplayClock {
  #voice;
  #until;
  #speed = 1;
  #at = 0;
  #since = 0;
  #playing = false;

  /** @param {HTMLMediaElement | null} voice @param {number} until */
  constructor(voice, until) {
    this.#voice = voice;
    this.#until = until;
    // What was recorded may end before the session does, or not load at all: the machine goes on.
    voice?.addEventListener("error", () => this.#leaveVoice());
    voice?.addEventListener("ended", () => this.#leaveVoice());
  }

  get isPlaying() { return this.#playing; }

  get until() { return this.#until; }

  set until(value) { this.#until = Math.max(this.#until, value); }

  get now() {
    if (!this.#playing) return this.#at;
    const at = this.#voice ? this.#voice.currentTime * 1000 : this.#at + (performance.now() - this.#since) * this.#speed;
    return Math.min(at, this.#until);
  }

  /** @param {number} speed */
  setSpeed(speed) {
    this.#rest();
    this.#speed = speed;
    if (this.#voice) this.#voice.playbackRate = speed;
  }

  async play() {
    this.#since = performance.now();
    this.#playing = true;
    if (!this.#voice) return;
    this.#voice.currentTime = this.#at / 1000;
    this.#voice.playbackRate = this.#speed;
    try {
      await this.#voice.play();
    } catch {
      this.#leaveVoice();
    }
  }

  pause() {
    this.#rest();
    this.#playing = false;
    this.#voice?.pause();
  }

  /** @param {number} at */
  seek(at) {
    this.#at = Math.max(0, Math.min(at, this.#until));
    this.#since = performance.now();
    if (this.#voice) this.#voice.currentTime = this.#at / 1000;
  }

  #rest() {
    this.#at = this.now;
    this.#since = performance.now();
  }

  #leaveVoice() {
    if (!this.#voice) return;
    this.#rest();
    this.#voice = null;
  }
}
