/** A web address taken apart as far as recognising an offer needs. */
export interface Address {
  /** Lower case, without `www.` and a default port. */
  readonly host: string
  /**
   * False when the host is not plain ASCII, carries a user name or an unusual port: such an address may
   * look like a known site and lead elsewhere.
   */
  readonly plain: boolean
  /** Parts of the path in lower case, without empty ones, query and fragment. */
  readonly path: readonly string[]
}

const SCHEME = /https?:\/\//i
const AUTHORITY_END = /[/?#\\]/
const MAX_HOST_LENGTH = 253

/** Endings by which a bare name without scheme and path is taken for a site. */
const KNOWN_ENDINGS: ReadonlySet<string> = new Set('ua com org net info edu gov eu pl io me app'.split(' '))

/** Reads one word of a text as a web address, with or without scheme; null when it is none. */
export function parseAddress(word: string): Address | null {
  const scheme = schemeStart(word)
  const rest = scheme === null ? word.replace(/^\/\//, '') : word.slice(scheme).replace(SCHEME, '')
  const end = rest.search(AUTHORITY_END)
  const authority = end < 0 ? rest : rest.slice(0, end)
  const afterAuthority = end < 0 ? '' : rest.slice(end)
  const { host, plain } = readAuthority(authority)
  if (host === '' || host.length > MAX_HOST_LENGTH) return null
  if (scheme === null && !looksLikeSite(authority, host, afterAuthority)) return null
  return { host, plain, path: readPath(afterAuthority) }
}

/** Where 'http(s)://' begins; null when there is none, or only inside the path or query of something else. */
function schemeStart(word: string): number | null {
  const start = word.search(SCHEME)
  return start < 0 || AUTHORITY_END.test(word.slice(0, start)) ? null : start
}

function readAuthority(authority: string): Pick<Address, 'host' | 'plain'> {
  const name = authority.slice(authority.lastIndexOf('@') + 1).replace(/:(?:80|443)?$/, '')
  const plain = !authority.includes('@') && /^[A-Za-z0-9.-]+$/.test(name)
  return { host: name.toLowerCase().replace(/^www\./, ''), plain }
}

function readPath(afterAuthority: string): readonly string[] {
  const end = afterAuthority.search(/[?#]/)
  const path = end < 0 ? afterAuthority : afterAuthority.slice(0, end)
  return path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '')
}

/** Without a scheme "3.14", "e.g." and mail addresses are no links; "site.ua" and "site.xyz/page" are. */
function looksLikeSite(authority: string, host: string, afterAuthority: string): boolean {
  if (authority.includes('@')) return false
  const name = host.replace(/:\d+$/, '')
  const ending = name.slice(name.lastIndexOf('.') + 1)
  if (!name.includes('.') || name.startsWith('.')) return false
  if (KNOWN_ENDINGS.has(ending) || /^www\./i.test(authority)) return true
  return afterAuthority.startsWith('/') && /^[a-z0-9.-]+$/.test(name) && /^[a-z]{2,}$/.test(ending)
}
