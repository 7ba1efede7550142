// @ts-check
// The least page that publishes or plays, and notes what it takes or plays by tones.js.
import { MediaClient } from "lms/live/media-client.js";
import { PicturePlayer } from "lms/live/picture-player.js";
import { Publisher } from "lms/live/publisher.js";
import { VoicePlayer } from "lms/live/voice-player.js";

const scope = /** @type {any} */ (globalThis);
const room = scope.room = { notes: [], tone: -1, pictures: [] };
const listen = (/** @type {AudioNode} */ node) => scope.listenTo(node, room);

room.publish = async (/** @type {string} */ session, /** @type {string} */ address, /** @type {string} */ way) => {
  const client = new MediaClient({ session, address });
  client.start({ watch: false });
  const publisher = new Publisher(client);
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  const sound = await navigator.mediaDevices.getUserMedia({ audio: plain });
  const context = new AudioContext();
  listen(context.createMediaStreamSource(sound));
  await publisher.startVoice({ stream: sound, way: way || undefined });
  await publisher.startCamera({ way: way || undefined });
  const still = Object.assign(document.createElement("canvas"), { width: 800, height: 600 });
  still.getContext("2d")?.fillRect(100, 100, 300, 200);
  if (!way) await publisher.startScreen({ stream: still.captureStream(5) });
  room.state = () => ({
    state: client.state,
    sent: publisher.sender.sent,
    dropped: publisher.sender.dropped,
    keptMs: publisher.sender.keptMs,
  });
};

room.watch = async (/** @type {string} */ session, /** @type {string} */ address) => {
  const client = new MediaClient({ session, address });
  const voice = new VoicePlayer();
  room.canPlay = await voice.start();
  listen(/** @type {GainNode} */ (voice.output));
  const players = [2, 3].map((track) => {
    const canvas = document.createElement("canvas");
    const video = document.createElement("video");
    document.body.append(canvas, video);
    return new PicturePlayer(track, canvas, video);
  });
  client.addEventListener("media", (event) => {
    for (const packet of /** @type {CustomEvent} */ (event).detail) {
      room.firstAt ??= Date.now();
      voice.push(packet);
      for (const player of players) player.push(packet);
    }
  });
  client.addEventListener("state", (event) => room.notes.push({ state: /** @type {CustomEvent} */ (event).detail, at: Date.now() }));
  client.addEventListener("pictures", (event) => room.pictures.push({ on: /** @type {CustomEvent} */ (event).detail, at: Date.now() }));
  room.startedAt = Date.now();
  client.start();
  room.state = () => ({
    state: client.state,
    level: voice.heard.level,
    waitingMs: voice.heard.waitingMs,
    underruns: voice.heard.underruns,
    jumps: voice.heard.jumps,
    camera: players[0].shown,
    screen: players[1].shown,
    width: players[1].canvas.width,
    video: players[0].video?.videoWidth ?? 0,
    videoAt: players[0].video?.currentTime ?? 0,
    firstMs: room.firstAt - room.startedAt,
  });
};

/** Plays a recording from a moment and says which tone is heard there. */
room.toneAt = async (/** @type {string} */ file, /** @type {number} */ second) => {
  const sound = room.sound ??= await load(file);
  sound.currentTime = second;
  await new Promise((resolve) => sound.addEventListener("seeked", resolve, { once: true }));
  room.tone = -1;
  await sound.play();
  await new Promise((resolve) => setTimeout(resolve, 250));
  sound.pause();
  return room.tone;
};

/** @param {string} file */
async function load(file) {
  const sound = new Audio(file);
  await new Promise((resolve, reject) => {
    sound.onloadedmetadata = resolve;
    sound.onerror = () => reject(new Error(sound.error?.message));
  });
  const context = new AudioContext();
  const source = context.createMediaElementSource(sound);
  listen(source);
  source.connect(context.destination);
  await context.resume();
  return sound;
}

/** How long a recording says it is, how far it may be sought, and how large its picture is. */
room.film = async (/** @type {string} */ file) => {
  const film = document.createElement("video");
  film.src = file;
  await new Promise((resolve, reject) => {
    film.onloadeddata = resolve;
    film.onerror = () => reject(new Error(film.error?.message));
  });
  film.currentTime = film.duration / 2;
  await new Promise((resolve) => (film.onseeked = resolve));
  return { duration: film.duration, seekable: film.seekable.end(0), width: film.videoWidth, at: film.currentTime };
};

room.ready = true;
