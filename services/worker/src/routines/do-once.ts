import type { Database, Repositories, RunKey } from '@abitly/database'
import type { Counts } from '@abitly/schedule'

/** Somebody else has done it: what was done here is rolled back. */
class DoneAlready extends Error {
  override readonly name = 'DoneAlready'
}

/**
 * Commits an effect together with the end of its run: either both stand, or neither. Two workers that do one run at
 * once, because the first was taken for dead, have one effect.
 * @returns false when somebody else has done it
 */
export async function doOnce(
  database: Pick<Database, 'transaction'>,
  run: RunKey,
  now: Date,
  effect: (repositories: Repositories) => Promise<Counts>,
): Promise<boolean> {
  try {
    await database.transaction(async (repositories) => {
      const counts = await effect(repositories)
      if (!(await repositories.schedule.end(run, { state: 'done', counts }, now))) throw new DoneAlready()
    })
    return true
  } catch (error) {
    if (error instanceof DoneAlready) return false
    throw error
  }
}
