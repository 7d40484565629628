import type { Applicant, OfferDetails } from '@abitly/database'
import {
  applications,
  INFORMATICS,
  INFORMATICS_LIST,
  MID_CAMPAIGN,
  PRIMARY_EDUCATION,
} from '../../sample-offers.ts'
import type { Book, Chapter, Scene } from '../chapter.ts'
import { ANALYTICS, follow, giveGrades, giveLists, KHARKIV, linkTo } from '../sample-links.ts'

export const pictures: Chapter = {
  heading: 'Pictures',
  async play(book) {
    const scene = book.open([INFORMATICS, KHARKIV, { ...ANALYTICS, offerId: 1481287 }])
    giveLists(scene)
    await scene.say(linkTo(INFORMATICS))
    await scene.showPressed('The chart of an offer, without grades', 'button-chart')
    giveGrades(scene)
    await scene.say(linkTo(INFORMATICS))
    await scene.showPressed('The chart of an offer', 'button-chart')
    await scene.showPressed('Nothing new in it', 'button-chart-refresh')
    await scene.say(linkTo({ offerId: 1481287, year: 2025 }))
    await scene.showPressed('Nobody has applied', 'button-chart')
    await follow(scene, ...scene.data.offers)
    await scene.say('/statistics')
    await scene.showPressed('The chart of all followed offers', 'button-comparison-chart')
    scene.clock.value = new Date('2026-07-24T07:00:00Z')
    await scene.say('/statistics')
    await scene.showPressed('The same a year later', 'button-comparison-chart')
    await showSpecial(book)
    await showCompared(book)
  },
}

async function showSpecial(book: Book): Promise<void> {
  const modelled = { ...INFORMATICS, generated: { places: true, applicants: true, history: true } }
  const scene = book.open([PRIMARY_EDUCATION, modelled])
  giveGrades(scene, { ukr: 180, math: 165, hist: 175, foreign: 172 })
  scene.data.applicants.set(PRIMARY_EDUCATION.offerId, applications([30, 180_000, 1], [30, 160_000, 2]))
  await scene.say(linkTo(PRIMARY_EDUCATION))
  await scene.showPressed('ГК matters', 'button-chart')
  const apart = applications([4, 150_000, 1]).map((one, index) => ({
    ...one,
    quota: 'Q1' as const,
    applicantKey: `q${index}`,
  }))
  scene.data.applicants.set(modelled.offerId, [...INFORMATICS_LIST.slice(0, 60), ...apart])
  await scene.say(linkTo(modelled))
  await scene.showPressed('Places for all, quotas, modelled numbers', 'button-chart')
  await showPlaces(scene, modelled, apart)
  scene.data.applicants.set(modelled.offerId, applications([90, 190_000, 1]))
  await follow(scene, modelled)
  await scene.say('/statistics')
  await scene.showPressed('The comparison where nobody is below', 'button-comparison-chart')
}

/** Data of different days, a score that depends on the priority, one below the cut-off, and paid places alone. */
async function showCompared(book: Book): Promise<void> {
  const lastYear = { year: 2024, minEnrolledBudget: 190_000, minEnrolledContract: 118_500, generated: false }
  const behind = { ...INFORMATICS, lastYear }
  const paid: OfferDetails = { ...ANALYTICS, kind: 'nonbudget', lastYear }
  const scene = book.open([behind, { ...PRIMARY_EDUCATION, dataAt: new Date('2025-07-20T06:40:00Z') }, paid])
  giveGrades(scene, { ukr: 180, math: 165, hist: 175, foreign: 172 })
  const list = applications([30, 180_000, 1], [30, 160_000, 2])
  for (const { offerId } of [behind, PRIMARY_EDUCATION]) scene.data.applicants.set(offerId, list)
  const two = list.slice(0, 4).map((one, index) => ({
    ...{ ...one, funding: 'contract' as const, status: index < 2 ? 6 : 3 },
  }))
  scene.data.applicants.set(paid.offerId, two)
  await scene.say(linkTo(paid))
  await scene.showPressed('Some applications take no part any more', 'button-chart')
  await follow(scene, ...scene.data.offers)
  await scene.say('/statistics')
  await scene.showPressed('A comparison of offers that differ', 'button-comparison-chart')
}

/** Where the places end, when quotas take some of them and when they may. */
async function showPlaces(scene: Scene, offer: OfferDetails, quota: Applicant[]): Promise<void> {
  const show = async (title: string, applicants: Applicant[]): Promise<void> => {
    scene.data.applicants.set(offer.offerId, applicants)
    await scene.say(linkTo(offer))
    await scene.showPressed(title, 'button-chart')
  }
  await show('Places for all', INFORMATICS_LIST.slice(0, 60))
  await show('Places for all unless quotas are claimed', INFORMATICS_LIST.slice(0, 70))
  scene.clock.value = new Date('2025-11-29T08:00:00Z')
  await show('Quotas take some places, applications are closed', [...INFORMATICS_LIST, ...quota])
  scene.clock.value = MID_CAMPAIGN
}
