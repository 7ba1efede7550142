// The fragment of the address may carry the signed payload of the certificate (compact JWS, ES256).
// It is checked here, against the keys the register publishes, and is never sent anywhere.

const compactJws = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const place = document.getElementById("signature");

/** @param {string} base64url */
function bytesOf(base64url) {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** @param {string} base64url */
function jsonOf(base64url) {
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(base64url)));
}

/** @typedef {{ kid: string, crv: string, x: string, y: string }} PublicKey */

/** @returns {Promise<PublicKey[]>} */
async function publishedKeys() {
  const answer = await fetch("/.well-known/jwks.json", { credentials: "omit" });
  if (!answer.ok) {
    throw new Error(`keys: ${answer.status}`);
  }
  return (await answer.json()).keys;
}

/**
 * The payload when it is genuine and of the certificate on this page; null when it is not.
 * @param {string} jws
 * @param {PublicKey[]} keys
 */
async function genuinePayload(jws, keys) {
  try {
    const [head, body, signature] = jws.split(".");
    const { alg, kid } = jsonOf(head);
    const jwk = keys.find((known) => known.kid === kid && known.crv === "P-256");
    if (alg !== "ES256" || jwk === undefined) {
      return null;
    }
    const key = await crypto.subtle.importKey(
      "jwk",
      { kty: "EC", crv: "P-256", x: jwk.x, y: jwk.y },
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
    const payload = isGenuine ? jsonOf(body) : null;
    // Payloads of the first release have long keys.
    const code = payload?.c ?? payload?.code;
    const number = payload?.n ?? payload?.number;
    return code === place?.dataset.code && number === place?.dataset.number
      ? { holder: payload.h ?? payload.holder, title: payload.t ?? payload.title }
      : null;
  } catch {
    return null;
  }
}

/**
 * @param {"unknown" | "wrong" | "genuine"} name
 * @param {Record<string, string>} payload
 */
function show(name, payload = {}) {
  const template = document.getElementById(`signature-${name}`);
  if (!(template instanceof HTMLTemplateElement)) {
    return;
  }
  const panel = document.importNode(template.content, true);
  for (const slot of panel.querySelectorAll("[data-slot]")) {
    slot.textContent = payload[slot.getAttribute("data-slot") ?? ""] ?? "";
  }
  place?.replaceChildren(panel);
}

async function check() {
  const jws = location.hash.slice(1);
  if (!compactJws.test(jws)) {
    return;
  }
  let keys;
  try {
    keys = await publishedKeys();
  } catch {
    show("unknown");
    return;
  }
  // Without a secure connection browsers have no cryptography to check with.
  if (globalThis.crypto?.subtle === undefined) {
    show("unknown");
    return;
  }
  const payload = await genuinePayload(jws, keys);
  show(payload === null ? "wrong" : "genuine", payload ?? {});
}

if (place !== null) {
  addEventListener("hashchange", check);
  await check();
}
