import { isLoopback } from '../../telegram-text/link.ts'
import { badRequest } from '../refusal.ts'

const PORTS = ['443', '80', '88', '8443', '']

/**
 * Checks a webhook URL as Telegram does: https on port 443, 80, 88 or 8443.
 *
 * The simulator's one liberty: a host of this machine (and those in `httpHosts`) may use http and any port, because a
 * development machine has neither a certificate nor a public address.
 */
export function checkWebhookUrl(given: string, httpHosts: readonly string[]): URL {
  const whole = /^[a-z]+:\/\//i.test(given) ? given : `https://${given}`
  if (!URL.canParse(whole)) throw badRequest('invalid webhook URL specified')
  const url = new URL(whole)
  if (isLoopback(url.hostname) || httpHosts.includes(url.hostname)) return url
  if (url.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!PORTS.includes(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
  return url
}
