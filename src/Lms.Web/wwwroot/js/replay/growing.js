// @ts-check
// The files of a recording that is still being made: each time they are made anew they have another
// address, and the one before goes on until something has to be fetched again.

export class GrowingTracks {
  #root;
  #clock;
  /** @type {Map<string, Element>} */
  #fresh = new Map();

  /** @param {HTMLElement} root @param {import("./clock.js").ReplayClock} clock */
  constructor(root, clock) {
    this.#root = root;
    this.#clock = clock;
    // The file that was being read is gone: the newest is read on from the same moment.
    root.addEventListener("error", () => this.take(), true);
  }

  /** What the page has now. @param {HTMLElement} page */
  see(page) {
    for (const one of page.querySelectorAll("audio, video")) {
      const own = document.getElementById(one.id);
      if (own?.getAttribute("src") !== one.getAttribute("src")) this.#fresh.set(one.id, one);
    }
    // Nothing is played that a new file would disturb.
    const isNew = [...this.#fresh.keys()].some((id) => !document.getElementById(id));
    if (isNew || !this.#clock.isPlaying || !this.#clock.hasVoice) this.take();
  }

  take() {
    const fresh = [...this.#fresh];
    this.#fresh.clear();
    if (fresh.some(([id]) => id === "voice")) this.#clock.leave();
    for (const [id, one] of fresh) {
      let own = /** @type {HTMLMediaElement | null} */ (document.getElementById(id));
      if (own) own.setAttribute("src", String(one.getAttribute("src")));
      else {
        own = /** @type {HTMLMediaElement} */ (document.importNode(one, true));
        this.#root.prepend(own);
      }
      if (id === "voice") this.#clock.hear(own);
    }
  }
}
