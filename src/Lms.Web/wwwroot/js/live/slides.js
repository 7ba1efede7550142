// @ts-check
// The deck: it follows the presenter until one browses by oneself, and goes back with one press.
import { byId, show, write } from "./dom.js";
import { say } from "./say.js";

const POINT_EVERY = 100;

export class Slides {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#deck > .slide")]);
    this.at = 0;
    this.isFollowing = true;
    this.isPointing = false;
    this.pointedAt = 0;
    /** @type {number | undefined} */
    this.later = undefined;
    byId("slide-back").addEventListener("click", () => this.go(this.at - 1));
    byId("slide-on").addEventListener("click", () => this.go(this.at + 1));
    byId("slide-live").addEventListener("click", () => this.follow());
    byId("point").addEventListener("click", () => this.point(!this.isPointing));
    document.addEventListener("keydown", (event) => this.key(event));
    const deck = /** @type {HTMLElement} */ (byId("deck"));
    deck.addEventListener("pointermove", (event) => this.pointed(event));
    deck.addEventListener("pointerleave", () => this.pointed(null));
  }

  begin() {
    this.show(0);
    show(byId("deck-bar"), this.all.length > 0);
    byId("deck").classList.add("is-one");
  }

  draw() {
    const live = Math.min(this.stage.room.slide, this.all.length - 1);
    // Who turns slides quickly is ahead of what comes back: the last of them is what counts.
    const isAhead = this.stage.isPresenter && this.stage.client.acts.waiting.some((act) => act.kind === "slideShown");
    if (this.isFollowing && live >= 0 && live !== this.at && !isAhead) {
      this.show(live);
      this.stage.announce(say("slide.now", this.at + 1, this.all[this.at].dataset.title ?? ""));
    }
    const isAway = !this.isFollowing && live !== this.at;
    show(byId("slide-live"), isAway);
    if (!this.stage.isPresenter && this.isPointing) this.point(false);
    show(byId("point"), this.stage.isPresenter && this.all.length > 0);
  }

  /** @param {number} to */
  go(to) {
    if (to < 0 || to >= this.all.length) return;
    this.isFollowing = this.stage.isPresenter || to === this.stage.room.slide;
    this.show(to);
    if (this.stage.isPresenter) this.stage.do("slideShown", { slide: to });
    this.draw();
  }

  follow() {
    this.isFollowing = true;
    this.draw();
    byId("deck").focus();
  }

  /** @param {number} at */
  show(at) {
    this.at = Math.min(Math.max(0, at), Math.max(0, this.all.length - 1));
    this.all.forEach((slide, index) => show(slide, index === this.at));
    byId("deck").scrollTop = 0;
    write(byId("slide-place"), `${this.at + 1} / ${this.all.length}`);
    byId("slide-back").setAttribute("aria-disabled", String(this.at === 0));
    byId("slide-on").setAttribute("aria-disabled", String(this.at === this.all.length - 1));
    document.dispatchEvent(new CustomEvent("slide", { detail: this.at }));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (target.closest("input, textarea, select, [role=tablist], dialog, summary")) return;
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (step === undefined || (event.key.startsWith("Page") && !this.stage.isPresenter)) return;
    event.preventDefault();
    this.go(this.at + step);
  }

  /** @param {boolean} isOn */
  point(isOn) {
    this.isPointing = isOn;
    byId("point").setAttribute("aria-pressed", String(isOn));
    byId("deck").classList.toggle("is-pointing", isOn);
    if (!isOn) this.tell(null);
  }

  /** @param {PointerEvent | null} event */
  pointed(event) {
    if (!this.isPointing) return;
    if (!event) {
      this.tell(null);
      return;
    }
    const box = this.all[this.at].getBoundingClientRect();
    const share = (/** @type {number} */ part, /** @type {number} */ whole) => Math.round(Math.min(1, Math.max(0, part / whole)) * 1000);
    const place = { x: share(event.clientX - box.left, box.width), y: share(event.clientY - box.top, box.height) };
    // Where it comes to rest is told too.
    const early = this.pointedAt + POINT_EVERY - performance.now();
    clearTimeout(this.later);
    if (early > 0) this.later = setTimeout(() => this.tell(place), early);
    else this.tell(place);
  }

  /** @param {{ x: number, y: number } | null} place */
  tell(place) {
    clearTimeout(this.later);
    if (place) this.pointedAt = performance.now();
    this.stage.client.tryTo("Point", place);
  }

  /** @param {{ x: number, y: number } | null} point */
  pointer(point) {
    const dot = /** @type {SVGElement} */ (byId("pointer"));
    const isSeen = point !== null && this.at === this.stage.room.slide && this.stage.band !== "text";
    show(dot, isSeen);
    if (!point || !isSeen) return;
    const slide = this.all[this.at];
    dot.style.left = `${slide.offsetLeft + (slide.offsetWidth * point.x) / 1000}px`;
    dot.style.top = `${slide.offsetTop + (slide.offsetHeight * point.y) / 1000}px`;
  }
}
