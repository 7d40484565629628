import type { Applicant } from '@abitly/database'
import { isActiveStatus } from '@abitly/domain'
import type { Chance, RankedChance } from '@abitly/domain'
import { counted, formatCount } from '@abitly/text'
import type { Translator } from '@abitly/text'

/** Why fewer are ranked than have applied for state-funded places; nothing where all of them are. */
export function rankedLines(
  tr: Translator,
  chance: Chance | null,
  applicants: readonly Applicant[],
): string[] {
  if (chance?.kind !== 'ranked') return []
  const parts = notRanked(chance, applicants)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => tr.text(key, { count: formatCount(tr.language, count) }))
  if (parts.length === 0) return []
  const { of } = chance.rank
  const args = { of: formatCount(tr.language, of), ...counted(tr, 'others', of - 1), parts: parts.join(', ') }
  return [tr.text('offer-ranked', args)]
}

function notRanked(
  { quotas, interviews }: RankedChance,
  applicants: readonly Applicant[],
): [key: string, count: number][] {
  const isOut = ({ funding, status }: Applicant): boolean => funding === 'budget' && !isActiveStatus(status)
  return [
    ['offer-ranked-quotas', quotas.Q1.candidates + quotas.Q2.candidates],
    ['offer-ranked-interviews', interviews],
    ['offer-ranked-out', applicants.filter(isOut).length],
  ]
}
