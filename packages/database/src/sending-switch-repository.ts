import type { Tx } from './client.ts'

/** The emergency stop of all bulk sends (`sending_switch`): while its row exists, nothing can be claimed. */
export interface SendingSwitchRepository {
  /** Who stopped all bulk sends, and when; null: nobody. */
  state(): Promise<{ by: bigint; at: Date } | null>
  /** False when it was stopped already. */
  stop(by: bigint, now: Date): Promise<boolean>
  /** False when it was not stopped. */
  resume(): Promise<boolean>
}

/** The only row there may be. */
const ID = 1

export function createSendingSwitchRepository(tx: Tx): SendingSwitchRepository {
  return {
    state: async () => {
      const row = await tx.sendingSwitch.findUnique({ where: { id: ID } })
      return row === null ? null : { by: row.stoppedBy, at: row.stoppedAt }
    },
    stop: async (by, now) => {
      const data = { id: ID, stoppedBy: by, stoppedAt: now }
      const { count } = await tx.sendingSwitch.createMany({ data, skipDuplicates: true })
      return count === 1
    },
    resume: async () => (await tx.sendingSwitch.deleteMany({ where: { id: ID } })).count === 1,
  }
}
