// @ts-check
// Looks at the browser, the line, the microphone, the camera and the loudspeaker, and says in one
// sentence what to do. Nothing that is heard or seen here leaves the device.

const root = /** @type {HTMLElement} */ (document.getElementById("device-check"));
const speaks = root.dataset.speaks === "true";

// The voice and the slides need 35 kbit/s; whoever speaks sends as much.
const LEAST_DOWN = 35;
const LEAST_UP = 40;
const SOCKET_PATIENCE = 6000;
const LISTENING = 2500;
const SILENCE = 0.004;

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} key */
const is = (key) => root.querySelector(`[data-is="${key}"]`)?.textContent ?? "";
/** @param {string} key */
const say = (key) => root.querySelector(`[data-say="${key}"]`)?.textContent ?? "";
/** @param {string} text @param {number[]} values */
const fill = (text, ...values) => {
  let filled = text;
  for (const [index, value] of values.entries()) filled = filled.replace(`{${index}}`, String(value));
  return filled;
};

/** What was found, in the order in which it stands in the way. @type {Map<string, string | null>} */
const found = new Map();

/** @param {string} what @param {string | null} fault @param {string} words */
function tell(what, fault, words) {
  found.set(what, fault);
  at(`is-${what}`).textContent = words;
}

function browser() {
  if (!window.isSecureContext) {
    tell("browser", "no-secure", is("bad"));
  } else if (!window.WebSocket || !window.AudioContext || !window.AudioWorkletNode || !window.WebAssembly) {
    tell("browser", "no-browser", is("old"));
  } else if (speaks && !window.AudioEncoder && !window.MediaRecorder) {
    tell("browser", "no-browser", is("old"));
  } else {
    tell("browser", null, is("good"));
  }
}

/** @param {RequestInit} [request] @returns {Promise<{ milliseconds: number, bytes: number }>} */
async function timed(request) {
  const from = performance.now();
  const answer = await fetch("/api/v1/line", { cache: "no-store", ...request });
  if (!answer.ok) {
    throw new Error(`line: ${answer.status}`);
  }
  const { byteLength } = await answer.arrayBuffer();
  return { milliseconds: performance.now() - from, bytes: byteLength };
}

async function line() {
  try {
    // The first question opens the connection; the smallest of three others is the way there and back.
    await timed({ method: "PUT", body: new Uint8Array(1) });
    let trip = Infinity;
    for (let at = 0; at < 3; at++) {
      trip = Math.min(trip, (await timed({ method: "PUT", body: new Uint8Array(1) })).milliseconds);
    }
    const down = await timed();
    const sent = crypto.getRandomValues(new Uint8Array(48 * 1024));
    const up = await timed({ method: "PUT", body: sent });
    const rates = [
      Math.round((down.bytes * 8) / down.milliseconds),
      Math.round((sent.byteLength * 8) / up.milliseconds),
    ];
    const slow = rates[0] < LEAST_DOWN || (speaks && rates[1] < LEAST_UP);
    tell("line", slow ? "slow" : null, fill(is("rate"), Math.round(trip), rates[0], rates[1]));
  } catch {
    tell("line", "no-line", is("bad"));
  }
}

/** Opens the same door as the room, says the first words of its protocol and hangs up. */
function socket() {
  return new Promise((/** @type {(value?: unknown) => void} */ done) => {
    const from = performance.now();
    /** @param {string | null} fault */
    const end = (fault) => {
      clearTimeout(patience);
      open.onopen = open.onmessage = open.onerror = open.onclose = null;
      open.close();
      tell(
        "socket",
        fault,
        fault ? is("socket-closed") : fill(is("socket-open"), Math.round(performance.now() - from)),
      );
      done();
    };
    const address = new URL("/hubs/live", location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const open = new WebSocket(address);
    const patience = setTimeout(() => end("no-socket"), SOCKET_PATIENCE);
    open.onopen = () => open.send('{"protocol":"json","version":1}\u001e');
    open.onmessage = () => end(null);
    open.onerror = open.onclose = () => end("no-socket");
  });
}

/** @param {unknown} failure */
function denied(failure) {
  return failure instanceof DOMException && failure.name === "NotAllowedError";
}

async function microphone() {
  if (!navigator.mediaDevices) {
    tell("microphone", speaks ? "no-microphone" : null, is("no-device"));
    return;
  }
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (failure) {
    const fault = denied(failure) ? "microphone-denied" : "no-microphone";
    tell("microphone", speaks ? fault : null, is(denied(failure) ? "denied" : "no-device"));
    return;
  }
  const audio = new AudioContext();
  const listening = audio.createAnalyser();
  audio.createMediaStreamSource(stream).connect(listening);
  const meter = /** @type {HTMLMeterElement} */ (at("level"));
  meter.hidden = false;
  tell("microphone", null, is("level"));
  let loudest = 0;
  const samples = new Float32Array(listening.fftSize);
  const until = performance.now() + LISTENING;
  while (performance.now() < until) {
    await new Promise((next) => setTimeout(next, 60));
    listening.getFloatTimeDomainData(samples);
    const level = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    loudest = Math.max(loudest, level);
    meter.value = Math.min(1, level * 4);
  }
  for (const track of stream.getTracks()) {
    track.stop();
  }
  await audio.close();
  meter.value = Math.min(1, loudest * 4);
  const silent = loudest < SILENCE;
  tell("microphone", silent && speaks ? "microphone-silent" : null, is(silent ? "warm" : "good"));
}

function verdict() {
  const fault = ["browser", "line", "socket", "microphone", "sound"]
    .map((what) => found.get(what))
    .find((one) => one);
  at("verdict").textContent = say(fault ?? (found.get("sound") === null ? "ready" : "unheard"));
  root.dataset.verdict = fault ?? (found.get("sound") === null ? "ready" : "unheard");
}

async function check() {
  const button = /** @type {HTMLButtonElement} */ (at("again"));
  button.setAttribute("aria-disabled", "true");
  at("verdict").textContent = say("checking");
  browser();
  await line();
  await socket();
  await microphone();
  button.removeAttribute("aria-disabled");
  verdict();
}

async function play() {
  const audio = new AudioContext();
  await audio.resume();
  const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = 660;
  loudness.gain.setValueAtTime(0, audio.currentTime);
  loudness.gain.linearRampToValueAtTime(0.2, audio.currentTime + 0.05);
  loudness.gain.linearRampToValueAtTime(0, audio.currentTime + 1);
  tone.connect(loudness).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 1);
  tone.onended = () => audio.close();
  at("heard").hidden = false;
  at("yes").focus();
}

async function camera() {
  const picture = /** @type {HTMLVideoElement} */ (at("picture"));
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320 } });
    picture.srcObject = stream;
    picture.hidden = false;
    await picture.play();
    at("is-camera").textContent = is("good");
    setTimeout(() => {
      for (const track of stream.getTracks()) {
        track.stop();
      }
      picture.hidden = true;
    }, 10_000);
  } catch (failure) {
    at("is-camera").textContent = is(denied(failure) ? "camera-denied" : "camera-none");
  }
}

root.hidden = false;
at("again").addEventListener("click", () => {
  if (at("again").getAttribute("aria-disabled") !== "true") {
    check();
  }
});
at("play").addEventListener("click", play);
at("camera").addEventListener("click", camera);
at("yes").addEventListener("click", () => {
  tell("sound", null, is("said-heard"));
  verdict();
});
at("no").addEventListener("click", () => {
  tell("sound", "no-sound", is("said-unheard"));
  verdict();
});
