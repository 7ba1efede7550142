// @ts-check
// One panel at a time (WAI-ARIA APG, Tabs): arrows move, the panel follows.
import { show, write } from "./dom.js";

export class Tabs {
  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    this.tabs = /** @type {HTMLButtonElement[]} */ ([...list.querySelectorAll("[role=tab]")]);
    for (const tab of this.tabs) tab.addEventListener("click", () => this.open(tab.id.slice(4)));
    list.addEventListener("keydown", (event) => this.move(event));
  }

  /** @param {string} name */
  open(name) {
    for (const tab of this.tabs) {
      const isIt = tab.id === `tab-${name}`;
      tab.setAttribute("aria-selected", String(isIt));
      tab.tabIndex = isIt ? 0 : -1;
      show(this.panel(tab), isIt);
      if (isIt) this.mark(name, 0);
    }
    this.opened = name;
    this.list.dispatchEvent(new CustomEvent("opened"));
  }

  /** How many new things are behind a tab that is closed. */
  /** @param {string} name @param {number} number */
  mark(name, number) {
    const badge = this.tabs.find((tab) => tab.id === `tab-${name}`)?.querySelector(".badge") ?? null;
    show(badge, number > 0);
    write(badge, number > 99 ? "99+" : String(number));
  }

  /** @param {string} name */
  isOpen(name) {
    return this.opened === name;
  }

  /** @param {KeyboardEvent} event */
  move(event) {
    const seen = this.tabs.filter((tab) => !tab.hidden);
    const at = seen.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: seen.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = seen[(to + seen.length) % seen.length];
    this.open(next.id.slice(4));
    next.focus();
  }

  /** @param {HTMLElement} tab */
  panel(tab) {
    return document.getElementById(tab.getAttribute("aria-controls") ?? "");
  }
}
