import type { Tx } from '../client.ts'
import { Prisma } from '../generated/client.ts'

const LEASE = 'scheduler'

/**
 * Raises the fencing epoch: from the commit on, statements of every earlier leader change nothing. Waits for those
 * that are under way.
 * @returns the new epoch, and the time on the database's clock
 */
export async function raiseEpoch(tx: Tx): Promise<{ epoch: bigint; databaseNow: Date }> {
  const [row] = await tx.$queryRaw<{ epoch: bigint; databaseNow: Date }[]>`
    INSERT INTO leader_epochs AS lease (name, epoch) VALUES (${LEASE}, 1)
    ON CONFLICT (name) DO UPDATE SET epoch = lease.epoch + 1
    RETURNING epoch, clock_timestamp() AS "databaseNow"`
  if (row === undefined) throw new Error('The epoch could not be raised')
  return row
}

/**
 * One row while this epoch is the newest, none after it. The lock makes a take-over wait until the statement that asks
 * has committed, so that nothing of the old leader can appear behind the new one's back.
 */
export function fence(epoch: bigint): Prisma.Sql {
  return Prisma.sql`(SELECT 1 FROM leader_epochs WHERE name = ${LEASE} AND epoch = ${epoch}::bigint FOR SHARE)`
}
