// @ts-check
// The words of the interface, which the page brought in the reader's language.

/** @type {Map<string, string>} */
const all = new Map();

/** @param {HTMLTemplateElement} template */
export function learn(template) {
  for (const entry of template.content.querySelectorAll("[data-name]")) {
    all.set(/** @type {HTMLElement} */ (entry).dataset.name ?? "", entry.textContent ?? "");
  }
}

/** The text with its places {0}, {1} … filled; a text that is missing is its name. */
/** @param {string} name @param {...(string | number)} values */
export function say(name, ...values) {
  return values.reduce((/** @type {string} */ text, value, at) => text.replaceAll(`{${at}}`, String(value)), all.get(name) ?? name);
}

/** «1:05:09» or «5:09». */
/** @param {number} milliseconds */
export function clock(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
