// @ts-check
// Makes a player of the transcript: what stands on the page is shown as its time comes. Without this
// script everything stands there at once.
import { openReplay } from "lms/replay/player.js";

openReplay(/** @type {HTMLElement} */ (document.getElementById("player")));
