// @ts-check
// A form with data-passkey asks the device for a passkey before it is sent: "get" to sign in with
// one, "create" to add one. Without this script, or where the browser cannot, it stays hidden.

/** @param {HTMLFormElement} form */
async function ask(form) {
  const answer = await fetch(form.dataset.options ?? "", { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(`options: ${answer.status}`);
  }
  const { options, state } = await answer.json();
  const credential = form.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  put(form, "Credential", JSON.stringify(credential));
  put(form, "State", state);
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
function put(form, name, value) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) {
    field.value = value;
  }
}

/** @param {HTMLFormElement} form */
function prepare(form) {
  const button = form.querySelector("button");
  /** @type {HTMLElement | null} */
  const failed = form.querySelector("[role=alert]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button?.setAttribute("aria-disabled", "true");
    if (failed) failed.hidden = true;
    try {
      await ask(form);
      form.submit();
    } catch {
      // Refused, cancelled or timed out: nothing was sent.
      if (failed) failed.hidden = false;
    } finally {
      button?.removeAttribute("aria-disabled");
    }
  });
}

const can = typeof PublicKeyCredential === "function"
  && typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function";
if (can) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (form instanceof HTMLFormElement) prepare(form);
  }
  for (const words of document.querySelectorAll("[data-passkey-without]")) {
    words.remove();
  }
}
