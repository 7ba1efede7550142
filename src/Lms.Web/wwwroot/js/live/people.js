// @ts-check
// Who is here, whose hand is up, who has the floor; and what those who keep the room do about it.
import { bring, byId, el, icon, show, write } from "./dom.js";
import { leads } from "./room-state.js";
import { say } from "./say.js";

const roles = ["trainer", "coTrainer", "moderator", "participant", "observer"];
const MOST = 500;

export class People {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.asked = 0;
  }

  draw() {
    const { stage } = this;
    const { room } = stage;
    write(byId("present"), say("people.present", stage.present || room.people.length));
    this.drawHands();
    this.drawFloor();
    if (!stage.tabs.isOpen("people")) return;
    const sorted = room.people
      .map((one) => ({ ...one, name: stage.nameOf(one.person) }))
      .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role) || one.name.localeCompare(other.name))
      .slice(0, MOST);
    bring(byId("people-list"), sorted, (one) => one.person, (one) => [one.name, one.role, stage.keeps, stage.leads, room.floor === one.person].join(" "), (one) => this.person(one));
  }

  drawHands() {
    const { stage } = this;
    const { hands } = stage.room;
    show(byId("hands"), hands.length > 0);
    bring(byId("hand-list"), hands, (one) => one, (one) => `${stage.nameOf(one)} ${stage.keeps} ${stage.leads}`, (one) =>
      el("li", {}, el("span", {}, stage.nameOf(one)),
        stage.leads && el("button", { class: "button-quiet", type: "button", "data-act": "floor", click: () => this.give(one) }, say("people.floor")),
        stage.keeps && el("button", { class: "button-link", type: "button", "data-act": "lower", click: () => stage.do("handLowered", { person: one }) }, say("people.lower"), el("span", { class: "visually-hidden" }, ` ${stage.nameOf(one)}`))));
    stage.tabs.mark("people", stage.keeps && !stage.tabs.isOpen("people") ? hands.length : 0);
  }

  drawFloor() {
    const { stage } = this;
    const { floor, isFloorRecorded } = stage.room;
    const place = /** @type {HTMLElement} */ (byId("floor"));
    show(place, floor !== null);
    if (floor === null) return;
    const words = floor === stage.me ? say("floor.mine") : say("floor.of", stage.nameOf(floor));
    const look = `${words} ${isFloorRecorded} ${stage.keeps}`;
    if (place.dataset.look === look) return;
    place.dataset.look = look;
    const taking = stage.keeps ? [" ", el("button", { class: "button-link", type: "button", click: () => stage.do("floorTaken") }, say("floor.take"))] : [];
    /** @type {HTMLElement} */ (place.lastElementChild).replaceChildren(words, isFloorRecorded ? ` ${say("floor.recorded")}` : "", ...taking);
  }

  /** @param {number} person */
  give(person) {
    // Recorded with the person's own yes alone: without one the server refuses, and it is given so.
    return this.stage.do("floorGiven", { person, isRecorded: this.stage.room.isRecording });
  }

  /** @param {{ person: number, role: string, name: string }} one */
  person(one) {
    const { stage } = this;
    const isMe = one.person === stage.me;
    const hidden = () => el("span", { class: "visually-hidden" }, ` ${one.name}`);
    return el("li", {}, el("span", { class: "person" }, one.name, isMe && ` (${say("people.me")})`),
      one.role !== "participant" && el("span", { class: "tag quiet" }, icon("flag"), say(`role.${one.role.toLowerCase()}`)),
      !isMe && stage.leads && el("select", {
        class: "control role", "aria-label": say("people.role", one.name), "data-act": "role",
        change: (/** @type {Event} */ event) => stage.do("roleSet", { person: one.person, role: /** @type {HTMLSelectElement} */ (event.currentTarget).value }),
      }, ...roles.map((role) => el("option", { value: role, selected: role === one.role }, say(`role.${role.toLowerCase()}`)))),
      !isMe && stage.leads && one.role === "participant" && stage.room.floor !== one.person &&
        el("button", { class: "button-link", type: "button", "data-act": "floor", click: () => this.give(one.person) }, say("people.floor"), hidden()),
      !isMe && stage.keeps && !leads(one.role) &&
        el("button", { class: "button-link", type: "button", "data-act": "remove", click: () => this.remove(one) }, say("people.remove"), hidden()));
  }

  /** @param {{ person: number, name: string }} one */
  async remove(one) {
    if (await this.stage.sure(say("people.remove.sure", one.name), say("people.remove"))) {
      this.stage.do("removed", { person: one.person });
    }
  }
}
