// @ts-check
// Tabs that show the same attempt, on this device and on others, agree: what the server has saved is
// what each of them shows.

/** @typedef {import("lms/outbox.js").Answer & { question: string }} SavedAnswer */
/** @typedef {{ isOpen: boolean, deadlineAt: string | null, answers: SavedAnswer[] }} AttemptState */

export class Tabs {
  /** @param {string} attempt @param {(answer: SavedAnswer) => void} apply */
  constructor(attempt, apply) {
    this.channel = new BroadcastChannel(`lms-attempt-${attempt}`);
    this.channel.addEventListener("message", (event) => apply(event.data));
  }

  /** @param {SavedAnswer} answer */
  tell(answer) {
    this.channel.postMessage(answer);
  }
}

/** @param {string} attempt @returns {Promise<AttemptState | null>} Null when it cannot be known now. */
export async function stateOf(attempt) {
  try {
    const response = await fetch(`/api/v1/attempts/${attempt}`);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
