import type { OfferDetails } from '@abitly/database'
import type { BelowMinimum, Score, ScoreRefusal } from '@abitly/domain'
import { scoreToDecimal } from '@abitly/domain'
import { displayName, formatScore, formatWeight } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { nameIn } from './offer-names.ts'

/** Why there is no score. Every reason has its own text. */
export function refusalLine(tr: Translator, refusal: ScoreRefusal, nmtYear: number): string {
  switch (refusal.reason) {
    case 'SUBJECT_NOT_PASSED':
      return tr.text('offer-subject-not-passed', { subject: refusal.subject })
    case 'SUBJECT_MISSING':
      return refusal.subject === null
        ? tr.text('offer-elective-missing')
        : tr.text('offer-subject-missing', { subject: refusal.subject })
    case 'SUBJECT_BELOW_MINIMUM':
      return tr.text('offer-subject-minimum', {
        subject: refusal.subject,
        required: String(refusal.required),
        grade: String(refusal.grade),
      })
    case 'CREATIVE_MISSING':
      return tr.text('offer-creative-missing')
    case 'CREATIVE_NOT_PASSED':
      return tr.text('offer-creative-not-passed')
    case 'WEIGHTS_MISSING':
      return tr.text('offer-weights-missing')
    case 'NMT_YEAR_NOT_ACCEPTED':
      return tr.text('offer-nmt-too-old', { nmtYear: String(nmtYear), oldest: String(refusal.oldest) })
  }
}

/** A score that admits to no state-funded place, whatever the priority. */
export function belowMinimumLine(
  tr: Translator,
  offer: OfferDetails,
  { score, nmtYear }: { score: Score; nmtYear: number },
  { contract, minimum }: BelowMinimum,
): string {
  const args = {
    score: formatScore(tr.language, score),
    nmtYear: String(nmtYear),
    minimum: minimumText(tr, minimum),
  }
  if (!contract) return tr.text('offer-below-budget', args)
  const { code, name } = offer.speciality
  const speciality = displayName(nameIn(tr.language, name))
  return tr.text('offer-below-both', { ...args, code: displayName(code), speciality })
}

/** A minimum as people say it: 130, not 130,000. */
export function minimumText(tr: Translator, minimum: number): string {
  return formatWeight(tr.language, scoreToDecimal(minimum))
}
