// @ts-check
// The preview of a draft: when its folder has changed on the disk, the page is opened anew at the place
// where it was. Without this script the author reloads it.
const banner = /** @type {HTMLElement} */ (document.getElementById("draft"));
const every = 2000;
const place = `preview ${location.pathname}${location.search}`;

const kept = sessionStorage.getItem(place);
if (kept !== null) {
  sessionStorage.removeItem(place);
  scrollTo({ top: Number(kept), behavior: "instant" });
}

async function look() {
  if (document.visibilityState !== "visible") return;
  try {
    const answer = await fetch(banner.dataset.address ?? "", { cache: "no-store" });
    const stamp = answer.ok ? await answer.text() : "";
    if (stamp && stamp !== banner.dataset.stamp) {
      clearInterval(timer);
      sessionStorage.setItem(place, String(scrollY));
      // Not reload(): that would send an answered form once more.
      location.replace(location.pathname + location.search);
    }
  } catch {
    // The server is being started anew; the next look will tell.
  }
}

const timer = setInterval(look, every);
document.addEventListener("visibilitychange", look);
