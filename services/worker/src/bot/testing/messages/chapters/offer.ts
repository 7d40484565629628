import type { NmtResult, OfferDetails } from '@abitly/database'
import { CONTRACT_ONLY, inPlaces, WEAK_GRADES } from '../../offer-scene.ts'
import {
  applications,
  GRADES,
  INFORMATICS,
  INFORMATICS_LIST,
  PRIMARY_EDUCATION,
  variantOf,
} from '../../sample-offers.ts'
import type { Book, Chapter, Scene } from '../chapter.ts'
import { ANALYTICS, giveGrades, linkTo, SITE } from '../sample-links.ts'

/** What differs from informatics at Lviv with 183,571 at 63–66 of 341. */
interface Variant {
  of?: OfferDetails
  offer?: Partial<OfferDetails>
  list?: ReturnType<typeof applications>
  grades?: NmtResult['grades'] | null
  nmtYear?: number
  preferences?: Parameters<Scene['data']['preferences']['set']>[1]
  at?: string
}

const GK_GRADES = { ukr: 180, math: 165, hist: 175, foreign: 172 }
const GK = {
  of: PRIMARY_EDUCATION,
  grades: GK_GRADES,
  list: applications([8, 190_000, 1], [1, 176_494, 1], [7, 175_000, 3], [1, 173_033, 3], [40, 150_000, 1]),
}
const LAW: Partial<OfferDetails> = {
  speciality: { ...INFORMATICS.speciality, code: 'D8', name: { uk: 'Право', en: 'Law' } },
  minScore: { budget: 150_000, contract: 150_000 },
}
const BEHIND = {
  list: applications([120, 190_000, 1]),
  grades: { ukr: 140, math: 170, hist: 150, phys: 160 },
}

/** Of 71 applications 35 stand on the general line. */
const APART = {
  list: applications(
    [20, 185_000, 1],
    [15, 175_000, 1],
    [9, 170_000, 1],
    [2, 165_000, 1],
    [25, 160_000, 1],
  ).map((one, index) => ({
    ...one,
    ...(index >= 35 && index < 44 ? { quota: 'Q2' as const } : {}),
    ...(index >= 44 && index < 46 ? { interview: true } : {}),
    ...(index >= 46 ? { status: 3 } : {}),
  })),
  offer: { statistics: { ...INFORMATICS.statistics, applied: 98, budgetApplied: 71 } },
}

/** More compete for the first quota than it has places. */
const OVERFLOW = {
  list: applications([62, 190_000, 1], [10, 185_000, 2], [12, 188_000, 1], [90, 150_000, 1]).map(
    (one, index) => (index >= 72 && index < 84 ? { ...one, quota: 'Q1' as const } : one),
  ),
}

const FEWER = { ukr: 180, math: 190, hist: 170 }
const LOW = { list: applications([80, 190_000, 1], [60, 185_000, 2]) }

function cutOff(minEnrolledBudget: number): Partial<OfferDetails> {
  return { lastYear: { year: 2024, minEnrolledBudget, minEnrolledContract: null, generated: false } }
}

/** Titles and what they show. */
const VARIANTS: readonly [string, Variant][] = [
  ['Without grades', { grades: null }],
  ['With grades: a high chance', {}],
  ['Not all who have applied are ranked', APART],
  ['A medium chance', { list: applications([62, 190_000, 1], [10, 185_000, 2], [90, 150_000, 1]) }],
  ['A medium chance, with rivals who may miss their quota', OVERFLOW],
  ['A low chance', LOW],
  [
    'A low chance that hangs on other priorities alone',
    { list: applications([60, 190_000, 1], [200, 185_000, 2]) },
  ],
  ['An elective of less weight', { grades: { ...FEWER, foreign: 185 } }],
  ['A low chance, so many places', { ...LOW, offer: { kind: 'fixed', ...inPlaces({ fixedBudget: 85 }) } }],
  ['A very low chance', BEHIND],
  ['A very low chance, a former year', { ...BEHIND, at: '2026-07-24T07:00:00Z' }],
  [
    'A very low chance without history',
    { ...BEHIND, offer: { lastYear: null, ...inPlaces({ licenceVolume: 85 }) } },
  ],
  ['ГК matters: both scores', GK],
  ['ГК matters: the score of one’s own priority', { ...GK, preferences: { priority: 'first', quota: null } }],
  [
    'ГК matters, and a score without it is too low',
    { ...GK, offer: { minScore: { budget: 175_000, contract: null } } },
  ],
  [
    'ГК matters: a very low chance without it',
    { ...GK, list: applications([12, 190_000, 1], [20, 175_000, 1]) },
  ],
  ['ГК matters: below the cut-off without it', { ...GK, offer: cutOff(175_000) }],
  ['ГК matters: below the cut-off with it, too', { ...GK, offer: cutOff(178_000) }],
  ['Below the cut-off of last year', { grades: { ukr: 180, math: 165, hist: 175, phys: 160 } }],
  ['ГК matters: a low chance without it', { ...GK, list: applications([12, 190_000, 1], [20, 175_000, 2]) }],
  ['ГК matters: the score of a later priority', { ...GK, preferences: { priority: 'later', quota: null } }],
  ['With the other quota', { preferences: { priority: null, quota: 'Q2' } }],
  [
    'With the first quota, that has no places',
    { offer: inPlaces({ quota1: 0 }), preferences: { priority: null, quota: 'Q1' } },
  ],
  [
    'So many places, none of them by quota',
    { offer: { kind: 'fixed', form: 'part-time', ...inPlaces({ fixedBudget: 90, quota1: 0, quota2: 0 }) } },
  ],
  ['With a quota', { preferences: { priority: null, quota: 'Q1' } }],
  [
    'With a quota that has no places here',
    { offer: inPlaces({ quota2: 0 }), preferences: { priority: null, quota: 'Q2' } },
  ],
  ['Below the minimum for a state-funded place', { grades: { ukr: 110, math: 140, hist: 120, phys: 135 } }],
  ['Below the minimum of everything', { offer: LAW, grades: WEAK_GRADES }],
  ['A subject not passed', { grades: { ...GRADES, math: 0 } }],
  ['A grade below the minimum of a subject', { grades: { ...GRADES, math: 130 } }],
  ['A subject is missing', { grades: { ukr: 180, hist: 170, phys: 185 } }],
  ['The elective is missing', { grades: { ukr: 180, math: 190, hist: 170 } }],
  ['Results that are too old', { offer: { year: 2026 }, nmtYear: 2022, grades: GRADES }],
  ['A creative competition', { offer: { creative: { k: '0.5', minGrade: null } as never } }],
  ['No coefficients in the database', { offer: { weights: {} } }],
  [
    'The highest score there is',
    { grades: { ukr: 200, math: 200, hist: 200, phys: 200 }, offer: { rk: '1.07' } },
  ],
  [
    'Tuition-paid only, places unknown',
    { offer: { ...CONTRACT_ONLY, ...inPlaces({ maxBudget: 0, licenceVolume: null }), price: 45_000 } },
  ],
  ['Tuition-paid only', { offer: { ...CONTRACT_ONLY, price: 45_000 } }],
  [
    'Places not announced',
    { offer: { ...inPlaces({ maxBudget: null, licenceVolume: null }), price: 45_000 } },
  ],
  [
    'A fixed number of places, another form',
    { offer: { kind: 'fixed', form: 'evening', ...inPlaces({ fixedBudget: 40 }) } },
  ],
  [
    'No applications yet',
    { list: [], offer: { statistics: { ...INFORMATICS.statistics, applied: 0, budgetApplied: 0 } } },
  ],
  [
    'No applications yet, without grades',
    {
      list: [],
      grades: null,
      offer: { statistics: { ...INFORMATICS.statistics, applied: 0, budgetApplied: 0 } },
    },
  ],
  ['No list of applications', { list: [] }],
  ['After the campaign', { offer: { form: 'distance' }, at: '2025-09-01T07:00:00Z' }],
  ['A former year', { at: '2026-07-24T07:00:00Z' }],
  ['Modelled numbers', { offer: { generated: { places: true, applicants: true, history: true } } }],
]

export const offerViews: Chapter = {
  heading: 'An offer',
  async play(book) {
    for (const [title, variant] of VARIANTS) await showVariant(book, title, variant)
    await showPriorities(book)
  },
}

export const offerLinks: Chapter = {
  heading: 'Links to offers',
  async play(book) {
    const scene = book.open([
      INFORMATICS,
      ANALYTICS,
      { ...variantOf(INFORMATICS, 1600001, 'Інформатика'), year: 2026 },
    ])
    await scene.showSaid(
      'Several links',
      `${linkTo(INFORMATICS)} ${linkTo(ANALYTICS)} vstup.edbo.gov.ua/offer/1999999`,
    )
    await scene.showPressed('One of them, with the way back', '2')
    await scene.showSaid('Not in the database', 'vstup.edbo.gov.ua/offer/1999999/')
    await scene.showSaid('Not in the database of that year', 'vstup.osvita.ua/y2025/r14/282/1999999/')
    await scene.showSaid('Of a year that is not counted', 'abit-poisk.org.ua/rate2023/direction/1481286')
    const sole = book.open([INFORMATICS])
    await sole.showSaid(
      'Of a year that is not counted, while one is',
      'abit-poisk.org.ua/rate2023/direction/1111111',
    )
    await scene.showSaid('Known under another year', 'abit-poisk.org.ua/rate2026/direction/1481286')
    await scene.showSaid('A list instead of an offer', 'https://vstup.osvita.ua/y2025/r14/282/')
    await scene.showSaid('A list of Abit-poisk', 'https://abit-poisk.org.ua/rate2025/univer/282')
    await scene.showSaid('A homepage instead of an offer', 'https://vstup.edbo.gov.ua/')
    await scene.showSaid('Another site', 'https://example.com/offer/1481286')
  },
}

async function showVariant(book: Book, title: string, variant: Variant): Promise<void> {
  const offer = { ...(variant.of ?? INFORMATICS), ...variant.offer }
  const scene = book.open([offer], { accountLinkUrl: SITE })
  scene.data.applicants.set(offer.offerId, variant.list ?? INFORMATICS_LIST)
  if (variant.grades !== null) giveGrades(scene, variant.grades, variant.nmtYear)
  if (variant.preferences !== undefined) scene.data.preferences.set(scene.chatId, variant.preferences)
  if (variant.at !== undefined) scene.clock.value = new Date(variant.at)
  await scene.showSaid(title, linkTo(offer))
}

async function showPriorities(book: Book): Promise<void> {
  const scene = book.open([PRIMARY_EDUCATION])
  scene.data.applicants.set(PRIMARY_EDUCATION.offerId, GK.list)
  giveGrades(scene, GK_GRADES)
  await scene.say(linkTo(PRIMARY_EDUCATION))
  await scene.showPressed('Choosing the priority from the offer', 'button-my-priority', { priority: 'first' })
  await scene.showPressed('Choosing the other one', 'button-my-priority', { priority: 'later' })
}
