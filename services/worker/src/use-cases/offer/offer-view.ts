import type { Applicant, OfferDetails } from '@abitly/database'
import type { Translator } from '@abitly/text'
import { dataLines } from './data-lines.ts'
import { explanationLines } from './explanation-lines.ts'
import { factLines } from './fact-lines.ts'
import { headingLines } from './heading-lines.ts'
import type { Verdict } from './judge-offer.ts'
import { personalLines } from './personal-lines.ts'

/** Everything an offer's message is made of. */
export interface OfferPage {
  tr: Translator
  offer: OfferDetails
  applicants: readonly Applicant[]
  verdict: Verdict
  now: Date
}

/** The text of an offer: the answer first, the facts below it, the reckoning folded, the age of the data last. */
export function offerText({ tr, offer, applicants, verdict, now }: OfferPage): string {
  const explanation = explanationLines(tr, offer, applicants, verdict)
  const facts = factLines(tr, offer, applicants, verdict, now)
  const folded =
    explanation.length === 0 ? [] : [`<blockquote expandable>${explanation.join('\n')}</blockquote>`]
  return [
    ...headingLines(tr, offer),
    '',
    ...personalLines(tr, offer, verdict, now),
    '',
    ...facts,
    ...folded,
    ...dataLines(tr, offer, applicants, now),
  ].join('\n')
}
