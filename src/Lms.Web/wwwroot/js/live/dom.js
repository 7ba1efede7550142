// @ts-check
// The few things that the views of a room need to write to the page. Text goes in as text; the only
// HTML is that of questions, and of it the plainest elements alone.

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);

/** @param {Element | null} node @param {boolean} isShown */
export function show(node, isShown) {
  if (node instanceof HTMLElement || node instanceof SVGElement) node.toggleAttribute("hidden", !isShown);
}

/**
 * An element with its attributes; a function is a listener, `true` an empty attribute, and what is
 * false or null is left out.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | false | undefined)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, String(value));
  }
  node.append(...children.filter((child) => child != null && child !== false).map((child) => /** @type {Node | string} */ (child)));
  return node;
}

/** @param {string} name @returns {SVGElement} */
export function icon(name) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/icons.svg#${name}`);
  picture.append(use);
  return picture;
}

/** A text into an element, only when it changed: a screen reader hears no change that is none. */
/** @param {Element | null} node @param {string} text */
export function write(node, text) {
  if (node && node.textContent !== text) node.textContent = text;
}

/**
 * The list of an element brought to these entries by their keys: what stays is not touched, so that
 * neither focus nor what is being read is lost.
 * @template T
 * @param {Element} list
 * @param {T[]} entries
 * @param {(entry: T) => string | number} keyOf
 * @param {(entry: T) => string} lookOf Changes when the entry has to be drawn again.
 * @param {(entry: T) => HTMLElement} draw
 */
export function bring(list, entries, keyOf, lookOf, draw) {
  const known = new Map([...list.children].map((child) => [/** @type {HTMLElement} */ (child).dataset.key, /** @type {HTMLElement} */ (child)]));
  let after = /** @type {Element | null} */ (null);
  for (const entry of entries) {
    const key = String(keyOf(entry));
    const look = lookOf(entry);
    const before = known.get(key);
    known.delete(key);
    let node = before;
    if (!node || node.dataset.look !== look) {
      node = draw(entry);
      node.dataset.key = key;
      node.dataset.look = look;
      if (before) {
        // A button drawn again keeps the focus of the one it takes the place of.
        const role = before.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.act : undefined;
        before.replaceWith(node);
        if (role) /** @type {HTMLElement | null} */ (node.querySelector(`[data-act="${role}"]`))?.focus();
      }
    }
    const place = after ? after.nextElementSibling : list.firstElementChild;
    if (place !== node) list.insertBefore(node, place);
    after = node;
  }
  for (const gone of known.values()) gone.remove();
}

const plain = new Set(["P", "STRONG", "EM", "B", "I", "CODE", "UL", "OL", "LI", "BR", "SUB", "SUP", "BLOCKQUOTE"]);

/** The words of a question: published HTML, of which nothing but its plainest elements is taken. */
/** @param {string} html @returns {DocumentFragment} */
export function words(html) {
  const source = new DOMParser().parseFromString(html, "text/html").body;
  const made = document.createDocumentFragment();
  copy(source, made);
  return made;
}

/** @param {Node} from @param {Node} to */
function copy(from, to) {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      to.appendChild(document.createTextNode(child.textContent ?? ""));
    } else if (child instanceof Element && !["SCRIPT", "STYLE", "TEMPLATE"].includes(child.tagName)) {
      const into = plain.has(child.tagName) ? to.appendChild(document.createElement(child.tagName)) : to;
      copy(child, into);
    }
  }
}
