// @ts-check
// As much of EBML as WebM needs: writing elements, and reading what a MediaRecorder hands out.

/** @param {number} id @param {...(Uint8Array | number[])} parts */
export function element(id, ...parts) {
  const body = parts.flatMap((part) => Array.from(part));
  return Uint8Array.from([...idBytes(id), ...sizeBytes(body.length), ...body]);
}

/** @param {number} value @param {number} [length] */
export function uint(value, length = 4) {
  return Array.from({ length }, (_, at) => Math.floor(value / 256 ** (length - 1 - at)) % 256);
}

/** @param {number} id */
const idBytes = (id) => uint(id, id > 0xffffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1);

/** @param {number} size */
const sizeBytes = (size) => [0x10 | (size >>> 24), (size >>> 16) & 255, (size >>> 8) & 255, size & 255];

const cluster = 0x1f43b675;
const entered = new Set([0x18538067, cluster, 0xa0]);

/** Frames of a WebM stream of one track, as its chunks come; sizes may be unknown. */
export class WebmFrames {
  #rest = new Uint8Array(0);
  #clusterMs = 0;

  /** @param {Uint8Array} chunk @returns {{ ms: number, key: boolean, bytes: Uint8Array }[]} */
  push(chunk) {
    const bytes = new Uint8Array(this.#rest.length + chunk.length);
    bytes.set(this.#rest);
    bytes.set(chunk, this.#rest.length);
    const frames = [];
    let at = 0;
    while (true) {
      const head = headAt(bytes, at);
      if (!head) break;
      if (entered.has(head.id)) {
        at = head.bodyAt;
        continue;
      }
      const end = head.bodyAt + head.size;
      if (end > bytes.length) break;
      const body = bytes.subarray(head.bodyAt, end);
      if (head.id === 0xe7) this.#clusterMs = body.reduce((sum, byte) => sum * 256 + byte, 0);
      if (head.id === 0xa3 || head.id === 0xa1) {
        const relative = new DataView(body.buffer, body.byteOffset + 1, 2).getInt16(0);
        const payload = body.slice(4);
        // A block inside a group has no such bit; the first bit of a VP8 frame is clear in a key frame.
        const key = head.id === 0xa3 ? (body[3] & 0x80) !== 0 : (payload[0] & 1) === 0;
        frames.push({ ms: this.#clusterMs + relative, key, bytes: payload });
      }
      at = end;
    }
    this.#rest = bytes.slice(at);
    return frames;
  }
}

/** @param {Uint8Array} bytes @param {number} at */
function headAt(bytes, at) {
  if (at >= bytes.length) return null;
  const idLength = Math.clz32(bytes[at]) - 23;
  const sizeAt = at + idLength;
  if (sizeAt >= bytes.length) return null;
  const sizeLength = Math.clz32(bytes[sizeAt]) - 23;
  if (idLength > 4 || sizeLength > 8 || sizeAt + sizeLength > bytes.length) return null;
  const id = bytes.subarray(at, sizeAt).reduce((sum, byte) => sum * 256 + byte, 0);
  let size = bytes[sizeAt] & (0xff >> sizeLength);
  for (let one = 1; one < sizeLength; one++) size = size * 256 + bytes[sizeAt + one];
  return { id, size, bodyAt: sizeAt + sizeLength };
}
