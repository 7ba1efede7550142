// @ts-check
// How the room stands, in one sentence; and the calm screen of an air alert.
import { byId, show, write } from "./dom.js";
import { say } from "./say.js";

const told = ["lobby", "paused", "interrupted", "ended"];

export class Standing {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.wasAlert = false;
    byId("alert-on").addEventListener("click", () => this.stage.do("alertSet", { isOn: true }));
    byId("alert-over").addEventListener("click", () => this.stage.do("alertSet", { isOn: false }));
  }

  draw() {
    const { room } = this.stage;
    write(byId("state-words"), say(`state.${room.state.toLowerCase()}`));
    const isTold = told.includes(room.state) && !room.isAlert;
    show(byId("standing"), isTold);
    byId("standing").classList.toggle("warm", room.state === "interrupted");
    if (isTold) write(byId("standing").querySelector("p"), say(`standing.${room.state.toLowerCase()}${this.stage.leads && room.state === "lobby" ? this.whoBegins : ""}`));
    show(byId("recording"), room.isRecording);
    this.alert(room.isAlert);
  }

  /** A rehearsal counts for nobody. */
  get whoBegins() {
    return byId("room").dataset.percent ? ".lead" : ".rehearsal";
  }

  /** @param {boolean} isOn */
  alert(isOn) {
    show(byId("alert"), isOn);
    byId("room").classList.toggle("is-alert", isOn);
    show(byId("grid"), !isOn || this.stage.keeps);
    if (isOn === this.wasAlert) return;
    this.wasAlert = isOn;
    if (isOn) byId("h-alert").focus();
    else this.stage.announce(say("alert.over"));
  }
}
