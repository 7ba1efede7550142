// @ts-check
// What is said in writing, to all or to those who keep the room.
import { bring, byId, el, show, write } from "./dom.js";
import { say } from "./say.js";

/** Messages at a time; older ones are shown when they are asked for. */
const MOST = 100;

export class Chat {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.seen = 0;
    /** Number of the last line of before, whose words are old: the log alone is read aloud. */
    this.old = 0;
    /** Number of the first message on the screen. */
    this.first = 0;
    /** Follows what is said, as long as nobody reads above. */
    this.isAtEnd = true;
    this.wasSeen = false;
    byId("chat-earlier").querySelector("button").addEventListener("click", () => this.earlier());
    byId("chat-form").addEventListener("submit", (/** @type {Event} */ event) => this.send(event));
    byId("chat-text").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      byId("chat-form").requestSubmit();
    });
  }

  /** With each room that came as a whole. */
  begin() {
    this.old = this.stage.room.last;
  }

  draw() {
    const { chat, hasEarlier, isChatOpen, slowSeconds } = this.stage.room;
    const log = /** @type {HTMLElement} */ (byId("chat-log"));
    // A log behind another tab measures nothing, nor does one that has just come from there.
    if (this.wasSeen && log.clientHeight > 0) this.isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    const from = this.from;
    const shown = chat.slice(from);
    const held = this.isAtEnd ? undefined : read(log);
    this.first = shown[0]?.number ?? 0;
    const kept = focused();
    this.bring("chat-old", shown.filter((one) => one.number <= this.old));
    this.bring("chat-new", shown.filter((one) => one.number > this.old));
    if (kept && !focused()) follow(kept);
    show(byId("chat-earlier"), from > 0 || hasEarlier);
    show(byId("chat-none"), shown.length === 0 && !hasEarlier);
    if (held) hold(log, held);
    else log.scrollTop = log.scrollHeight;
    this.wasSeen = log.clientHeight > 0;
    const isMute = !isChatOpen && !this.stage.keeps;
    write(byId("chat-hint"), isMute ? say("chat.closed") : slowSeconds && !this.stage.keeps ? say("chat.slow", slowSeconds) : "");
    const trainers = /** @type {HTMLInputElement} */ (byId("chat-trainers"));
    if (isMute) trainers.checked = true;
    trainers.disabled = isMute;
    this.mark(chat);
  }

  /** The newest at the end; where somebody reads, none goes from under their eyes. */
  get from() {
    const { chat } = this.stage.room;
    const at = this.isAtEnd ? -1 : chat.findIndex((one) => one.number >= this.first);
    return at < 0 ? Math.max(0, chat.length - MOST) : at;
  }

  /** @param {string} list @param {import("./room-state.js").Message[]} some */
  bring(list, some) {
    bring(byId(list), some, (one) => one.number, (one) => `${this.stage.nameOf(one.by)} ${this.stage.keeps} ${one.text === ""}`, (one) => this.message(one));
  }

  /** So many more above, of those that are here or else of the server's. */
  async earlier() {
    const asked = /** @type {HTMLElement} */ (byId("chat-earlier").querySelector("button"));
    const says = byId("chat-earlier-says");
    if (asked.getAttribute("aria-disabled") === "true") return;
    let came = true;
    if (this.stage.room.hasEarlier && this.from < MOST) {
      asked.setAttribute("aria-disabled", "true");
      write(says, say("chat.earlier.asked"));
      came = await this.stage.earlier();
      asked.removeAttribute("aria-disabled");
    }
    const { chat } = this.stage.room;
    const at = chat.findIndex((one) => one.number >= this.first);
    const hasFailed = !came && at <= 0;
    write(says, hasFailed ? say("chat.earlier.failed") : "");
    if (hasFailed) return;
    const [read, hasFocus] = [this.first, asked === document.activeElement];
    this.first = chat[Math.max(0, (at < 0 ? chat.length : at) - MOST)]?.number ?? 0;
    this.draw();
    // To where one read: what came stands above it, and the button above that.
    if (hasFocus) focus(byId("chat-list").querySelector(`[data-key="${read}"]`) ?? byId("chat-log"));
  }

  /** @param {import("./room-state.js").Message[]} chat */
  mark(chat) {
    const last = chat.at(-1)?.number ?? 0;
    if (this.stage.tabs.isOpen("chat")) this.seen = last;
    this.stage.tabs.mark("chat", chat.filter((one) => one.number > this.seen && one.by !== this.stage.me).length);
  }

  /** @param {import("./live-client.js").Act[]} acts */
  waiting(acts) {
    const unseen = acts.filter((act) => act.kind === "chatPosted");
    bring(byId("chat-waiting"), unseen, (act) => act.operation, () => "", (act) =>
      el("li", { class: "message is-waiting" }, el("p", {}, act.text), el("p", { class: "hint" }, say("waits"))));
  }

  /** @param {import("./room-state.js").Message} one */
  message(one) {
    const { stage } = this;
    return el("li", { class: one.by === stage.me ? "message is-own" : "message" },
      el("p", { class: "who" }, el("b", {}, stage.nameOf(one.by, say("somebody"))), one.toTrainers && el("span", { class: "tag quiet" }, say("chat.to-trainers"))),
      el("p", { class: one.text ? "said" : "said muted" }, one.text || say("chat.erased")),
      stage.keeps && one.text && el("button", { class: "button-link", type: "button", "data-act": "remove", click: () => stage.do("chatRemoved", { message: one.number }) },
        say("chat.remove"), el("span", { class: "visually-hidden" }, ` ${one.text.slice(0, 60)}`)));
  }

  /** @param {Event} event */
  send(event) {
    event.preventDefault();
    const field = /** @type {HTMLTextAreaElement} */ (byId("chat-text"));
    const text = field.value.trim();
    if (!text) return;
    this.stage.do("chatPosted", { text, toTrainers: byId("chat-trainers").checked });
    field.value = "";
    write(byId("chat-error"), "");
    field.focus();
  }

  /** The words come back into the field: nothing typed is lost. */
  /** @param {import("./live-client.js").Act} act @param {string} why */
  refused(act, why) {
    const field = /** @type {HTMLTextAreaElement} */ (byId("chat-text"));
    if (!field.value) field.value = act.text;
    write(byId("chat-error"), why);
  }
}

/** Key of the message that holds the focus. */
function focused() {
  return /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest("#chat-list [data-key]"))?.dataset.key;
}

/** A message that was drawn anew in the other list keeps it. */
/** @param {string} key */
function follow(key) {
  const one = /** @type {HTMLElement | null} */ (byId("chat-list").querySelector(`[data-key="${key}"]`));
  if (one) focus(one);
}

/** The first message in sight, and how far below the edge it stands. */
/** @param {HTMLElement} log */
function read(log) {
  const top = log.getBoundingClientRect().top;
  for (const one of log.querySelectorAll("li")) {
    const place = one.getBoundingClientRect();
    if (place.bottom > top) return { key: one.dataset.key, below: place.top - top };
  }
  return undefined;
}

/** It stands there again, whatever came above it. */
/** @param {HTMLElement} log @param {{ key: string | undefined, below: number }} held */
function hold(log, { key, below }) {
  const one = log.querySelector(`[data-key="${key}"]`);
  if (one) log.scrollTop += one.getBoundingClientRect().top - log.getBoundingClientRect().top - below;
}

/** @param {HTMLElement} one */
function focus(one) {
  if (!one.hasAttribute("tabindex")) one.tabIndex = -1;
  one.focus({ preventScroll: true });
}
