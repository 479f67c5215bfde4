/** What can only go wrong before anything was sent. */
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])
/** What a connection that carries a request already may meet as well. */
const routeCodes = new Set(['EHOSTUNREACH', 'ENETUNREACH'])
/** Node's words for a certificate that it does not accept, and for a server that speaks no TLS. */
const HANDSHAKE =
  /^(CERT_|ERR_TLS_CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_|HOSTNAME_MISMATCH|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG)/

/** Node's name for what went wrong; '' where it has none. */
export function codeOf(error: unknown) {
  return wordOf(error, 'code')
}

/**
 * Whether an error of a request says that nothing of it can have reached the other side, so that it may
 * be made anew. In doubt it does not.
 */
export function neverLeft(error: unknown) {
  const code = codeOf(error)
  if (unsentCodes.has(code) || HANDSHAKE.test(code)) return true
  // Several addresses were tried and none could be connected to.
  const tries: unknown[] = error instanceof AggregateError ? error.errors : [error]
  return routeCodes.has(code) && tries.every((one) => wordOf(one, 'syscall') === 'connect')
}

function wordOf(error: unknown, name: 'code' | 'syscall') {
  return error instanceof Error ? String(Reflect.get(error, name) ?? '') : ''
}
