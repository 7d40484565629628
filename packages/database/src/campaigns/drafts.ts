import type { Tx } from '../client.ts'
import { Prisma } from '../generated/client.ts'
import type { Campaign, CampaignDraft } from './campaign.ts'
import { toCampaign } from './campaign.ts'

/** Writes down a new campaign as a draft. */
export async function createDraft(tx: Tx, draft: CampaignDraft): Promise<Campaign> {
  const row = await tx.campaign.create({
    data: {
      kind: draft.kind,
      state: 'draft',
      content: json(draft.content) ?? Prisma.JsonNull,
      audience: json(draft.audience) ?? Prisma.DbNull,
      resendUnknown: draft.resendUnknown ?? false,
      createdBy: draft.createdBy,
      createdAt: draft.now,
      expiresAt: draft.expiresAt ?? null,
    },
  })
  return toCampaign(row)
}

/** Changes what is given; false when it is no draft any more. */
export async function editDraft(
  tx: Tx,
  id: string,
  change: { content?: unknown; audience?: unknown; resendUnknown?: boolean },
): Promise<boolean> {
  const { count } = await tx.campaign.updateMany({
    where: { id, state: 'draft' },
    data: {
      // Names its state, so that a change of nothing is an UPDATE as well.
      state: 'draft',
      ...(change.content === undefined ? {} : { content: json(change.content) ?? Prisma.JsonNull }),
      ...(change.audience === undefined ? {} : { audience: json(change.audience) ?? Prisma.DbNull }),
      ...(change.resendUnknown === undefined ? {} : { resendUnknown: change.resendUnknown }),
    },
  })
  return count === 1
}

/** The value as JSON holds it (no undefined, dates as text). */
function json(value: unknown): Prisma.InputJsonValue | null {
  return JSON.parse(JSON.stringify(value ?? null)) as Prisma.InputJsonValue | null
}
