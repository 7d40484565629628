/**
 * SQLSTATEs by prefix: connection (08), credentials (28), no such database (3D000), read-only after a
 * fail-over (25006), serialisation and deadlock (40), out of resources (53), lock timeout (55P03), statement
 * timeout (57014: ours are short, so somebody holds a lock or the server is overloaded), shutdown (57P),
 * system error (58).
 */
const SQLSTATES = ['08', '28', '3D000', '25006', '40', '53', '55P03', '57014', '57P', '58']

/** Of the operating system, on the way to the server. */
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** A certificate that is expired, for another host, or of an authority we do not trust. */
const TLS_CODES = /^(ERR_(TLS|SSL)_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/

/** Prisma's own: reaching the server (P10xx), pool and transaction timeouts, write conflicts, connections. */
const PRISMA_CODES = new Set([
  'P1000',
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1010',
  'P1011',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
])

/** What the driver adapter makes of an error before Prisma gives it a code. */
const ADAPTER_KINDS = new Set([
  'DatabaseNotReachable',
  'DatabaseDoesNotExist',
  'DatabaseAccessDenied',
  'AuthenticationFailed',
  'ConnectionClosed',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
  'TransactionWriteConflict',
  'TransactionAlreadyClosed',
])

/** The `pg` driver throws these as plain errors, without a code. */
const DRIVER_MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
  'is not queryable',
  'Cannot use a pool after calling end on the pool',
  'The server does not support SSL connections',
]

/** Deepest chain seen: known request error → driver adapter error → its mapped cause. */
const MAX_DEPTH = 6

/** Did the surroundings fail, and not the input? Looks through causes and Prisma's wrapping of adapter errors. */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return false
  const { code, originalCode, kind, message, cause, meta } = error as Record<string, unknown>
  return (
    isUnavailableCode(code) ||
    isUnavailableCode(originalCode) ||
    ADAPTER_KINDS.has(String(kind)) ||
    (typeof message === 'string' && DRIVER_MESSAGES.some((text) => message.includes(text))) ||
    isUnavailable(cause, depth + 1) ||
    isUnavailable(driverAdapterError(meta), depth + 1)
  )
}

function isUnavailableCode(code: unknown): boolean {
  if (typeof code !== 'string') return false
  if (SOCKET_CODES.has(code) || PRISMA_CODES.has(code) || TLS_CODES.test(code)) return true
  return code.length === 5 && !code.startsWith('P') && SQLSTATES.some((prefix) => code.startsWith(prefix))
}

function driverAdapterError(meta: unknown): unknown {
  return typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta
    ? meta.driverAdapterError
    : undefined
}
