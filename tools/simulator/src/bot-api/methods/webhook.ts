import type { WebhookSettings } from '../../delivery/webhook.ts'
import type { Telegram } from '../../telegram.ts'
import type { Args } from '../args.ts'
import { clamped, flag, text } from '../args.ts'
import { Described } from '../method.ts'
import type { Method } from '../method.ts'
import { badRequest, tooManyRequests } from '../refusal.ts'
import { isDefault, readAllowedUpdates } from './allowed-updates.ts'
import { checkWebhookUrl } from './webhook-url.ts'

const SECRET_LENGTH = 256

export const setWebhook: Method = {
  name: 'setWebhook',
  run({ args }, telegram) {
    if (text(args, 'url') === '') return removeWebhook(args, telegram)
    const { enforce, setWebhookIntervalMs } = telegram.options
    if (enforce && !telegram.webhook.claimSet(setWebhookIntervalMs)) throw tooManyRequests(1)
    const settings = readSettings(args, telegram)
    const allowed = readAllowedUpdates(args)
    if (allowed !== undefined) telegram.updates.allowed.kinds = allowed
    if (isSame(settings, telegram.webhook.status) && !flag(args, 'drop_pending_updates')) {
      return new Described(true, 'Webhook is already set')
    }
    if (flag(args, 'drop_pending_updates')) telegram.updates.dropAll()
    telegram.poller.end('Conflict: terminated by setWebhook request')
    telegram.webhook.set(settings)
    return new Described(true, 'Webhook was set')
  },
}

export const deleteWebhook: Method = {
  name: 'deleteWebhook',
  run: ({ args }, telegram) => removeWebhook(args, telegram),
}

export const getWebhookInfo: Method = {
  name: 'getWebhookInfo',
  run(_call, { webhook, updates }) {
    const { url, maxConnections, ipAddress, lastErrorDate, lastErrorMessage } = webhook.status
    return {
      url,
      has_custom_certificate: false,
      pending_update_count: updates.pending().length,
      ...(lastErrorDate === 0
        ? {}
        : { last_error_date: lastErrorDate, last_error_message: lastErrorMessage }),
      ...(url === '' ? {} : { max_connections: maxConnections, ip_address: ipAddress }),
      ...(isDefault(updates.allowed.kinds) ? {} : { allowed_updates: updates.allowed.kinds }),
    }
  },
}

function removeWebhook(args: Args, telegram: Telegram): Described {
  if (flag(args, 'drop_pending_updates')) telegram.updates.dropAll()
  const was = telegram.webhook.active
  telegram.webhook.delete()
  return new Described(true, was ? 'Webhook was deleted' : 'Webhook is already deleted')
}

function readSettings(args: Args, { options }: Telegram): WebhookSettings {
  const url = checkWebhookUrl(text(args, 'url'), options.httpWebhookHosts)
  const secret = text(args, 'secret_token')
  if (secret.length > SECRET_LENGTH) throw badRequest('secret token is too long')
  if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters')
  return {
    url: text(args, 'url'),
    secret,
    maxConnections: clamped(args, 'max_connections', 40, 1, 100),
    ipAddress: text(args, 'ip_address') || (/^[\d.]+$/.test(url.hostname) ? url.hostname : '127.0.0.1'),
  }
}

function isSame(wanted: WebhookSettings, current: WebhookSettings): boolean {
  return (
    wanted.url === current.url &&
    wanted.secret === current.secret &&
    wanted.maxConnections === current.maxConnections
  )
}
