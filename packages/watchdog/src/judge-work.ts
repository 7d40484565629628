import type { Finding } from './condition.ts'

const TOO_OLD_MS = 60_000
/** What went up and down around one limit would be an alert and a recovery each minute. */
const WELL_AGAIN_MS = 30_000

/** Do updates wait too long for their answers? */
export function judgeBacklog({ oldestMs, count }: { oldestMs: number; count: number }): Finding {
  const tooOld = oldestMs > TOO_OLD_MS
  return {
    found: tooOld ? [{ kind: 'backlog', id: 'backlog', ageMs: oldestMs, chats: count }] : [],
    checked: (id) => id === 'backlog' && (tooOld || oldestMs < WELL_AGAIN_MS),
  }
}

const CODES_TOLD = 3

/**
 * Were updates given up that nobody has looked at?
 * @param errors why, as the dead letters say: `CODE: message`; some of them are enough
 */
export function judgeDeadLetters(count: number, errors: readonly (string | null)[]): Finding {
  const codes = mostFrequent(errors.map(codeOf)).slice(0, CODES_TOLD)
  return {
    found: count > 0 ? [{ kind: 'dead-letters', id: 'dead-letters', ageMs: 0, count, codes }] : [],
    checked: (id) => id === 'dead-letters',
  }
}

/** The code alone: a message is for the log. */
function codeOf(error: string | null): string {
  return /^[A-Za-z_]{1,60}(?=:|$)/.exec(error ?? '')?.[0] ?? 'UNKNOWN'
}

function mostFrequent(codes: readonly string[]): { code: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  const counted = Array.from(counts, ([code, count]) => ({ code, count }))
  return counted.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}
