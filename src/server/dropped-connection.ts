/**
 * Thrown by a handler that plays a broken connection. Nothing answers it: in process the request
 * rejects, as `fetch` does; behind a port the socket is destroyed.
 */
export class DroppedConnection extends Error {
  override name = 'DroppedConnection'
}
