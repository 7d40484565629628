/** What the address of the page asks for: `?user=3&start=link_…`. */
export interface PageQuery {
  user?: number
  start?: string
}

const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/
const HOSTS: ReadonlySet<string> = new Set(['t.me', 'www.t.me', 'telegram.me', 'telegram.dog'])

/**
 * The start payload of a link to this very bot (`https://t.me/<bot>?start=…`, `tg://resolve?domain=<bot>&start=…`):
 * an empty string when it carries none, undefined when the link leads elsewhere.
 */
export function startPayload(link: string, botUsername: string): string | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined
  if (url === undefined || linkedName(url).toLowerCase() !== botUsername.toLowerCase()) return undefined
  const payload = url.searchParams.get('start') ?? ''
  return PAYLOAD.test(payload) ? payload : ''
}

function linkedName(url: URL): string {
  if (url.protocol === 'tg:') return url.searchParams.get('domain') ?? ''
  if (!/^https?:$/.test(url.protocol) || !HOSTS.has(url.hostname)) return ''
  return url.pathname.slice(1)
}

/** Reads the page's own query; what does not look right is left out. */
export function readPageQuery(search: string): PageQuery {
  const query = new URLSearchParams(search)
  const user = Number(query.get('user'))
  const start = query.get('start') ?? ''
  return {
    ...(Number.isSafeInteger(user) && user > 0 ? { user } : {}),
    ...(PAYLOAD.test(start) ? { start } : {}),
  }
}

/** The query that brings a reload back to the same place. */
export function writePageQuery(query: PageQuery): string {
  const params = new URLSearchParams()
  if (query.user !== undefined) params.set('user', String(query.user))
  if (query.start !== undefined && query.start !== '') params.set('start', query.start)
  return params.size === 0 ? '' : `?${params.toString()}`
}

/** Links the page is willing to open; anything else is shown as text only. */
export function isOpenable(link: string): boolean {
  return URL.canParse(link) && /^(https?|tg|mailto|tel):$/.test(new URL(link).protocol)
}
