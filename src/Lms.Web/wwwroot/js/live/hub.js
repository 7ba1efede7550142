// @ts-check
// The package is a classic script: it leaves its name on the page and exports nothing.
import "@microsoft/signalr";

const signalR = /** @type {typeof import("@microsoft/signalr")} */ (/** @type {any} */ (globalThis).signalR);

/** @typedef {import("@microsoft/signalr").HubConnection} HubConnection */

/** Shorter than the defaults: a lost link is noticed within seconds. */
const KEEP_ALIVE = 4_000;
const TIMEOUT = 12_000;

/**
 * @param {string} address
 * @param {boolean} [isBlocked] Something on the way lets no WebSocket through: then it is asked again and again.
 * @returns {HubConnection}
 */
export function connectionTo(address, isBlocked = false) {
  const { LongPolling, WebSockets } = signalR.HttpTransportType;
  const connection = new signalR.HubConnectionBuilder()
    .withUrl(address, isBlocked ? { transport: LongPolling } : { transport: WebSockets, skipNegotiation: true })
    .configureLogging(signalR.LogLevel.None)
    .build();
  connection.keepAliveIntervalInMilliseconds = KEEP_ALIVE;
  connection.serverTimeoutInMilliseconds = TIMEOUT;
  return connection;
}
