// @ts-check
// The deadline, said calmly: when it is, twice when it comes near, and when it has moved. The server
// keeps the time; the device's clock is only compared with it.

const minute = 60_000;

export class Timer {
  /**
   * @param {HTMLElement} shown
   * @param {HTMLElement} said
   * @param {{ refresh: () => Promise<void>, over: () => void }} events
   */
  constructor(shown, said, events) {
    this.shown = shown;
    this.said = said;
    this.events = events;
    this.offset = Date.parse(shown.dataset.now ?? "") - Date.now();
    this.deadline = shown.dataset.deadline ?? "";
    this.warned = Infinity;
    this.busy = false;
    setInterval(() => this.tick(), 1000);
  }

  now() {
    return Date.now() + this.offset;
  }

  /** @param {string | null | undefined} deadline */
  set(deadline) {
    const next = deadline ?? "";
    if (deadline === undefined || (this.deadline !== "" && Date.parse(next) === Date.parse(this.deadline)) || next === this.deadline) return;
    this.deadline = next;
    this.warned = Infinity;
    this.shown.hidden = next === "";
    const time = /** @type {HTMLTimeElement} */ (this.shown.querySelector("time"));
    time.dateTime = next;
    const clock = next === "" ? "–" : new Date(next).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    time.textContent = (this.shown.dataset.words ?? "").replace("{0}", clock);
    this.say("moved", clock);
  }

  async tick() {
    const left = this.left();
    const mark = left <= 0 ? 0 : left <= minute ? 1 : left <= 5 * minute ? 5 : Infinity;
    if (mark >= this.warned || this.busy) return;
    this.busy = true;
    // It may have moved since the last answer was saved.
    await this.events.refresh();
    this.busy = false;
    if (this.left() > Math.max(mark, 0) * minute) return;
    this.warned = mark;
    this.say(mark === 0 ? "over" : mark === 1 ? "one" : "five");
    if (mark === 0) this.events.over();
  }

  left() {
    return this.deadline === "" ? Infinity : Date.parse(this.deadline) - this.now();
  }

  /** @param {string} words @param {string} [value] */
  say(words, value) {
    this.said.textContent = (this.said.dataset[words] ?? "").replace("{0}", value ?? "");
  }
}
