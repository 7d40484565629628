import type { AudienceFilter } from './audiences/audience-filter.ts'
import type { Tx } from './client.ts'
import { claimDelivery } from './deliveries/claim-delivery.ts'
import type {
  Claim,
  DeliveryResult,
  DeliveryRow,
  DeliveryState,
  PlannedRecipient,
  PositionRange,
  ReportRow,
} from './deliveries/delivery.ts'
import { dueDeliveries, nextDueAt } from './deliveries/due-deliveries.ts'
import { expireClaims } from './deliveries/expire-claims.ts'
import { pendingChunks } from './deliveries/pending-chunks.ts'
import { planAudience } from './deliveries/plan-audience.ts'
import { planRecipients } from './deliveries/plan-recipients.ts'
import { recordDelivery } from './deliveries/record-delivery.ts'
import { countErrors, countStates, reportPage } from './deliveries/report-deliveries.ts'
import { skipPending } from './deliveries/skip-pending.ts'

/** Recipients of campaigns (`deliveries`): a row each, written before the first is sent. The rows are the truth. */
export interface DeliveriesRepository {
  /**
   * Plans the next page of the audience after the campaign's cursor; cursor and `size` move in the same
   * statement, and nothing passes through the process. Call it inside `database.transaction`.
   * @returns recipients planned; 0: there are no more, or the campaign is not 'planning' any more
   */
  planAudience(campaignId: string, filter: AudienceFilter, limit: number, now: Date): Promise<number>
  /**
   * Plans recipients the caller worked out, in the order of their chat ids; chats planned already are left out.
   * `from`: the cursor the caller began at, `upto`: the cursor from now on (greater).
   * @returns false, and nothing is planned, when the cursor has moved meanwhile or the campaign is not 'planning'
   */
  planRecipients(
    campaignId: string,
    page: { from: bigint | null; upto: bigint; recipients: readonly PlannedRecipient[] },
  ): Promise<boolean>
  /** The last chat id that planning has dealt with. */
  cursor(campaignId: string): Promise<bigint | null>
  /** Pending and due, by position. */
  due(campaignId: string, range: PositionRange, now: Date, limit: number): Promise<DeliveryRow[]>
  /** The earliest moment a pending row of the range waits for; null: none waits. */
  nextDueAt(campaignId: string, range: PositionRange): Promise<Date | null>
  /** One statement: of any number of callers at once, one gets 'claimed'. */
  claim(campaignId: string, position: number, now: Date): Promise<Claim>
  /**
   * Ends or returns a claim. 'pending' becomes 'skipped' in a cancelled campaign, and 'failed' in one that has
   * finished meanwhile.
   * @returns false, and nothing changes, unless the row is this attempt's: 'sending' or, when the claim has
   * expired meanwhile, 'unknown' or 'pending'
   */
  record(
    campaignId: string,
    position: number,
    attempt: number,
    result: DeliveryResult,
    now: Date,
  ): Promise<boolean>
  /** Lowest numbers of the chunks (positions n * chunkSize up to (n + 1) * chunkSize - 1) with pending rows. */
  pendingChunks(campaignId: string, chunkSize: number, limit: number): Promise<number[]>
  /** Claims nobody answered for: 'pending' again where the campaign resends and is not over, else 'unknown'. */
  expireClaims(claimedBefore: Date, now: Date): Promise<{ unknown: number; pending: number }>
  /** Ends pending rows as 'skipped', at most `limit`; fewer than that: no more, but for those locked right now. */
  skipPending(campaignId: string, reason: string, limit: number, now: Date): Promise<number>
  /** Every state, 0 where none. */
  tally(campaignId: string): Promise<Record<DeliveryState, number>>
  /** Errors of failed rows, most frequent first. */
  errors(campaignId: string, limit: number): Promise<{ error: string; count: number }[]>
  /** By position; `after`: the last position of the page before, -1 at first. */
  report(campaignId: string, after: number, limit: number): Promise<ReportRow[]>
}

export function createDeliveriesRepository(tx: Tx): DeliveriesRepository {
  return {
    planAudience: (campaignId, filter, limit, now) => planAudience(tx, campaignId, filter, limit, now),
    planRecipients: (campaignId, page) => planRecipients(tx, campaignId, page),
    cursor: async (campaignId) => {
      const row = await tx.campaign.findUnique({ where: { id: campaignId }, select: { plannedUpto: true } })
      return row?.plannedUpto ?? null
    },
    due: (campaignId, range, now, limit) => dueDeliveries(tx, campaignId, range, now, limit),
    nextDueAt: (campaignId, range) => nextDueAt(tx, campaignId, range),
    claim: (campaignId, position, now) => claimDelivery(tx, campaignId, position, now),
    record: (campaignId, position, attempt, result, now) =>
      recordDelivery(tx, { campaignId, position, attempt }, result, now),
    pendingChunks: (campaignId, chunkSize, limit) => pendingChunks(tx, campaignId, chunkSize, limit),
    expireClaims: (claimedBefore, now) => expireClaims(tx, claimedBefore, now),
    skipPending: (campaignId, reason, limit, now) => skipPending(tx, campaignId, reason, limit, now),
    tally: (campaignId) => countStates(tx, campaignId),
    errors: (campaignId, limit) => countErrors(tx, campaignId, limit),
    report: (campaignId, after, limit) => reportPage(tx, campaignId, after, limit),
  }
}
