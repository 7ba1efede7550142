// @ts-check
// A room as its lines say it is: the same fold as the domain's Room, so that every screen shows the
// same. Pure: a state is never changed, a line makes the next one. People are their places.

/**
 * @typedef {"scheduled" | "lobby" | "live" | "paused" | "interrupted" | "ended" | string} State
 * @typedef {{ number: number, at: number, by: number | null, kind: string, [field: string]: any }} Line
 * @typedef {{ person: number, role: string }} Member
 * @typedef {{ number: number, by: number | null, at: number, text: string, toTrainers: boolean }} Message
 * @typedef {{ number: number, by: number | null, at: number, text: string, state: string, votes: number, mine: boolean }} Question
 * @typedef {{ number: number, slide: number | null, question: any, points: number, state: string, voters: number, counts: Record<string, number> | null, right: any, mine: string[] | null }} Poll
 * @typedef {{ number: number, askedAt: number, mine: boolean }} Check
 * @typedef {{ number: number, what: string, who: string, due: string | null }} Decision
 * @typedef {{
 *   last: number, state: State, live: [number, number][], liveSince: number | null,
 *   presenter: number | null, slide: number, isChatOpen: boolean, slowSeconds: number,
 *   holdsQuestions: boolean, isAlert: boolean, isRecording: boolean, floor: number | null,
 *   isFloorRecorded: boolean, caption: string, people: Member[], removed: number[], chat: Message[],
 *   hasEarlier: boolean,
 *   questions: Question[], polls: Poll[], hands: number[], checks: Check[], decisions: Decision[],
 *   names: Record<string, string>,
 * }} Room
 */

/** @type {Room} */
export const empty = Object.freeze({
  last: 0, state: "scheduled", live: [], liveSince: null, presenter: null, slide: 0, isChatOpen: true,
  slowSeconds: 0, holdsQuestions: false, isAlert: false, isRecording: false, floor: null,
  isFloorRecorded: false, caption: "", people: [], removed: [], chat: [], hasEarlier: false, questions: [],
  polls: [], hands: [], checks: [], decisions: [], names: {},
});

// Names of enums may come in either case.
/** @param {string} name */
const named = (name) => name.charAt(0).toLowerCase() + name.slice(1);

/**
 * The room that a snapshot says.
 * @param {any} snapshot @param {{ last: number, now: number, names?: Record<string, string> }} welcome
 * @returns {Room}
 */
export function taken(snapshot, { last, now, names = {} }) {
  const state = named(snapshot.state);
  const live = [...snapshot.live];
  // The time that lasts is told up to now; what began this very moment has no length yet.
  const open = state !== "live" ? null : live.at(-1)?.[1] === now ? live.pop() : [now, now];
  return {
    ...empty,
    ...snapshot,
    last,
    names,
    state,
    live,
    liveSince: open ? open[0] : null,
    people: snapshot.people.map((/** @type {Member} */ one) => ({ ...one, role: named(one.role) })),
    removed: [],
    decisions: snapshot.decisions.map((/** @type {Decision} */ one) => ({ ...one, due: one.due ?? null })),
    questions: snapshot.questions.map((/** @type {Question} */ one) => ({ ...one, state: named(one.state) })),
    polls: snapshot.polls.map((/** @type {Poll} */ one) => ({ ...one, state: named(one.state), slide: one.slide ?? null, counts: one.counts ?? null, right: one.right ?? null, mine: one.mine ?? null })),
  };
}

/**
 * @param {Room} room @param {Line[]} lines In their order; those folded in already are passed over.
 * @param {number} me The viewer's own place.
 */
export function fold(room, lines, me) {
  return lines.reduce((now, line) => (line.number > now.last ? { ...apply(now, line, me), last: line.number } : now), room);
}

/**
 * The room with messages that were said before those it has. They came as they stood at a number; what
 * was removed since may have been told before they came, so it is folded over them too.
 * @param {Room} room
 * @param {{ upTo: number, messages: Message[], hasEarlier: boolean, lines: Line[] }} answer The lines
 * that were folded in since it was asked for.
 * @param {number} me
 * @returns {Room}
 */
export function withEarlier(room, { upTo, messages, hasEarlier, lines }, me) {
  const first = room.chat[0]?.number ?? Infinity;
  const earlier = fold({ ...empty, chat: messages, last: upTo }, lines, me).chat.filter((one) => one.number < first);
  return { ...room, chat: [...earlier, ...room.chat], hasEarlier };
}

/** @param {Room} room @param {Line} line @param {number} me @returns {Room} */
function apply(room, line, me) {
  switch (line.kind) {
    case "stateSet": return become(room, named(line.state), line.at);
    case "entered": return enter(room, line);
    case "presenterSet": return { ...room, presenter: line.person };
    case "slideShown": return { ...room, slide: line.slide };
    case "chatPosted":
      return { ...room, chat: [...room.chat, { number: line.number, by: line.by ?? null, at: line.at, text: line.text, toTrainers: line.toTrainers }] };
    case "chatRemoved": return { ...room, chat: room.chat.filter((one) => one.number !== line.message) };
    case "asked":
      return { ...room, questions: [...room.questions, { number: line.number, by: line.by ?? null, at: line.at, text: line.text, state: named(line.state), votes: 0, mine: false }] };
    case "askedSet": return { ...room, questions: set(room.questions, line) };
    case "askedVoted": return { ...room, questions: voted(room.questions, line, me) };
    case "pollOpened":
      return { ...room, polls: [...room.polls, { number: line.number, slide: line.slide ?? null, question: line.question, points: line.points, state: "open", voters: 0, counts: null, right: null, mine: null }] };
    case "pollSet": return { ...room, polls: changed(room.polls, line.poll, results(line)) };
    case "voted": return line.by === me ? { ...room, polls: changed(room.polls, line.poll, { mine: line.values }) } : room;
    case "handRaised": return line.by == null || room.hands.includes(line.by) ? room : { ...room, hands: [...room.hands, line.by] };
    case "handLowered": return { ...room, hands: without(room.hands, line.person) };
    case "floorGiven":
      return { ...room, floor: line.person, isFloorRecorded: line.isRecorded, hands: without(room.hands, line.person) };
    case "floorTaken": return { ...room, floor: null, isFloorRecorded: false };
    case "roleSet":
      return { ...room, people: room.people.map((one) => (one.person === line.person ? { ...one, role: named(line.role) } : one)) };
    case "removed": return remove(room, line.person);
    case "chatSet": return { ...room, isChatOpen: line.isOpen, slowSeconds: line.slowSeconds, holdsQuestions: line.holdsQuestions };
    case "alertSet": return { ...room, isAlert: line.isOn };
    case "recordingSet": return { ...room, isRecording: line.isOn };
    case "captionTyped": return { ...room, caption: line.text };
    case "checkAsked": return { ...room, checks: [...room.checks, { number: line.number, askedAt: line.at, mine: false }] };
    case "checkAnswered": return line.by === me ? { ...room, checks: changed(room.checks, line.check, { mine: true }) } : room;
    case "decisionNoted":
      return { ...room, decisions: [...room.decisions, { number: line.number, what: line.what, who: line.who, due: line.due ?? null }] };
    case "erased":
      return line.toTrainers === undefined ? room : { ...room, chat: [...room.chat, { number: line.number, by: line.by ?? null, at: line.at, text: "", toTrainers: line.toTrainers }] };
    case "wordsErased": return forget(room, line);
    case "messageErased":
      return { ...room, chat: room.chat.filter((one) => one.number !== line.message), questions: room.questions.filter((one) => one.number !== line.message), caption: "" };
    default: return room;
  }
}

/** @param {Room} room @param {State} state @param {number} at @returns {Room} */
function become(room, state, at) {
  if (room.liveSince !== null && state !== "live") {
    return { ...room, state, live: [...room.live, [room.liveSince, at]], liveSince: null };
  }
  return { ...room, state, liveSince: state === "live" ? (room.liveSince ?? at) : null };
}

/** @param {Room} room @param {Line} line @returns {Room} */
function enter(room, line) {
  const names = line.name ? { ...room.names, [line.person]: line.name } : room.names;
  const isKnown = room.removed.includes(line.person) || room.people.some((one) => one.person === line.person);
  return { ...room, names, people: isKnown ? room.people : [...room.people, { person: line.person, role: named(line.role) }] };
}

/** @param {Room} room @param {number} person @returns {Room} */
function remove(room, person) {
  return { ...stepBack(room, person), people: room.people.filter((one) => one.person !== person), removed: [...room.removed, person] };
}

// A place in the chat stays, without its words.
/** @param {Room} room @param {Line} line @returns {Room} */
function forget(room, line) {
  return {
    ...stepBack(room, line.person),
    names: line.name ? { ...room.names, [line.person]: line.name } : room.names,
    chat: room.chat.map((one) => (one.by === line.person ? { ...one, text: "" } : one)),
    questions: room.questions.filter((one) => one.by !== line.person),
    caption: "",
    polls: room.polls.map((one) => (one.state === "revealed" ? { ...one, ...left(line, one.number) } : one)),
  };
}

// Results without what the erased answered in words.
/** @param {Line} line @param {number} poll @returns {Partial<Poll>} */
function left(line, poll) {
  const counts = line.results?.find((/** @type {{ poll: number }} */ one) => one.poll === poll)?.counts;
  return counts ? { counts } : {};
}

/** @param {Room} room @param {number} person @returns {Room} */
function stepBack(room, person) {
  const hadFloor = room.floor === person;
  return {
    ...room,
    hands: without(room.hands, person),
    floor: hadFloor ? null : room.floor,
    isFloorRecorded: hadFloor ? false : room.isFloorRecorded,
  };
}

/** @param {Line} line @returns {Partial<Poll>} */
function results(line) {
  const state = named(line.state);
  return state === "revealed" ? { state, counts: line.counts ?? null, right: line.right ?? null } : { state, counts: null, right: null };
}

// Who never saw a question while it was held reads it here.
/** @param {Question[]} questions @param {Line} line */
function set(questions, line) {
  const state = named(line.state);
  if (questions.some((one) => one.number === line.question)) return changed(questions, line.question, { state });
  if (line.text === undefined) return questions;
  const by = line.askedBy ?? null;
  const question = { number: line.question, by, at: line.askedAt, text: line.text, state, votes: line.votes ?? 0, mine: false };
  return [...questions, question].sort((one, other) => one.number - other.number);
}

// Others' votes come as numbers, of the room as a whole: see `counted`.
/** @param {Question[]} questions @param {Line} line @param {number} me */
function voted(questions, line, me) {
  const question = questions.find((one) => one.number === line.question);
  if (!question || line.by !== me || question.mine === line.isFor) return questions;
  return changed(questions, line.question, { votes: Math.max(0, question.votes + (line.isFor ? 1 : -1)), mine: line.isFor });
}

/**
 * Votes of all, which are told as numbers alone.
 * @param {Room} room @param {{ votes?: Record<string, number>, asked?: Record<string, number> }} totals
 * @returns {Room}
 */
export function counted(room, { votes = {}, asked = {} }) {
  return {
    ...room,
    polls: room.polls.map((one) => (votes[one.number] === undefined ? one : { ...one, voters: votes[one.number] })),
    questions: room.questions.map((one) => (asked[one.number] === undefined ? one : { ...one, votes: asked[one.number] })),
  };
}

/**
 * @template {{ number: number }} T
 * @param {T[]} all @param {number} number @param {Partial<T>} fields
 */
const changed = (all, number, fields) => all.map((one) => (one.number === number ? { ...one, ...fields } : one));

/** @param {number[]} all @param {number} one */
const without = (all, one) => all.filter((other) => other !== one);

/** @param {Room} room @param {number} person */
export const roleOf = (room, person) => room.people.find((one) => one.person === person)?.role ?? null;

/** @param {string | null} role */
export const leads = (role) => role === "trainer" || role === "coTrainer";

/** @param {string | null} role */
export const keeps = (role) => leads(role) || role === "moderator";

/** How long it has been live, in milliseconds, at a time of the room's clock. */
/** @param {Room} room @param {number} now */
export const lived = (room, now) =>
  room.live.reduce((sum, [from, until]) => sum + until - from, 0) + (room.liveSince === null ? 0 : Math.max(0, now - room.liveSince));
