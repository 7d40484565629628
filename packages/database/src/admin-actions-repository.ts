import type { Tx } from './client.ts'

/** Something an admin did. */
export interface AdminAction {
  /** Telegram user id. */
  adminId: bigint
  /** What, e.g. 'campaign.pause'. */
  action: string
  /** To which thing, as JSON; null: nothing to add. */
  details: unknown
  at: Date
}

/** Who did what (`admin_actions`): rows are added, never changed. */
export interface AdminActionsRepository {
  record(action: { adminId: bigint; action: string; details?: unknown; now: Date }): Promise<void>
  /** Newest first. */
  recent(limit: number): Promise<AdminAction[]>
}

export function createAdminActionsRepository(tx: Tx): AdminActionsRepository {
  return {
    record: async ({ adminId, action, details, now }) => {
      const kept = details === undefined ? null : JSON.stringify(details)
      await tx.$executeRaw`
        INSERT INTO admin_actions (admin_id, action, details, at)
        VALUES (${adminId}, ${action}, ${kept}::jsonb, ${now})`
    },
    recent: (limit) => {
      const select = { adminId: true, action: true, details: true, at: true }
      return tx.adminAction.findMany({ select, orderBy: { id: 'desc' }, take: limit })
    },
  }
}
