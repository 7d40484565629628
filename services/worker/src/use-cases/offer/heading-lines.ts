import type { OfferDetails } from '@abitly/database'
import { displayName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { nameIn } from './offer-names.ts'

/** Which programme this is, where, and of which year. */
export function headingLines(tr: Translator, offer: OfferDetails): string[] {
  const { programme, speciality, university, year, form } = offer
  const args = {
    code: displayName(speciality.code),
    speciality: displayName(nameIn(tr.language, speciality.name)),
    year: String(year),
  }
  return [
    tr.text('offer-title', { programme: displayName(nameIn(tr.language, programme)) }),
    form === 'full-time'
      ? tr.text('offer-speciality', args)
      : tr.text('offer-speciality-form', { ...args, form }),
    displayName(nameIn(tr.language, university.name)),
  ]
}
