import type { NmtResult, OfferDetails } from '@abitly/database'
import { applications, GRADES, INFORMATICS, INFORMATICS_LIST, variantOf } from '../sample-offers.ts'
import type { Scene } from './chapter.ts'

/** Where the website links accounts. */
export const SITE = 'https://abitly.example/link'

/** Two more offers of the same weights: another multiplier, and a list nobody gets to the top of. */
export const KHARKIV: OfferDetails = {
  ...variantOf(INFORMATICS, 1473428, 'Інформатика'),
  programme: INFORMATICS.programme,
  rk: '1.07',
  university: { ...INFORMATICS.university, id: 2, short: { uk: 'ХНУРЕ', en: 'NURE' } },
  places: { ...INFORMATICS.places, maxBudget: 30, quota1: 3, quota2: 3 },
  lastYear: { year: 2024, minEnrolledBudget: 150_318, minEnrolledContract: null, generated: false },
}
export const ANALYTICS: OfferDetails = {
  ...variantOf(INFORMATICS, 1471392, 'Аналітика даних'),
  programme: { uk: 'Аналітика даних', en: 'Data analytics' },
}

/** The address of an offer on one of the known sites. */
export function linkTo({ offerId, year }: Pick<OfferDetails, 'offerId' | 'year'>): string {
  return `https://vstup.osvita.ua/y${year}/r14/282/${offerId}/`
}

/** Grades that were entered in the chat. */
export function giveGrades(
  { data, chatId }: Scene,
  grades: NmtResult['grades'] = GRADES,
  nmtYear = 2025,
): void {
  data.results.set(chatId, [{ nmtYear, source: 'own', grades }])
}

/** The lists of applicants of these three. */
export function giveLists({ data }: Scene): void {
  data.applicants.set(INFORMATICS.offerId, INFORMATICS_LIST)
  data.applicants.set(KHARKIV.offerId, applications([3, 199_000, 1], [1, 196_421, 2], [150, 150_000, 1]))
  data.applicants.set(ANALYTICS.offerId, applications([170, 190_000, 1], [130, 140_000, 1]))
}

/** Follows offers, as their buttons would. */
export async function follow({ repos, chatId, clock }: Scene, ...offers: OfferDetails[]): Promise<void> {
  for (const { offerId, year } of offers) await repos.tracking.add(chatId, offerId, year, clock.now())
}

/** Lets time pass. */
export function later({ clock }: Scene, hours: number): void {
  clock.value = new Date(clock.value.getTime() + hours * 3_600_000)
}
