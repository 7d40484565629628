import { z } from 'zod'
import type { ConditionOf, Finding } from './condition.ts'

/** What we need of the answer to `getWebhookInfo`. */
export const webhookInfoSchema = z.object({
  /** Empty: none is registered. */
  url: z.string(),
  pending_update_count: z.number(),
  /** UNIX seconds. */
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
})
export type WebhookInfo = z.output<typeof webhookInfoSchema>

const RECENT_ERROR_MS = 300_000
const MUCH_PENDING = 1_000

/**
 * What is wrong between Telegram and our ingress: the worst of it, because the rest follows from that.
 * @param wantedUrl where Telegram should post to
 * @param now by Telegram's clock, which is the true time
 */
export function judgeWebhook(info: WebhookInfo, wantedUrl: string, now: Date): Finding {
  const found = webhookCondition(info, wantedUrl, now)
  return { found: found === null ? [] : [found], checked: (id) => id === 'webhook' }
}

function webhookCondition(info: WebhookInfo, wantedUrl: string, now: Date): ConditionOf<'webhook'> | null {
  const problem = worstProblem(info, wantedUrl, now)
  if (problem === null) return null
  return {
    kind: 'webhook',
    id: 'webhook',
    ageMs: 0,
    problem,
    pending: info.pending_update_count,
    // The path of somebody else's address may be a secret of theirs.
    host: URL.canParse(info.url) ? new URL(info.url).host : '',
    error: info.last_error_message ?? '',
  }
}

function worstProblem(
  { url, last_error_date: erredAt, pending_update_count: pending }: WebhookInfo,
  wantedUrl: string,
  now: Date,
): ConditionOf<'webhook'>['problem'] | null {
  if (url === '') return 'unset'
  if (url !== wantedUrl) return 'elsewhere'
  if (erredAt !== undefined && now.getTime() - erredAt * 1_000 <= RECENT_ERROR_MS) return 'errors'
  return pending > MUCH_PENDING ? 'pending' : null
}
