// Checks a certificate on this device alone: the page may be a file on a disk without a network. It
// stands inline in the page, so it imports nothing; tests import what it exports.

const largest = 1024 * 1024;
const attachment =
  /\/Subtype \/application#2F(jose|json) \/Params << \/Size \d+ >> \/Length (\d+) >>\nstream\n/g;

/** @typedef {{ kty: string, crv: string, kid: string, x: string, y: string }} PublicKey */
/** @typedef {{ state: "genuine" | "altered" | "unknown", payload: Record<string, unknown> }} Answer */

/** @param {string} base64url */
function bytesOf(base64url) {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  if (base64urlOf(bytes) !== base64url) {
    throw new Error("not in its one form");
  }
  return bytes;
}

/** @param {Uint8Array} bytes */
function base64urlOf(bytes) {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} base64url */
function textOf(base64url) {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(base64url));
}

/**
 * A scanned code is an address with the signed text behind its #.
 * @param {string} text
 */
export function signedTextIn(text) {
  const trimmed = text.trim();
  return trimmed.slice(trimmed.indexOf("#") + 1);
}

/**
 * @param {string} jws
 * @param {PublicKey[]} keys
 * @returns {Promise<Answer>}
 */
export async function check(jws, keys) {
  try {
    const [head, body, signature, ...rest] = jws.split(".");
    const { alg, kid } = JSON.parse(textOf(head));
    // Written as we write it, so that no other member and no second one of a name is in it.
    const isOurs = textOf(head) === JSON.stringify({ alg: "ES256", kid });
    if (rest.length > 0 || alg !== "ES256" || !isOurs) {
      return { state: "altered", payload: {} };
    }
    const known = keys.find((key) => key.kid === kid && key.crv === "P-256");
    if (known === undefined) {
      return { state: "unknown", payload: {} };
    }
    const key = await crypto.subtle.importKey(
      "jwk",
      { kty: "EC", crv: "P-256", x: known.x, y: known.y },
      { name: "ECDSA", namedCurve: "P-256" },
      false,
      ["verify"],
    );
    const isGenuine = await crypto.subtle.verify(
      { name: "ECDSA", hash: "SHA-256" },
      key,
      bytesOf(signature),
      new TextEncoder().encode(`${head}.${body}`),
    );
    return isGenuine
      ? { state: "genuine", payload: JSON.parse(textOf(body)) }
      : { state: "altered", payload: {} };
  } catch {
    return { state: "altered", payload: {} };
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} packed
 */
async function unpack(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  const parts = [];
  let length = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) {
      return new Blob(parts).text();
    }
    parts.push(value);
    length += value.length;
    if (length > largest) {
      await reader.cancel();
      throw new Error("too large");
    }
  }
}

/**
 * The signed text and the list of printed texts that our PDF carries.
 * @param {Uint8Array<ArrayBuffer>} file
 * @returns {Promise<{ jws: string | null, texts: string | null }>}
 */
export async function filesIn(file) {
  const text = new TextDecoder("latin1").decode(file);
  /** @type {Record<string, string | null>} */
  const found = {};
  for (const match of text.matchAll(attachment)) {
    const start = match.index + match[0].length;
    const content = await unpack(file.slice(start, start + Number(match[2])));
    // Two of a kind: nobody can say which one is meant.
    found[match[1]] = match[1] in found ? null : content;
  }
  return { jws: found.jose ?? null, texts: found.json ?? null };
}

/**
 * The printed texts by language; null when they are not those that were signed.
 * @param {string} texts
 * @param {unknown} digest
 * @returns {Promise<Record<string, [string, string][]> | null>}
 */
export async function signedTexts(texts, digest) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(texts));
  return base64urlOf(new Uint8Array(hash)) === digest ? JSON.parse(texts) : null;
}

/** @param {string} id */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * @param {string} tag
 * @param {string} text
 */
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** @param {unknown} value */
function written(value) {
  return Array.isArray(value) ? value.map(String).join("; ") : String(value);
}

/** @param {Record<string, unknown>} payload */
function showFields(payload) {
  /** @type {Record<string, [string, string]>} */
  const labels = JSON.parse(part("labels").textContent ?? "{}");
  const rows = Object.entries(labels).flatMap(([key, [first, label]]) => {
    const value = payload[key] ?? payload[first];
    return value === undefined ? [] : [element("dt", label), element("dd", written(value))];
  });
  part("fields").replaceChildren(...rows);
}

/** @param {Record<string, [string, string][]>} texts */
function showTexts(texts) {
  const lists = Object.entries(texts).map(([language, pairs]) => {
    const list = document.createElement("ul");
    list.lang = language;
    list.append(...pairs.map(([, text]) => element("li", text)));
    return list;
  });
  part("texts").replaceChildren(...lists);
  part("printed").hidden = lists.length === 0;
}

/** @param {string} shown */
function say(shown) {
  for (const verdict of document.querySelectorAll("[data-state]")) {
    verdict.toggleAttribute("hidden", verdict.getAttribute("data-state") !== shown);
  }
}

/**
 * @param {string | null} jws
 * @param {string | null} texts
 */
async function show(jws, texts) {
  const { keys } = JSON.parse(part("keys").textContent ?? "{}");
  const answer = jws === null ? null : await check(jws, keys);
  const state = answer?.state ?? "unsigned";
  const printed =
    answer?.state === "genuine" && texts !== null
      ? await signedTexts(texts, answer.payload.x)
      : null;
  const isSwapped = answer?.state === "genuine" && texts !== null && printed === null;
  say(isSwapped ? "swapped" : state);
  showFields(answer?.payload ?? {});
  showTexts(printed ?? {});
  part("compare").hidden = state !== "genuine";
}

/** @param {File} file */
async function showFile(file) {
  const bytes = new Uint8Array(await file.slice(0, largest + 1).arrayBuffer());
  const head = new TextDecoder("latin1").decode(bytes.slice(0, 5));
  if (bytes.length > largest) {
    await show(null, null);
  } else if (head === "%PDF-") {
    const { jws, texts } = await filesIn(bytes).catch(() => ({ jws: null, texts: null }));
    await show(jws?.trim() ?? null, texts);
  } else {
    await show(signedTextIn(new TextDecoder().decode(bytes)), null);
  }
}

function start() {
  const pasted = /** @type {HTMLTextAreaElement} */ (part("pasted"));
  const file = /** @type {HTMLInputElement} */ (part("file"));
  part("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = signedTextIn(pasted.value);
    if (text.length > 0) {
      await show(text.split(".").length < 3 ? null : text, null);
    } else if (file.files?.[0] !== undefined) {
      await showFile(file.files[0]);
    } else {
      await show(null, null);
      say("empty");
      pasted.focus();
    }
  });
  file.addEventListener("change", async () => {
    if (file.files?.[0] !== undefined) {
      await showFile(file.files[0]);
    }
  });
  part("no-crypto").hidden = globalThis.crypto?.subtle !== undefined;
}

if (typeof document !== "undefined") {
  start();
}
