// @ts-check
// On the page of a result: what the device still keeps of that attempt is over.
import { forget } from "lms/outbox.js";

const attempt = document.getElementById("closed-attempt")?.dataset.attempt;
if (attempt) forget(attempt);
