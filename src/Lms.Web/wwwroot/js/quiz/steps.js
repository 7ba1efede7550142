// @ts-check
// Steps put in order by buttons, with the keyboard too; where a step has come is said aloud. Without
// this script each step has a list of places.

/** @param {HTMLElement} list */
export function arrange(list) {
  const words = list.dataset;
  const said = /** @type {HTMLElement} */ (list.parentElement?.querySelector(".order-said"));
  const all = () => /** @type {HTMLElement[]} */ ([...list.children]);

  const placeOf = (/** @type {HTMLElement} */ step) => Number(step.querySelector("select")?.value);
  // Every place chosen from the lists, before this script had come.
  if (new Set(all().map(placeOf).filter((place) => place > 0)).size === list.children.length) {
    list.append(...all().sort((one, other) => placeOf(one) - placeOf(other)));
    list.dataset.answered = "true";
  }

  const keep = button(words.keep ?? "", () => place());
  keep.className = "button-quiet";
  list.after(keep);

  for (const step of all()) {
    const text = step.querySelector(".step-text")?.textContent?.trim() ?? "";
    /** @type {HTMLElement} */ (step.querySelector("select")).hidden = true;
    const moves = document.createElement("div");
    moves.className = "moves";
    moves.append(
      move(step, `${words.up}: ${text}`, "↑", () => step.previousElementSibling?.before(step)),
      move(step, `${words.down}: ${text}`, "↓", () => step.nextElementSibling?.after(step)),
    );
    step.append(moves);
  }
  list.addEventListener("placed", () => settle());
  settle();

  /** @param {HTMLElement} step @param {string} name @param {string} sign @param {() => void} go */
  function move(step, name, sign, go) {
    const pressed = button(sign, () => {
      go();
      pressed.focus();
      place();
      const at = all().indexOf(step) + 1;
      said.textContent = (words.moved ?? "").replace("{0}", String(at)).replace("{1}", String(all().length));
    });
    pressed.className = "button-quiet move";
    pressed.setAttribute("aria-label", name);
    return pressed;
  }

  // The order stands now: the learner has seen it and said so.
  function place() {
    list.dataset.answered = "true";
    settle();
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function settle() {
    const isAnswered = list.dataset.answered === "true";
    keep.hidden = isAnswered;
    all().forEach((step, at) => {
      /** @type {HTMLSelectElement} */ (step.querySelector("select")).value = isAnswered ? String(at + 1) : "";
      const [up, down] = step.querySelectorAll(".move");
      up?.setAttribute("aria-disabled", String(at === 0));
      down?.setAttribute("aria-disabled", String(at === all().length - 1));
    });
  }
}

/** @param {string} text @param {() => void} press */
function button(text, press) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  made.addEventListener("click", press);
  return made;
}
