// @ts-check
// The player of a replay: one clock, and what stands on the page shown as its time comes.
import { ReplayClock } from "lms/replay/clock.js";
import { gapAt, readGaps } from "lms/replay/gaps.js";
import { GrowingTracks } from "lms/replay/growing.js";
import { Watched } from "lms/replay/watched.js";

const STEP = 10_000;
const GROWS = 15_000;
const TOLD = 5_000;

/** @param {number} at */
const words = (at) => {
  const seconds = Math.floor(at / 1000);
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
};

/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (document.getElementById(id));

/** @param {HTMLElement} root */
export function openReplay(root) {
  const voice = /** @type {HTMLAudioElement | null} */ (document.getElementById("voice"));
  const followers = () => /** @type {NodeListOf<HTMLMediaElement>} */ (root.querySelectorAll("video, #floor"));
  const clock = new ReplayClock(voice, Number(root.dataset.until));
  let gaps = readGaps(root.dataset.gaps ?? "");
  // Captions over a picture are read once: where more were said since, they stand in the page alone.
  const hasGrown = root.dataset.growing === "yes";
  const script = byId("replay-script");
  const play = byId("replay-play");
  const time = /** @type {HTMLInputElement} */ (byId("replay-time"));
  const shown = byId("replay-clock");
  const caption = byId("replay-caption");
  const note = byId("replay-note");
  const all = /** @type {HTMLInputElement} */ (byId("replay-all"));
  const voiceOnly = /** @type {HTMLInputElement | null} */ (document.getElementById("replay-voice-only"));
  const speed = /** @type {HTMLSelectElement} */ (byId("replay-speed"));
  const left = document.getElementById("replay-left");
  const watched = root.dataset.counts === "yes" ? new Watched(String(root.dataset.session), (ms) => {
    if (left) left.textContent = String(left.dataset.words).replace("{0}", String(Math.floor(ms / 60_000)));
  }) : null;

  const draw = () => {
    const at = clock.now;
    time.value = String(Math.floor(at / 1000));
    time.setAttribute("aria-valuetext", words(at));
    shown.textContent = words(at);
    let said = "";
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (script.querySelectorAll("section"))) {
      const isNow = Number(section.dataset.from) <= at && at < Number(section.dataset.until);
      section.hidden = !all.checked && !isNow && !(at >= clock.until && section === script.lastElementChild);
      for (const line of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-at]"))) {
        const isPast = Number(line.dataset.at) <= at;
        line.hidden = !all.checked && !isPast;
        if (isPast && isNow && line.dataset.kind === "caption") said = line.lastElementChild?.textContent ?? "";
      }
    }
    // Over a picture its own captions are shown, for as long as there is a picture.
    const isOver = !hasGrown && [...followers()].some((one) =>
      !one.hidden && one.textTracks[0]?.mode === "showing" && at / 1000 < one.duration);
    caption.hidden = said === "" || isOver;
    if (caption.textContent !== said) caption.textContent = said;
    for (const link of document.querySelectorAll("#replay-chapters a")) {
      const section = document.getElementById(String(link.getAttribute("href")).slice(1));
      const isNow = section && Number(section.dataset.from) <= at && at < Number(section.dataset.until);
      if (isNow) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    }
  };

  const follow = () => {
    for (const one of followers()) {
      if (one instanceof HTMLVideoElement && voiceOnly?.checked) {
        one.hidden = true;
        one.pause();
        continue;
      }
      one.hidden = false;
      if (hasGrown) for (const own of one.textTracks) own.mode = "disabled";
      const at = clock.now / 1000;
      one.playbackRate = Number(speed.value);
      if (Math.abs(one.currentTime - at) > 0.35) one.currentTime = at;
      if (clock.isPlaying && one.paused && !(one.duration < at)) void one.play().catch(() => {});
      if (!clock.isPlaying) one.pause();
    }
  };

  const tracks = new GrowingTracks(root, clock);
  let waits = false;

  /** @param {number} at */
  const go = (at) => {
    if (clock.isPlaying) watched?.end(clock.now);
    tracks.take();
    clock.seek(at);
    if (clock.isPlaying) watched?.begin(clock.now);
    follow();
    draw();
  };

  const name = () => {
    play.textContent = (clock.isPlaying || waits ? root.dataset.pauseWords : root.dataset.playWords) ?? "";
  };

  const toggle = async () => {
    if (waits) {
      waits = false;
    } else if (clock.isPlaying) {
      watched?.end(clock.now);
      clock.pause();
    } else {
      if (clock.now >= clock.until) clock.seek(0);
      await clock.play();
      watched?.begin(clock.now);
    }
    name();
    follow();
  };

  let toldAt = 0;
  const tick = () => {
    if (!clock.isPlaying) return;
    if (note.textContent && performance.now() - toldAt > TOLD) note.textContent = "";
    const gap = gapAt(gaps, clock.now);
    if (gap && gap.until < clock.until) {
      toldAt = performance.now();
      note.textContent = (gap.isCut ? root.dataset.cutWords : root.dataset.gapWords) ?? "";
      go(gap.until);
    }
    watched?.tick(clock.now);
    if (clock.now >= clock.until) {
      void toggle();
      wait();
    }
    follow();
    draw();
  };

  // At the end of what there is, while there will be more.
  const wait = () => {
    if (root.dataset.growing !== "yes") return;
    waits = true;
    note.textContent = root.dataset.waitWords ?? "";
    toldAt = performance.now();
    name();
  };

  /** @param {Document} page */
  const take = (page) => {
    const fresh = page.getElementById("player");
    const text = page.getElementById("replay-script");
    const chapters = page.getElementById("replay-chapters");
    if (!fresh || !text || !chapters) return;
    const before = clock.until;
    clock.until = Number(fresh.dataset.until);
    gaps = readGaps(fresh.dataset.gaps ?? "");
    time.max = String(Math.floor(clock.until / 1000));
    byId("replay-until").textContent = words(clock.until);
    script.replaceChildren(...text.children);
    byId("replay-chapters").replaceChildren(...chapters.children);
    root.dataset.growing = fresh.dataset.growing;
    tracks.see(fresh);
    if (waits && clock.until > before) {
      waits = false;
      void toggle();
    }
    draw();
  };

  // While the session runs, what has been added is taken over from the same page.
  const grow = async () => {
    try {
      const reply = await fetch(location.pathname);
      if (reply.ok) take(new DOMParser().parseFromString(await reply.text(), "text/html"));
    } catch { /* The next time. */ }
    if (root.dataset.growing === "yes") setTimeout(grow, GROWS);
  };

  play.addEventListener("click", () => void toggle());
  byId("replay-back").addEventListener("click", () => go(clock.now - STEP));
  byId("replay-on").addEventListener("click", () => go(clock.now + STEP));
  time.addEventListener("input", () => go(Number(time.value) * 1000));
  speed.addEventListener("change", () => {
    clock.setSpeed(Number(speed.value));
    follow();
  });
  all.addEventListener("change", draw);
  voiceOnly?.addEventListener("change", follow);
  byId("replay-chapters").addEventListener("click", (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest("a");
    if (link?.dataset.at) go(Number(link.dataset.at));
  });
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest("input, select, textarea, button, a, summary")) return;
    if (event.key === " ") void toggle();
    else if (event.key === "ArrowLeft") go(clock.now - STEP);
    else if (event.key === "ArrowRight") go(clock.now + STEP);
    else return;
    event.preventDefault();
  });
  addEventListener("pagehide", () => watched?.end(clock.now));
  root.hidden = false;
  draw();
  setInterval(tick, 250);
  if (root.dataset.growing === "yes") setTimeout(grow, GROWS);
}
