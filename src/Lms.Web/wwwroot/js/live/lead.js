// @ts-check
// What those who lead do: begin, pause, end; the clock; captions, checks, recording, order in the chat.
import { byId, el, show, write } from "./dom.js";
import { lived } from "./room-state.js";
import { clock, say } from "./say.js";

/** @type {Record<string, [string, string, boolean?][]>} */
const steps = {
  lobby: [["live", "do.begin"]],
  live: [["paused", "do.pause"], ["ended", "do.end", true]],
  paused: [["live", "do.go-on"], ["ended", "do.end", true]],
  interrupted: [["live", "do.go-on"], ["ended", "do.end", true]],
};

export class Lead {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    byId("ask-check").addEventListener("click", () => this.check());
    byId("record").addEventListener("click", () => stage.do("recordingSet", { isOn: !stage.room.isRecording }));
    byId("unrecorded")?.querySelector("button").addEventListener("click", () => stage.do("recordingSet", { isOn: true }));
    byId("present-me").addEventListener("click", () => stage.do("presenterSet", { person: stage.me }));
    byId("caption-form").addEventListener("submit", (/** @type {Event} */ event) => this.caption(event));
    byId("caption-text").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.caption(event);
    });
    for (const id of ["chat-open", "holds", "slow"]) byId(id).addEventListener("change", () => this.order());
  }

  draw() {
    const { stage } = this;
    const { room } = stage;
    const place = /** @type {HTMLElement} */ (byId("lead-states"));
    if (place.dataset.state !== room.state) {
      place.dataset.state = room.state;
      place.replaceChildren(...(steps[room.state] ?? []).map(([state, words, isLast], at) =>
        el("button", { class: at === 0 ? "button" : "button-quiet", type: "button", click: () => this.become(state, isLast) }, say(words))));
    }
    byId("record").setAttribute("aria-pressed", String(room.isRecording));
    write(byId("record"), say(room.isRecording ? "record.stop" : "record.start"));
    this.unrecorded();
    show(byId("presenter-now"), stage.leads && !stage.isPresenter);
    write(byId("presenter-now").querySelector("p"), say("presenter.is", stage.nameOf(room.presenter, say("somebody"))));
    byId("chat-open").checked = room.isChatOpen;
    byId("holds").checked = room.holdsQuestions;
    byId("slow").value = String(room.slowSeconds);
    show(byId("alert-on"), !room.isAlert);
    this.tick();
  }

  // Recording never begins by itself: who leads is told as long as what was planned is not made.
  unrecorded() {
    const place = byId("unrecorded");
    const { stage } = this;
    const isMissed = stage.leads && stage.room.state === "live" && !stage.room.isRecording;
    show(place, isMissed);
    if (place) write(place.querySelector("p"), isMissed ? say("record.missed") : "");
  }

  tick() {
    write(byId("clock"), clock(lived(this.stage.room, this.stage.client.now())));
  }

  /** @param {string} state @param {boolean} [asks] */
  async become(state, asks) {
    if (!asks || (await this.stage.sure(say("do.end.sure"), say("do.end")))) this.stage.do("stateSet", { state });
  }

  check() {
    this.stage.do("checkAsked");
    this.stage.announce(say("check.asked"));
  }

  /** @param {Event} event */
  caption(event) {
    event.preventDefault();
    const field = /** @type {HTMLTextAreaElement} */ (byId("caption-text"));
    const text = field.value.trim();
    if (!text) return;
    this.stage.do("captionTyped", { text });
    field.value = "";
  }

  order() {
    this.stage.do("chatSet", { isOpen: byId("chat-open").checked, slowSeconds: Number(byId("slow").value), holdsQuestions: byId("holds").checked });
  }
}
