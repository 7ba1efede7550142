// @ts-check
// A lesson read: the note and the ticks are kept as they are made, the place is remembered, a word of
// the glossary opens where it stands. Without this script the same things are forms and links.
import { createStore, del, get, set } from "idb-keyval";
import { openPractice } from "lms/practice.js";

const article = /** @type {HTMLElement} */ (document.getElementById("lesson"));
const lesson = article.dataset.lesson;
const send = (/** @type {string} */ what, /** @type {unknown} */ body) =>
  fetch(`/api/v1/lessons/${lesson}/${what}`, {
    method: "PUT", keepalive: true, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** @param {string | undefined} text @param {string} value */
const fill = (text, value) => (text ?? "").replace("{0}", value);

function keepNote() {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById("note-form"));
  if (!form) return;
  const store = createStore("lms-notes", "waiting");
  const field = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("note"));
  const revision = /** @type {HTMLInputElement} */ (form.elements.namedItem("revision"));
  const state = /** @type {HTMLElement} */ (document.getElementById("note-state"));
  const key = String(form.dataset.key);
  let timer = 0;
  let sending = false;
  // As the server wrote it: who types before this script has come has typed something new.
  let saved = field.defaultValue;

  // With the revision it was written upon, so that what another device wrote meanwhile is joined.
  const keep = () => set(key, { text: field.value, revision: Number(revision.value) }, store);

  async function save() {
    if (sending || field.value === saved) return;
    sending = true;
    clearTimeout(timer);
    const text = field.value;
    let status = 0;
    try {
      const reply = await send("note", { text, revision: Number(revision.value) });
      status = reply.status;
      if (!reply.ok) throw new Error(String(status));
      const kept = await reply.json();
      const isTypedOn = field.value !== text;
      saved = text;
      // Of a joined text the learner sees nothing while typing on: the next save joins again.
      if (!kept.text || !isTypedOn) revision.value = kept.revision;
      if (kept.text && !isTypedOn) saved = field.value = kept.text;
      const time = new Date(kept.savedAt).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      state.textContent = kept.text ? form?.dataset.joined ?? "" : fill(form?.dataset.kept, time);
      await (isTypedOn ? keep() : del(key, store));
    } catch {
      state.textContent = (status === 404 ? form?.dataset.refused : form?.dataset.waiting) ?? "";
      timer = setTimeout(save, 15000);
      return;
    } finally {
      sending = false;
    }
    save();
  }

  field.addEventListener("input", () => {
    keep();
    clearTimeout(timer);
    timer = setTimeout(save, 800);
  });
  field.addEventListener("blur", save);
  addEventListener("online", save);
  form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
  /** @type {HTMLElement} */ (document.getElementById("note-save")).hidden = true;
  get(key, store).then((kept) => {
    if (typeof kept?.text === "string" && kept.text !== field.value) {
      field.value = kept.text;
      revision.value = String(kept.revision);
      /** @type {HTMLDetailsElement} */ (document.getElementById("notes")).open = true;
      save();
    } else if (field.value !== saved) {
      keep();
      save();
    }
  });
}

function keepTicks() {
  const form = document.getElementById("ticks");
  if (!form) return;
  form.hidden = true;
  article.addEventListener("change", async (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (box.name !== "ticked") return;
    try {
      const reply = await send(`ticks/${encodeURIComponent(box.value)}`, { isTicked: box.checked });
      form.hidden = reply.ok;
    } catch {
      form.hidden = false;
    }
  });
}

function keepPlace() {
  let block = "";
  let known = "";
  const seen = new IntersectionObserver((entries) => {
    const first = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target.id)[0];
    if (first) block = first;
  }, { rootMargin: "0px 0px -70% 0px" });
  for (const part of article.querySelectorAll(":scope > [id]")) seen.observe(part);
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && block !== known) {
      known = block;
      send("place", { block });
    }
  });
}

function openWords() {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (article.querySelectorAll("a.term[href^='#']"))) {
    const meaning = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!meaning) continue;
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const box = document.createElement("div");
      box.className = "term-box";
      box.popover = "auto";
      box.append(...[...meaning.cloneNode(true).childNodes].filter((node) => !(node instanceof Element && node.matches(".backref"))));
      link.after(box);
      box.addEventListener("toggle", () => {
        const isOpen = box.matches(":popover-open");
        link.setAttribute("aria-expanded", String(isOpen));
        if (!isOpen) box.remove();
      });
      box.showPopover();
    });
  }
}

if (lesson) {
  keepNote();
  keepTicks();
  keepPlace();
}
openWords();
openPractice(article);
const print = /** @type {HTMLButtonElement} */ (document.getElementById("print"));
print.hidden = false;
print.addEventListener("click", () => window.print());
const opened = /** @type {HTMLDetailsElement[]} */ ([]);
addEventListener("beforeprint", () => {
  for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (article.querySelectorAll("details:not([open], .sensitive > details)"))) {
    fold.open = true;
    opened.push(fold);
  }
});
addEventListener("afterprint", () => {
  for (const fold of opened.splice(0)) fold.open = false;
});
