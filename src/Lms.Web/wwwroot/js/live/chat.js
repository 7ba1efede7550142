// @ts-check
// What is said in writing, to all or to those who keep the room.
import { bring, byId, el, show, write } from "./dom.js";
import { say } from "./say.js";

/** Older ones stay in the log and are read in the replay. */
const MOST = 300;

export class Chat {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.seen = 0;
    byId("chat-form").addEventListener("submit", (/** @type {Event} */ event) => this.send(event));
    byId("chat-text").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      byId("chat-form").requestSubmit();
    });
  }

  draw() {
    const { chat, isChatOpen, slowSeconds } = this.stage.room;
    const log = /** @type {HTMLElement} */ (byId("chat-log"));
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    const last = chat.slice(-MOST);
    bring(byId("chat-list"), last, (one) => one.number, (one) => `${this.stage.nameOf(one.by)} ${this.stage.keeps} ${one.text === ""}`, (one) => this.message(one));
    show(byId("chat-none"), last.length === 0);
    if (isAtEnd) log.scrollTop = log.scrollHeight;
    const isMute = !isChatOpen && !this.stage.keeps;
    write(byId("chat-hint"), isMute ? say("chat.closed") : slowSeconds && !this.stage.keeps ? say("chat.slow", slowSeconds) : "");
    const trainers = /** @type {HTMLInputElement} */ (byId("chat-trainers"));
    if (isMute) trainers.checked = true;
    trainers.disabled = isMute;
    this.mark(chat);
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
