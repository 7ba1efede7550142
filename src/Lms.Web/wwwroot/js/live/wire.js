// @ts-check
// The packets of the media wire, little endian:
// [track u8][flags u8][epoch u16][seq u32][ts f64 us] and then frames [ts f64][key u8][len u32][bytes],
// or the JSON of a configuration. A message to a viewer is [len u32][packet], repeated.

export const Track = /** @type {const} */ ({ voice: 1, camera: 2, screen: 3, floor: 4 });
export const Flag = /** @type {const} */ ({ key: 1, config: 2, discontinuity: 4, backfill: 8 });

/** @typedef {{ time: number, key: boolean, bytes: Uint8Array }} Frame The time is in microseconds. */
/** @typedef {{ kind: string, codec: string, rate?: number, w?: number, h?: number }} Config */
/** @typedef {{ track: number, flags: number, epoch: number, seq: number, time: number, frames: Frame[], config: Config | null }} Packet */

const head = 16;
const frameHead = 13;

/** @param {number} track @param {number} flags @param {number} epoch @param {number} seq @param {Frame[]} frames */
export function packetOf(track, flags, epoch, seq, frames) {
  const bytes = new Uint8Array(head + frames.reduce((sum, frame) => sum + frameHead + frame.bytes.length, 0));
  const view = headOf(bytes, track, flags, epoch, seq, frames[0].time);
  let at = head;
  for (const frame of frames) {
    view.setFloat64(at, frame.time, true);
    bytes[at + 8] = frame.key ? 1 : 0;
    view.setUint32(at + 9, frame.bytes.length, true);
    bytes.set(frame.bytes, at + frameHead);
    at += frameHead + frame.bytes.length;
  }
  return bytes;
}

/** @param {number} track @param {number} epoch @param {Config} config */
export function configOf(track, epoch, config) {
  const json = new TextEncoder().encode(JSON.stringify(config));
  const bytes = new Uint8Array(head + json.length);
  headOf(bytes, track, Flag.config, epoch, 0, 0);
  bytes.set(json, head);
  return bytes;
}

/** @param {Uint8Array} message @returns {Packet[]} */
export function packetsIn(message) {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const packets = [];
  for (let at = 0; at < message.length; ) {
    const length = view.getUint32(at, true);
    packets.push(packetIn(message.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return packets;
}

/** @param {Uint8Array} bytes @returns {Packet} */
function packetIn(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = bytes[1];
  const isConfig = (flags & Flag.config) !== 0;
  /** @type {Frame[]} */
  const frames = [];
  for (let at = head; !isConfig && at < bytes.length; ) {
    const end = at + frameHead + view.getUint32(at + 9, true);
    frames.push({ time: view.getFloat64(at, true), key: bytes[at + 8] === 1, bytes: bytes.subarray(at + frameHead, end) });
    at = end;
  }
  return {
    track: bytes[0],
    flags,
    epoch: view.getUint16(2, true),
    seq: view.getUint32(4, true),
    time: view.getFloat64(8, true),
    frames,
    config: isConfig ? JSON.parse(new TextDecoder().decode(bytes.subarray(head))) : null,
  };
}

/** @param {Uint8Array} bytes @param {number} track @param {number} flags @param {number} epoch @param {number} seq @param {number} time */
function headOf(bytes, track, flags, epoch, seq, time) {
  const view = new DataView(bytes.buffer);
  bytes[0] = track;
  bytes[1] = flags;
  view.setUint16(2, epoch, true);
  view.setUint32(4, seq, true);
  view.setFloat64(8, time, true);
  return view;
}

/** Notices that packets of a track are missing. Configurations are sent again and do not count. */
export class Sequence {
  last = /** @type {{ epoch: number, seq: number } | null} */ (null);

  /** True when this packet does not follow the last one. @param {Packet} packet */
  breaks(packet) {
    const last = this.last;
    this.last = { epoch: packet.epoch, seq: packet.seq };
    return (
      last === null ||
      last.epoch !== packet.epoch ||
      packet.seq !== last.seq + 1 ||
      (packet.flags & Flag.discontinuity) !== 0
    );
  }
}
