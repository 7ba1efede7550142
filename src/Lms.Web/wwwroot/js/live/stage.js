// @ts-check
// What every view of a room is given: the room as it is, who one is in it, and how to act.
import { byId, write } from "./dom.js";
import { empty, keeps, leads, roleOf } from "./room-state.js";

/** @typedef {import("./room-state.js").Room} Room */

export class Stage {
  /** @param {import("./live-client.js").LiveClient} client @param {import("./tabs.js").Tabs} tabs */
  constructor(client, tabs) {
    this.client = client;
    this.tabs = tabs;
    /** @type {Room} */
    this.room = empty;
    this.me = 0;
    /** How many are there now, which is told without a line. */
    this.present = 0;
    this.band = "all";
  }

  get role() {
    return roleOf(this.room, this.me);
  }

  get leads() {
    return leads(this.role);
  }

  get keeps() {
    return keeps(this.role);
  }

  get speaks() {
    return this.role !== null && this.role !== "observer";
  }

  get isPresenter() {
    return this.room.presenter === this.me && this.leads;
  }

  /** Has the lead or the floor. */
  get mayBeHeard() {
    return this.isPresenter || this.room.floor === this.me;
  }

  /** @param {number | null} person @param {string} nobody */
  nameOf(person, nobody = "") {
    return person === null || person === undefined ? nobody : (this.room.names[person] ?? nobody);
  }

  /** @param {string} kind @param {Record<string, any>} [fields] */
  do(kind, fields) {
    return this.client.do(kind, fields);
  }

  /** Messages before those that are known; whether they came. */
  earlier() {
    return this.client.earlier(this.room.chat[0]?.number ?? this.room.last + 1);
  }

  /** Said once to those who listen instead of looking. */
  /** @param {string} text */
  announce(text) {
    write(byId("announce"), text);
  }

  /** Asks before what cannot be undone. */
  /** @param {string} words @param {string} yes @returns {Promise<boolean>} */
  sure(words, yes) {
    const dialog = /** @type {HTMLDialogElement} */ (byId("confirm"));
    write(byId("confirm-words"), words);
    write(dialog.querySelector("[value=yes]"), yes);
    dialog.returnValue = "no";
    dialog.showModal();
    return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
  }
}
