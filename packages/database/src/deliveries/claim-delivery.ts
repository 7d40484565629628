import type { Tx } from '../client.ts'
import type { Claim } from './delivery.ts'

interface Row {
  kind: Claim['kind']
  attempt: number | null
}

/**
 * One statement reads the verdict and writes it. Many callers may read the same verdict, but only the first to get
 * the row's lock still finds it pending.
 */
export async function claimDelivery(tx: Tx, campaignId: string, position: number, now: Date): Promise<Claim> {
  const [row] = await tx.$queryRaw<Row[]>`
    WITH seen AS (
      SELECT t.unreachable_reason, CASE
               WHEN c.state <> 'running' THEN 'not-running'
               WHEN EXISTS (SELECT FROM sending_switch) THEN 'stopped'
               WHEN d.state <> 'pending' OR d.due_at > ${now}::timestamptz THEN 'taken'
               WHEN c.expires_at <= ${now}::timestamptz THEN 'expired'
               WHEN t.telegram_chat_id IS NULL THEN 'deleted'
               WHEN t.unreachable_at IS NOT NULL THEN 'unreachable'
               WHEN NOT t.telegram_notifications_enabled THEN 'muted'
               WHEN NOT coalesce(
                 CASE c.kind WHEN 'broadcast' THEN s.news WHEN 'digest' THEN s.offer_changes ELSE s.open_days END, true
               ) THEN 'muted'
               ELSE 'claimed'
             END AS verdict
        FROM deliveries d
        JOIN campaigns c ON c.id = d.campaign_id
        LEFT JOIN telegram_users t ON t.telegram_chat_id = d.telegram_chat_id
        LEFT JOIN notification_settings s ON s.telegram_chat_id = d.telegram_chat_id
       WHERE d.campaign_id = ${campaignId}::uuid AND d.position = ${position}::integer
    ), written AS (
      UPDATE deliveries d
         SET state = CASE verdict WHEN 'claimed' THEN 'sending' WHEN 'unreachable' THEN 'blocked' ELSE 'skipped' END,
             attempts = CASE verdict WHEN 'claimed' THEN d.attempts + 1 ELSE d.attempts END,
             error = CASE verdict WHEN 'claimed' THEN NULL WHEN 'unreachable' THEN unreachable_reason ELSE verdict END,
             due_at = NULL,
             claimed_at = CASE verdict WHEN 'claimed' THEN ${now}::timestamptz ELSE d.claimed_at END,
             finished_at = CASE verdict WHEN 'claimed' THEN NULL ELSE ${now}::timestamptz END
        FROM seen
       WHERE d.campaign_id = ${campaignId}::uuid AND d.position = ${position}::integer
         AND d.state = 'pending' AND (d.due_at IS NULL OR d.due_at <= ${now}::timestamptz)
         AND verdict NOT IN ('not-running', 'stopped', 'taken')
      RETURNING d.attempts
    )
    SELECT CASE
             WHEN verdict IN ('not-running', 'stopped') THEN verdict
             WHEN written.attempts IS NULL THEN 'taken'
             WHEN verdict = 'claimed' THEN 'claimed'
             ELSE 'skipped'
           END AS kind, written.attempts AS attempt
      FROM seen LEFT JOIN written ON true`
  return toClaim(row)
}

function toClaim(row: Row | undefined): Claim {
  if (row === undefined) return { kind: 'taken' }
  const { kind, attempt } = row
  if (kind !== 'claimed') return { kind }
  if (attempt === null) throw new Error('A claim returned no attempt')
  return { kind, attempt }
}
