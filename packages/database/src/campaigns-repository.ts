import {
  cancel,
  endPlanning,
  pause,
  resume,
  resumeDue,
  schedule,
  start,
  startDue,
} from './campaigns/transitions.ts'
import type { Campaign, CampaignActor, CampaignDraft, PauseReason } from './campaigns/campaign.ts'
import { toCampaign } from './campaigns/campaign.ts'
import { createDraft, editDraft } from './campaigns/drafts.ts'
import { finishCampaign, settleCampaign } from './campaigns/finish-campaign.ts'
import { purgeCampaigns } from './campaigns/purge-campaigns.ts'
import type { CampaignRetention } from './campaigns/purge-campaigns.ts'
import { reopenCampaign } from './campaigns/reopen-campaign.ts'
import { unsettledCampaigns } from './campaigns/unsettled-campaigns.ts'
import type { Tx } from './client.ts'

/** Bulk sends (`campaigns`). Every transition is one conditional UPDATE; true: this very call made it. */
export interface CampaignsRepository {
  create(draft: CampaignDraft): Promise<Campaign>
  find(id: string): Promise<Campaign | null>
  findByNumber(number: number): Promise<Campaign | null>
  /** Only a draft can be edited; what is left out stays. */
  edit(
    id: string,
    change: { content?: unknown; audience?: unknown; resendUnknown?: boolean },
  ): Promise<boolean>
  /** draft | scheduled → scheduled */
  schedule(id: string, plan: CampaignActor & { startsAt: Date }): Promise<boolean>
  /** draft | scheduled → planning */
  start(id: string, actor: CampaignActor): Promise<boolean>
  /** scheduled → planning for all whose moment has come; returns their ids. */
  startDue(now: Date): Promise<string[]>
  /** planning → running; without any recipient → finished */
  endPlanning(id: string, now: Date): Promise<boolean>
  /** running → paused; `until`: when `resumeDue` ends the pause, null: a person does. */
  pause(id: string, pause: CampaignActor & { reason: PauseReason; until: Date | null }): Promise<boolean>
  /** paused → running */
  resume(id: string, actor: CampaignActor): Promise<boolean>
  /** paused → running for all whose pause is over; returns their ids. */
  resumeDue(now: Date): Promise<string[]>
  /** Whatever is not over → cancelled. Its pending rows are `deliveries.skipPending`'s, its end is `settle`'s. */
  cancel(id: string, actor: CampaignActor): Promise<boolean>
  /** running → finished, when nothing is pending or sending */
  finish(id: string, now: Date): Promise<boolean>
  /**
   * finished → running with its unknown rows pending again, in one statement. Its end will be reported anew.
   * @returns how many rows; 0: there were none, or it was not finished
   */
  reopen(id: string, actor: CampaignActor): Promise<number>
  /** Newest number first, drafts left out; `before`: the last number of the page before. */
  list(page: { limit: number; before: number | null }): Promise<Campaign[]>
  /** Ids of campaigns that have ended and whose end nobody has been told of, oldest first. */
  unreported(limit: number): Promise<string[]>
  /** Those somebody has to drive on: planning, running, paused, and cancelled ones that have not settled. By number. */
  unsettled(): Promise<Campaign[]>
  /** Ends a cancelled one (sets `finishedAt`) that has nothing pending or sending. */
  settle(id: string, now: Date): Promise<boolean>
  showCard(id: string, card: { chatId: bigint; messageId: number; done: number; at: Date }): Promise<void>
  /** True once for each end of the campaign. */
  markReported(id: string, now: Date): Promise<boolean>
  /** Deletes what is kept no longer, deliveries included, in chunks. @returns campaigns deleted */
  purge(kept: CampaignRetention): Promise<number>
}

export function createCampaignsRepository(tx: Tx): CampaignsRepository {
  return {
    create: (draft) => createDraft(tx, draft),
    find: async (id) => orNull(await tx.campaign.findUnique({ where: { id } })),
    findByNumber: async (number) => orNull(await tx.campaign.findUnique({ where: { number } })),
    edit: (id, change) => editDraft(tx, id, change),
    schedule: (id, plan) => schedule(tx, id, plan),
    start: (id, actor) => start(tx, id, actor),
    startDue: (now) => startDue(tx, now),
    endPlanning: (id, now) => endPlanning(tx, id, now),
    pause: (id, reason) => pause(tx, id, reason),
    resume: (id, actor) => resume(tx, id, actor),
    resumeDue: (now) => resumeDue(tx, now),
    cancel: (id, actor) => cancel(tx, id, actor),
    finish: (id, now) => finishCampaign(tx, id, now),
    reopen: (id, actor) => reopenCampaign(tx, id, actor),
    list: async ({ limit, before }) => {
      const begun = { OR: [{ startedAt: { not: null } }, { startsAt: { not: null } }] }
      const where = {
        state: { not: 'draft' },
        ...begun,
        ...(before === null ? {} : { number: { lt: before } }),
      }
      const rows = await tx.campaign.findMany({ where, orderBy: { number: 'desc' }, take: limit })
      return rows.map(toCampaign)
    },
    unreported: async (limit) => {
      const where = { finishedAt: { not: null }, reportedAt: null }
      const rows = await tx.campaign.findMany({
        where,
        select: { id: true },
        orderBy: { number: 'asc' },
        take: limit,
      })
      return rows.map(({ id }) => id)
    },
    unsettled: () => unsettledCampaigns(tx),
    settle: (id, now) => settleCampaign(tx, id, now),
    showCard: async (id, { chatId, messageId, done, at }) => {
      const data = { cardChatId: chatId, cardMessageId: messageId, cardDone: done, cardAt: at }
      await tx.campaign.updateMany({ where: { id }, data })
    },
    markReported: async (id, now) => {
      const { count } = await tx.campaign.updateMany({
        where: { id, reportedAt: null },
        data: { reportedAt: now },
      })
      return count === 1
    },
    purge: (kept) => purgeCampaigns(tx, kept),
  }
}

function orNull(row: Parameters<typeof toCampaign>[0] | null): Campaign | null {
  return row === null ? null : toCampaign(row)
}
