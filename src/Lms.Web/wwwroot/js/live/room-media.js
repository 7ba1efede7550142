// @ts-check
// The seam to voice and pictures: their scripts are asked for once somebody enters, and a room without
// them has slides, words and captions all the same.
import { byId, show } from "./dom.js";

/**
 * What the scripts of media give.
 * @typedef {{
 *   join: (room: { session: string, place: Element, mode: string, level: (percent: number) => void, narrowed: (mode: string) => void, says: (word: string) => void }) => Promise<void>,
 *   leave: () => void, mode: (mode: string) => void, isAudible: () => boolean,
 *   may: (rights: { voice: boolean, pictures: boolean }) => void,
 *   voice: (isOn: boolean) => Promise<boolean>, camera: (isOn: boolean) => Promise<boolean>, screen: (isOn: boolean) => Promise<boolean>,
 * }} Media
 */

export class RoomMedia {
  /** @param {import("./stage.js").Stage} stage @param {string} session */
  constructor(stage, session) {
    this.stage = stage;
    this.session = session;
    this.media = /** @type {Media | null} */ (null);
    for (const kind of /** @type {const} */ (["voice", "camera", "screen"])) {
      byId(kind).addEventListener("click", () => this.turn(kind));
    }
  }

  /** In the click that enters: without one no browser plays a sound. */
  /** @param {(mode: string) => void} narrowed */
  async join(narrowed) {
    if (!byId("room").dataset.media) return;
    try {
      const { roomMedia } = /** @type {{ roomMedia: Media }} */ (await import(/** @type {string} */ ("/js/live/media/room.js")));
      await roomMedia.join({
        session: this.session,
        place: byId("pictures"),
        mode: this.stage.band,
        level: (percent) => { byId("level").value = percent; },
        narrowed,
        says: (word) => { byId("media-says").textContent = word; },
      });
      this.media = roomMedia;
      this.draw();
    } catch {
      this.media = null;
    }
  }

  get isAudible() {
    return this.media?.isAudible() ?? false;
  }

  draw() {
    const { stage } = this;
    const voice = stage.isPresenter || stage.room.floor === stage.me;
    show(byId("media"), this.media !== null && voice);
    show(byId("camera"), stage.isPresenter);
    show(byId("screen"), stage.isPresenter);
    this.media?.may({ voice, pictures: stage.isPresenter });
  }

  /** @param {"voice" | "camera" | "screen"} kind */
  async turn(kind) {
    if (!this.media) return;
    const button = /** @type {HTMLElement} */ (byId(kind));
    const isOn = await this.media[kind](button.getAttribute("aria-pressed") !== "true");
    button.setAttribute("aria-pressed", String(isOn));
    if (kind === "voice") show(byId("level"), isOn);
  }

  /** @param {string} mode */
  mode(mode) {
    this.media?.mode(mode);
  }

  leave() {
    this.media?.leave();
  }
}
