import type { OfferDetails } from '@abitly/database'
import { applications, INFORMATICS, PRIMARY_EDUCATION } from '../../sample-offers.ts'
import type { Book, Chapter, Scene } from '../chapter.ts'
import { ANALYTICS, follow, giveGrades, giveLists, KHARKIV, later, linkTo } from '../sample-links.ts'

const OFFERS = [INFORMATICS, KHARKIV, ANALYTICS]

export const following: Chapter = {
  heading: 'My offers',
  async play(book) {
    await showEmpty(book)
    const scene = opened(book, OFFERS)
    await scene.say(linkTo(INFORMATICS))
    await scene.showPressed('Following an offer', 'button-follow')
    await scene.showPressed('Following it no longer', 'button-unfollow')
    await follow(scene, ...OFFERS)
    await scene.showSaid('/myoffers', '/myoffers')
    await scene.showPressed('One of them', '1')
    await scene.say('/myoffers')
    await scene.showPressed('The comparison', 'button-compare')
    await scene.say('/myoffers')
    await scene.showPressed('Which one to give up', 'button-drop')
    await scene.showPressed('It is given up', book.in('Аналітика даних, ЛНУ', 'Data analytics, LNU'))
    await showChanges(book)
    await showStandings(book)
    await showComparisons(book)
    await showLimit(book)
  },
}

function opened(book: Book, offers: OfferDetails[], limit = 5): Scene {
  const scene = book.open(offers, { limit })
  giveLists(scene)
  giveGrades(scene)
  return scene
}

async function showEmpty(book: Book): Promise<void> {
  const scene = book.open([INFORMATICS, KHARKIV])
  await scene.showSaid('/myoffers of who follows nothing', '/myoffers')
  await follow(scene, INFORMATICS, KHARKIV)
  await scene.showSaid('/myoffers without grades', '/myoffers')
  await scene.showAfter('The comparison without grades', () => scene.pressData('1:mc:0', 1))
}

async function showChanges(book: Book): Promise<void> {
  const scene = opened(book, OFFERS)
  await follow(scene, ...OFFERS)
  await scene.say('/myoffers')
  pass(scene, 1)
  scene.data.applicants.set(
    INFORMATICS.offerId,
    applications([58, 190_000, 1], [3, 183_571, 1], [275, 150_000, 1]),
  )
  scene.data.applicants.set(KHARKIV.offerId, applications([40, 199_000, 2], [150, 150_000, 1]))
  await scene.showSaid('Changes since yesterday', '/myoffers')
  pass(scene, 1)
  scene.data.applicants.set(
    INFORMATICS.offerId,
    applications([56, 190_000, 1], [9, 183_571, 1], [275, 150_000, 1]),
  )
  await scene.showSaid('A change that is neither up nor down', '/myoffers')
  pass(scene, 3)
  giveGrades(scene, { ukr: 180, math: 200, hist: 170, phys: 185 })
  scene.data.applicants.set(ANALYTICS.offerId, [])
  await scene.showSaid('Changes since longer ago, with another score', '/myoffers')
  await showVarious(scene)
}

/** One offer was last seen on another day than the rest. */
async function showVarious(scene: Scene): Promise<void> {
  const looks = scene.data.looks.get(scene.chatId) ?? []
  const kept = looks.filter(({ offerId, day }) => offerId !== INFORMATICS.offerId || day === '2025-07-24')
  scene.data.looks.set(scene.chatId, kept)
  pass(scene, 1)
  await scene.showSaid('Changes since different days', '/myoffers')
}

/** So many days pass, and the numbers are of the last of them. */
function pass(scene: Scene, days: number): void {
  later(scene, days * 24)
  const { data, clock } = scene
  const dataAt = new Date(clock.value.getTime() - 20 * 60_000)
  data.offers.splice(0, Infinity, ...data.offers.map((offer) => ({ ...offer, dataAt })))
}

async function showStandings(book: Book): Promise<void> {
  const contract: OfferDetails = { ...ANALYTICS, offerId: 1471393, kind: 'nonbudget', lastYear: null }
  const below: OfferDetails = { ...KHARKIV, minScore: { budget: 197_000, contract: null } }
  const belowBoth: OfferDetails = { ...ANALYTICS, minScore: { budget: 190_000, contract: 190_000 } }
  const unknown: OfferDetails = { ...INFORMATICS, places: { ...INFORMATICS.places, maxBudget: null } }
  const noList: OfferDetails = { ...INFORMATICS, offerId: 1500001, dataAt: new Date('2025-07-22T06:40:00Z') }
  const offers = [contract, below, belowBoth, unknown, noList]
  const scene = opened(book, offers)
  await follow(scene, ...offers)
  await scene.showSaid('Offers without a rank', '/myoffers')
  const gk = opened(book, [PRIMARY_EDUCATION, INFORMATICS])
  giveGrades(gk, { ukr: 180, math: 165, hist: 175, foreign: 172, phys: 160 })
  gk.data.applicants.set(PRIMARY_EDUCATION.offerId, applications([8, 190_000, 1], [60, 150_000, 1]))
  await follow(gk, PRIMARY_EDUCATION, INFORMATICS)
  await gk.showSaid('ГК matters', '/myoffers')
  await gk.showPressed('The comparison where weights and ГК differ', 'button-compare')
  const strict: OfferDetails = { ...PRIMARY_EDUCATION, minScore: { budget: 175_000, contract: null } }
  const tooLow = opened(book, [strict])
  giveGrades(tooLow, { ukr: 180, math: 165, hist: 175, foreign: 172 })
  tooLow.data.applicants.set(strict.offerId, applications([8, 190_000, 1], [60, 150_000, 1]))
  await follow(tooLow, strict)
  await tooLow.showSaid('ГК matters, and a score without it is too low', '/myoffers')
}

async function showComparisons(book: Book): Promise<void> {
  const older: OfferDetails = {
    ...INFORMATICS,
    ...{ offerId: 1500001, kind: 'fixed' },
    lastYear: { year: 2023, minEnrolledBudget: 190_000, minEnrolledContract: null, generated: false },
  }
  const earlier: OfferDetails = {
    ...older,
    offerId: 1500002,
    lastYear: { ...older.lastYear!, minEnrolledBudget: 150_000 },
  }
  const many = Array.from({ length: 5 }, (_, index) => ({ ...ANALYTICS, offerId: 1500010 + index }))
  const offers: OfferDetails[] = [older, { ...ANALYTICS, lastYear: null }, earlier, ...many]
  const scene = opened(book, offers, 20)
  scene.data.applicants.set(older.offerId, applications([3, 199_000, 1]))
  await follow(scene, ...offers)
  await scene.say('/myoffers')
  await scene.showPressed('A page of a long comparison', 'button-compare')
}

async function showLimit(book: Book): Promise<void> {
  const scene = opened(book, OFFERS, 2)
  await follow(scene, INFORMATICS, KHARKIV)
  await scene.say(linkTo(ANALYTICS))
  await scene.showPressed('One offer more than the limit', 'button-follow')
  await scene.showPressed('It takes the place of another', book.in('Інформатика, ЛНУ', 'Informatics, LNU'))
}
