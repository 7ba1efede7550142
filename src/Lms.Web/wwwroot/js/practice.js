// @ts-check
// A question for practice opens where it stands in a lesson. Without this script its link leads to a
// page of its own, and so it does when that page does not come.

/** @param {HTMLElement} place @param {string} address @param {RequestInit} [request] */
async function show(place, address, request) {
  const asked = await ask(address, request);
  if (!asked) {
    location.assign(address);
    return;
  }
  asked.removeAttribute("id");
  asked.querySelector("fieldset")?.removeAttribute("id");
  asked.querySelector("[data-back]")?.remove();
  asked.tabIndex = -1;
  place.querySelector("section")?.remove();
  const link = /** @type {HTMLElement} */ (place.querySelector(":scope > p:last-of-type"));
  link.hidden = true;
  place.append(asked);
  asked.focus();
}

/** @param {string} address @param {RequestInit} [request] */
async function ask(address, request) {
  try {
    const reply = await fetch(address, request);
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    return page.getElementById("practice");
  } catch {
    return null;
  }
}

/** @param {Element} lesson */
export function openPractice(lesson) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (lesson.querySelectorAll("div.practice"))) {
    place.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link?.pathname.includes("/practice/") || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(place, link.href);
    });
    place.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.target);
      const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
      show(place, form.action, { method: "POST", body: new URLSearchParams(fields) });
    });
  }
}
