import type { Alerts } from './alerts.ts'
import { judgeDeadLetters } from './judge-work.ts'

export interface DeadLetterReport {
  alerts: Alerts
  countDead: () => Promise<number>
  /** Why dead letters died, each as `CODE: message`; asked only when there are any. Some hundred are enough. */
  deadErrors: () => Promise<readonly (string | null)[]>
}

/**
 * Tells the admins when updates were given up, and when nothing of that is left.
 * @returns counts for the record of the run
 */
export async function reportDeadLetters(deps: DeadLetterReport): Promise<Record<string, number>> {
  const letters = await deps.countDead()
  const errors = letters > 0 ? await deps.deadErrors() : []
  return { ...(await deps.alerts.settle(judgeDeadLetters(letters, errors))), letters }
}
