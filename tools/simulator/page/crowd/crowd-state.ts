import type { Texts } from '../model/texts.ts'
import type { CrowdStatus } from '../page-api.ts'

/** How far a crowd is, 0…1: first everybody presses START, then everybody is answered. */
export function crowdProgress({ size, delivered, answered, working }: CrowdStatus): number {
  if (!working || size === 0) return 1
  return (delivered + answered) / (2 * size)
}

/** How far it is in words, and then who has left. */
export function crowdWords(
  { size, delivered, answered, blocked, deactivated, working }: CrowdStatus,
  { t }: Pick<Texts, 't'>,
): string {
  if (working && delivered < size) return t('crowd.starting', { delivered, size })
  if (working) return t('crowd.answering', { answered, size })
  const left = [
    ...(blocked > 0 ? [t('crowd.blocked', { count: blocked })] : []),
    ...(deactivated > 0 ? [t('crowd.gone', { count: deactivated })] : []),
  ]
  return left.length === 0 ? t('crowd.here') : left.join(' · ')
}
