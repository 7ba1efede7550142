// @ts-check
// Waits for a page, and says the number of what was waited for.
onmessage = ({ data: [timer, milliseconds] }) => setTimeout(() => postMessage(timer), milliseconds);
