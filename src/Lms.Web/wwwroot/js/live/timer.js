// @ts-check
// Timers that are on time in a page behind others too. Of such a page Chromium runs those that follow
// one another once a minute (https://developer.chrome.com/blog/timer-throttling-in-chrome-88), and a
// WebSocket changes nothing in that; a worker's it runs when they are due. Whichever comes first.

const waiting = /** @type {Map<number, () => void>} */ (new Map());
let last = 0;

const worker = start();

/** @param {() => void} then @param {number} milliseconds @returns {number} */
export function later(then, milliseconds) {
  const timer = ++last;
  waiting.set(timer, then);
  worker?.postMessage([timer, milliseconds]);
  setTimeout(() => ring(timer), milliseconds);
  return timer;
}

/** @param {number} timer */
export function never(timer) {
  waiting.delete(timer);
}

/** @param {() => void} then @param {number} milliseconds @returns {() => void} Stops it. */
export function every(then, milliseconds) {
  const again = () => later(() => {
    timer = again();
    then();
  }, milliseconds);
  let timer = again();
  return () => never(timer);
}

/** @param {number} timer */
function ring(timer) {
  const then = waiting.get(timer);
  waiting.delete(timer);
  then?.();
}

function start() {
  try {
    const one = new Worker("/js/live/timer-worker.js");
    one.onmessage = ({ data }) => ring(data);
    return one;
  } catch {
    return null;
  }
}
