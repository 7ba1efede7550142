// @ts-check
// The wall: the next code is shown when the one before is worth nothing any more. Without this script
// the page has a link that asks for it.
const door = /** @type {HTMLElement} */ (document.getElementById("door"));
const path = /** @type {SVGPathElement | null} */ (document.querySelector("#qr-path"));
const short = /** @type {HTMLElement} */ (document.getElementById("short-code"));

async function next() {
  let seconds = 5;
  try {
    const reply = await fetch(`/api/v1/sessions/${door.dataset.session}/checkin`);
    if (reply.ok) {
      const code = /** @type {{ path: string, size: number, short: string, secondsLeft: number }} */ (await reply.json());
      path?.setAttribute("d", code.path);
      path?.ownerSVGElement?.setAttribute("viewBox", `0 0 ${code.size} ${code.size}`);
      short.textContent = code.short;
      seconds = code.secondsLeft;
    }
  } catch { /* The network is away: asked again in a while. */ }
  setTimeout(next, seconds * 1000);
}

setTimeout(next, Number(door.dataset.seconds) * 1000);
