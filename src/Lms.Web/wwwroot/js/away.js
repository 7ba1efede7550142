// @ts-check
// One key leaves for a neutral page, and the same key comes back. Nothing typed is lost: pages keep
// it on the device as it is typed.
const isAway = location.pathname === "/away";
const link = document.getElementById(isAway ? "step-back" : "step-away");

function go() {
  if (!isAway) {
    sessionStorage.setItem("away", "1");
    location.assign("/away");
  } else if (sessionStorage.getItem("away")) {
    sessionStorage.removeItem("away");
    history.back();
  } else {
    location.assign("/learn");
  }
}

link?.addEventListener("click", (event) => {
  event.preventDefault();
  go();
});
addEventListener("keydown", (event) => {
  // What is open on the page closes first: a popover, a dialog, a word being composed.
  if (event.key !== "Escape" || event.isComposing || document.querySelector(":popover-open, dialog[open]")) return;
  event.preventDefault();
  go();
});
