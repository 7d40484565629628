/** Links as Telegram checks them: scheme http, https, tg or ton; a host with a dot. */
import { isIPv4, isIPv6 } from 'node:net'

type LinkCheck = { url: string } | { error: string }

interface LinkRules {
  /** Web Apps: only https (loopback hosts may use http, the simulator's one liberty with links). */
  httpsOnly?: boolean
}

const ALLOWED_IN_HOST = /^(?:[a-z0-9.\-_!$,~*'();&+=]|%[0-9a-f]{2}|[\u0080-\uffff])*$/i

export function checkLink(link: string, rules: LinkRules = {}): LinkCheck {
  const scheme = /^(tg|ton|tonsite):(?:\/\/)?/i.exec(link)
  if (scheme !== null) return rules.httpsOnly ? { error: 'Only HTTPS links are allowed' } : { url: link }
  const http = /^(?:([a-z0-9+.-]*):\/\/)?([^/?#]*)(.*)$/is.exec(link.trim())
  const protocol = (http?.[1] ?? 'http').toLowerCase()
  if (protocol !== 'http' && protocol !== 'https') return { error: 'Unsupported URL protocol' }
  const authority = http?.[2] ?? ''
  const problem = authorityProblem(authority)
  if (problem !== undefined) return { error: problem }
  const host = hostOf(authority)
  if (rules.httpsOnly && protocol !== 'https' && !isLoopback(host)) {
    return { error: 'Only HTTPS links are allowed' }
  }
  const rest = http?.[3] ?? ''
  return { url: `${protocol}://${authority.toLowerCase()}${rest.startsWith('/') ? rest : `/${rest}`}` }
}

function authorityProblem(authority: string): string | undefined {
  const port = /:(\d*)$/.exec(authority.replace(/^.*@/s, ''))?.[1]
  if (port !== undefined && (port === '' || Number(port) === 0 || Number(port) > 65535)) {
    return 'Wrong port number specified in the URL'
  }
  const host = hostOf(authority)
  if (host === '') return 'URL host is empty'
  if (host.startsWith('[')) {
    return isIPv6(host.slice(1, -1)) ? undefined : 'Wrong IPv6 address specified in the URL'
  }
  if (!ALLOWED_IN_HOST.test(host)) return 'Disallowed character in URL host'
  return host.includes('.') ? undefined : 'Wrong HTTP URL'
}

/**
 * `checkLink` is what the Bot API server looks at; Telegram behind it refuses buttons to hosts that cannot be on the
 * internet: empty labels, a last label that is no top-level domain, an address that is none.
 */
export function isReachable(link: string): boolean {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(link)?.[1]
  if (authority === undefined) return true
  const host = hostOf(authority)
  if (isIPv4(host)) return host !== '0.0.0.0'
  if (host.startsWith('[')) return true
  const labels = host.split('.')
  const top = labels.at(-1) ?? ''
  return (
    labels.every((label) => label !== '' && !/^-|-$/.test(label)) &&
    /^(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu.test(top)
  )
}

function hostOf(authority: string): string {
  return authority.replace(/^.*@/s, '').replace(/:\d*$/, '')
}

/** Is the host this very machine? There Telegram's demand for https would only be in the way. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase()
  return name === 'localhost' || name === '[::1]' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name)
}

/** `tg://user?id=123` mentions a user instead of linking. */
export function mentionedUser(link: string): number | undefined {
  const id = /^tg:(?:\/\/)?user\?id=(\d{1,16})$/i.exec(link)?.[1]
  return id === undefined ? undefined : Number(id)
}
