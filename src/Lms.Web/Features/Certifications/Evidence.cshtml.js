// @ts-check
// The form of an evidence: what is typed and the chosen file stay on the device until the server has
// taken them. A lost network, an ended session, a closed tab cost nothing, and sent again it is handed
// in once, because the operation is kept too. Without this script the form works as it stands.
import { createStore, del, get, set } from "idb-keyval";

/** @typedef {{ operation: string, fields: [string, string][], file: File | null }} Kept */

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("hand-in"));
const store = createStore("lms-evidence", "waiting");

/** @param {HTMLFormElement} form */
async function keepTyped(form) {
  const key = String(form.dataset.key);
  const upload = /** @type {HTMLInputElement} */ (form.elements.namedItem("upload"));
  const operation = /** @type {HTMLInputElement} */ (form.elements.namedItem("operation"));
  const note = /** @type {HTMLElement} */ (document.getElementById("hand-in-kept"));
  const typed = () => /** @type {[string, string][]} */ (
    [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !(name === "operation" || name.startsWith("__"))));
  const blank = JSON.stringify(typed());
  let isTouched = false;

  const keep = () => {
    isTouched = true;
    const kept = { operation: operation.value, fields: typed(), file: upload.files?.[0] ?? null };
    const isBlank = !kept.file && JSON.stringify(kept.fields) === blank;
    return isBlank ? del(key, store) : set(key, kept, store);
  };
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);

  const kept = /** @type {Kept | undefined} */ (await get(key, store));
  if (!kept) return;
  if (kept.operation.replaceAll("-", "") === form.dataset.taken) {
    await del(key, store);
    return;
  }
  // Who has begun to type meanwhile means what they type now.
  if (isTouched) return;
  for (const [name, value] of kept.fields) {
    const field = /** @type {HTMLInputElement | HTMLSelectElement | null} */ (form.elements.namedItem(name));
    if (field) field.value = value;
  }
  operation.value = kept.operation;
  if (kept.file) {
    const files = new DataTransfer();
    files.items.add(kept.file);
    upload.files = files.files;
  }
  note.hidden = false;
}

if (form) keepTyped(form);
