// @ts-check
// The room: from the lobby in by one press, then every view is drawn from the same state.
import { Band, measured } from "lms/live/band.js";
import { Bar } from "lms/live/bar.js";
import { Chat } from "lms/live/chat.js";
import { Checks } from "lms/live/checks.js";
import { Decisions } from "lms/live/decisions.js";
import { byId, show, write } from "lms/live/dom.js";
import { Lead } from "lms/live/lead.js";
import { LinkLine } from "lms/live/link-line.js";
import { LiveClient } from "lms/live/live-client.js";
import { Notes } from "lms/live/notes.js";
import { People } from "lms/live/people.js";
import { PollAsking } from "lms/live/poll-asking.js";
import { Polls } from "lms/live/polls.js";
import { Presence } from "lms/live/presence.js";
import { Questions } from "lms/live/questions.js";
import { RoomMedia } from "lms/live/room-media.js";
import { counted, fold, taken, withEarlier } from "lms/live/room-state.js";
import { learn, say } from "lms/live/say.js";
import { Slides } from "lms/live/slides.js";
import { Stage } from "lms/live/stage.js";
import { Standing } from "lms/live/standing.js";
import { Tabs } from "lms/live/tabs.js";

const page = /** @type {HTMLElement} */ (byId("room"));
const session = page.dataset.session ?? "";
learn(byId("words"));

const tabs = new Tabs(/** @type {HTMLElement} */ (document.querySelector(".room-tabs")));
const client = new LiveClient(session, page.dataset.mine ?? "", {
  welcome: (/** @type {import("lms/live/live-client.js").Welcome} */ welcome) => enter(welcome),
  batch: (/** @type {import("lms/live/live-client.js").Batch} */ batch) => hear(batch),
  earlier: (/** @type {import("lms/live/live-client.js").Earlier} */ earlier) => { stage.room = withEarlier(stage.room, earlier, stage.me); },
  eph: (/** @type {any} */ eph) => pass(eph),
  bye: (/** @type {string} */ reason) => bye(reason),
  refused: (/** @type {string} */ word) => refused(word),
  link: (/** @type {import("lms/live/live-client.js").Link} */ link) => linked(link),
  waiting: (/** @type {import("lms/live/acts.js").Act[]} */ acts) => { line.waits(acts.length); chat.waiting(acts); questions.waiting(acts); },
  taken: (/** @type {import("lms/live/acts.js").Act} */ act, /** @type {string | null} */ refusal) => { if (refusal) refusedAct(act, refusal); },
});
const stage = new Stage(client, tabs);
const line = new LinkLine();
const slides = new Slides(stage);
const chat = new Chat(stage);
const questions = new Questions(stage);
const notes = new Notes(session);
const polls = new Polls(stage);
const asking = new PollAsking(stage, notes);
const people = new People(stage);
const bar = new Bar(stage);
const decisions = new Decisions(stage);
const checks = new Checks(stage);
const standing = new Standing(stage);
const lead = new Lead(stage);
// Where no WebSocket passes there is no voice, however much the link carries.
const band = new Band(carry, () => (client.isBlocked ? Promise.resolve(0) : measured()));
const media = new RoomMedia(stage, session, () => band.narrow());
const presence = new Presence(client, () => media.isAudible, (own) => minutes(own));
const views = [slides, chat, questions, polls, asking, people, bar, decisions, checks, standing, lead, media];
let isIn = false;
/** What passed while the welcome was still on its way. */
let early = /** @type {any} */ ({});
let wasOpen = false;
let wasBlocked = false;
let couldBeHeard = false;

byId("join").addEventListener("click", () => join());
byId("join").disabled = false;
tabs.list.addEventListener("opened", () => draw());
byId("band").addEventListener("change", () => choose(byId("band").value));
byId("band-now").addEventListener("click", () => { choose(band.chosen); byId("band").focus(); });
byId("full").addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen()));

function join() {
  byId("join").disabled = true;
  says(say("joining"));
  choose(remembered() ?? "all");
  media.join().catch(() => {});
  client.isNamedInFull = byId("in-full")?.checked === true;
  client.run();
}

/** @param {import("lms/live/live-client.js").Link} link */
function linked(link) {
  line.stands(link, client.isBlocked);
  if (link === "open" && !wasOpen) presence.renew();
  wasOpen = link === "open";
  // Where it goes meanwhile is not told: who comes back is told where it stands, if it stands anywhere.
  if (!wasOpen) slides.pointer(null);
  if (client.isBlocked === wasBlocked) return;
  wasBlocked = client.isBlocked;
  carry(band.mode, band.isNarrowed);
}

/** @param {import("lms/live/live-client.js").Welcome} welcome */
function enter(welcome) {
  // The slides came with the doors: a page of before has none.
  if (!page.dataset.sees) {
    location.reload();
    return;
  }
  stage.me = welcome.you.person;
  if (welcome.snapshot) {
    stage.room = taken(welcome.snapshot, welcome);
    chat.begin();
  } else stage.room = { ...stage.room, names: { ...stage.room.names, ...welcome.names } };
  if (isIn) {
    draw();
    return;
  }
  isIn = true;
  chat.seen = stage.room.chat.at(-1)?.number ?? 0;
  questions.seen = stage.room.questions.at(-1)?.number ?? 0;
  decisions.seen = stage.room.decisions.length;
  page.classList.add("is-in");
  show(byId("lobby"), false);
  for (const id of ["side", "bar"]) show(byId(id), true);
  show(byId("full"), document.fullscreenEnabled);
  slides.begin();
  tabs.open(stage.keeps || welcome.you.keeps ? "lead" : "chat");
  presence.begin();
  setInterval(() => { checks.draw(); lead.tick(); }, 1_000);
  byId("deck").focus({ preventScroll: true });
  pass(early);
}

/** @param {import("lms/live/live-client.js").Batch} batch */
function hear(batch) {
  stage.room = { ...fold(stage.room, batch.lines, stage.me), last: batch.upTo };
  if (isIn && batch.lines.length < 20) polls.hear(batch.lines);
  draw();
}

function draw() {
  if (!isIn) return;
  // Who may speak now does not wait for what the link did not carry before.
  if (stage.mayBeHeard && !couldBeHeard && band.isNarrowed) choose(band.chosen);
  couldBeHeard = stage.mayBeHeard;
  for (const part of document.querySelectorAll("[data-for]")) {
    const whose = /** @type {HTMLElement} */ (part).dataset.for;
    if (whose && part.id !== "point") show(part, whose === "leads" ? stage.leads : whose === "keeps" ? stage.keeps : stage.speaks && (whose === "speaks" || !stage.leads));
  }
  if (stage.leads) notes.bring(() => asking.draw());
  for (const view of views) view.draw();
  caption();
}

function caption() {
  const { caption } = stage.room;
  show(byId("caption"), caption !== "");
  write(byId("caption"), caption);
}

/** @param {any} eph */
function pass(eph) {
  if (!isIn) {
    early = { ...early, ...eph };
    return;
  }
  if (eph.votes || eph.asked) {
    stage.room = counted(stage.room, eph);
    polls.count();
    questions.draw();
  }
  if (eph.reactions) bar.reactions(eph.reactions);
  if (eph.pace) bar.pace(eph.pace);
  if (eph.pointer !== undefined) slides.pointer(eph.pointer);
  if (typeof eph.present === "number") {
    stage.present = eph.present;
    write(byId("present"), say("people.present", eph.present));
  }
}

/** @param {{ present: number, percent: number }} own */
function minutes(own) {
  // A rehearsal counts for nobody.
  show(byId("minutes"), !stage.leads && page.dataset.percent !== "");
  write(byId("minutes").querySelector("span"), say("minutes", Math.floor(own.present / 60_000), Math.floor(own.percent), page.dataset.percent ?? ""));
}

/** @param {string} words */
function says(words) {
  show(byId("lobby-says"), words !== "");
  write(byId("lobby-says").querySelector("span"), words);
}

const byes = ["removed", "ended", "elsewhere", "signedOut", "restart"];

/** @param {string} reason */
function bye(reason) {
  if (!client.isOver) return;
  media.leave();
  presence.end();
  const words = say(byes.includes(reason) ? `bye.${reason}` : "refused.entry");
  if (!isIn) {
    says(words);
    return;
  }
  show(byId("grid"), false);
  show(byId("alert"), false);
  show(byId("check"), false);
  show(byId("unrecorded"), false);
  show(byId("standing"), true);
  write(byId("standing").querySelector("p"), words);
}

/** @param {string} word */
function refused(word) {
  const isClosed = word === "notOpen" || word === "notNow";
  if (!isClosed) client.end();
  if (isIn) bye(word);
  says(say(isClosed ? "refused.door" : "refused.entry"));
}

/** @param {import("lms/live/acts.js").Act} act @param {string} refusal */
function refusedAct(act, refusal) {
  if (act.kind === "floorGiven" && act.isRecorded) {
    stage.do("floorGiven", { person: act.person, isRecorded: false });
    return;
  }
  const why = say(`refused.${refusal}`);
  if (act.kind === "chatPosted") chat.refused(act, why);
  else if (act.kind === "asked" || act.kind === "askedVoted") questions.refused(act, why);
  else if (act.kind === "pollOpened") write(byId("spot-error"), why);
  else stage.announce(why);
  draw();
}

/** What the link carries, as chosen; it is tried at once. */
/** @param {string} mode */
function choose(mode) {
  byId("band").value = mode;
  band.choose(mode);
  try {
    sessionStorage.setItem("room-band", mode);
  } catch {
    // Then it is chosen again.
  }
}

/** Pictures alone the server drops by itself where it is weak. */
/** @param {import("lms/live/band.js").Mode} mode @param {boolean} isByItself */
function carry(mode, isByItself) {
  stage.band = mode;
  page.dataset.band = mode;
  byId("caption").setAttribute("aria-live", mode === "text" ? "polite" : "off");
  client.carry(mode);
  // Where it went from here is not told, or told later.
  slides.pointer(null);
  media.mode(mode);
  const isTooWeak = isByItself && mode === "text" && !client.isBlocked;
  media.says(isTooWeak ? say("media.text") : "");
  show(byId("band-now"), isTooWeak);
}

function remembered() {
  try {
    return sessionStorage.getItem("room-band");
  } catch {
    return null;
  }
}
