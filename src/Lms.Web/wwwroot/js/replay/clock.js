// @ts-check
// The time of a replay: that of the voice where there is one, else of the machine. Milliseconds since
// the doors opened.

export class ReplayClock {
  /** What is heard; null while the machine counts. @type {HTMLMediaElement | null} */
  #voice = null;
  /** The voice there is, also where it has nothing to say. @type {HTMLMediaElement | null} */
  #file = null;
  #until;
  #speed = 1;
  #at = 0;
  #since = 0;
  #playing = false;

  /** @param {HTMLMediaElement | null} voice @param {number} until */
  constructor(voice, until) {
    this.#until = until;
    if (voice) this.hear(voice);
  }

  get isPlaying() { return this.#playing; }

  get hasVoice() { return this.#voice !== null; }

  get until() { return this.#until; }

  set until(value) { this.#until = Math.max(this.#until, value); }

  get now() {
    if (!this.#playing) return this.#at;
    const at = this.#voice ? this.#voice.currentTime * 1000 : this.#at + (performance.now() - this.#since) * this.#speed;
    return Math.min(at, this.#until);
  }

  /** Follows a voice from now on; again, when its file was made anew. @param {HTMLMediaElement} voice */
  hear(voice) {
    this.#rest();
    if (this.#file !== voice) {
      this.#file = voice;
      // What was recorded may end before the session does, or not load at all: the machine goes on.
      // Unless another file took its place by now.
      voice.addEventListener("error", () => { if (voice.error) this.leave(); });
      voice.addEventListener("ended", () => this.leave());
    }
    this.#voice = voice;
    if (this.#playing) void this.play();
  }

  /** Goes on by the machine. */
  leave() {
    if (!this.#voice) return;
    this.#rest();
    this.#voice = null;
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
    } catch (failure) {
      // Another file took its place, or it was stopped meanwhile: that is no failure.
      if (!(failure instanceof DOMException && failure.name === "AbortError")) this.leave();
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
    // It had come to its end, and here it speaks again.
    else if (this.#file && !this.#file.error) this.hear(this.#file);
  }

  #rest() {
    this.#at = this.now;
    this.#since = performance.now();
  }
}
