import type { OfferDetails } from '@abitly/database'
import {
  applications,
  GRADES,
  INFORMATICS,
  INFORMATICS_LIST,
  PRIMARY_EDUCATION,
  variantOf,
} from '../../sample-offers.ts'
import type { Book, Chapter, Scene } from '../chapter.ts'
import { ANALYTICS, giveGrades } from '../sample-links.ts'

const SYSTEMS: OfferDetails = {
  ...variantOf(INFORMATICS, 1471393, 'Системи'),
  programme: { uk: 'Системний аналіз', en: 'Systems analysis' },
  lastYear: { year: 2024, minEnrolledBudget: 186_730, minEnrolledContract: null, generated: false },
}
/** Nobody knows what was enough the year before. */
const NEW = { ...variantOf(ANALYTICS, 1471394, 'Нова програма'), lastYear: null }
/** With special support, and for the same grades. */
const PRIMARY = { ...PRIMARY_EDUCATION, weights: INFORMATICS.weights }
/** Nobody knows what counts there. */
const UNWEIGHTED = { ...variantOf(INFORMATICS, 1471395, 'Інша програма'), weights: {} }
const SPECIALITIES = [
  { code: 'F2', nameUk: 'Інженерія програмного забезпечення', nameEn: 'Software engineering' },
  { code: 'F3', nameUk: 'Комп’ютерні науки', nameEn: 'Computer science' },
  { code: 'F4', nameUk: 'Системний аналіз та наука про дані', nameEn: 'Systems analysis and data science' },
  { code: 'F5', nameUk: 'Кібербезпека', nameEn: 'Cybersecurity' },
  { code: 'F6', nameUk: 'Інформаційні системи і технології', nameEn: 'Information systems' },
  { code: 'F7', nameUk: 'Комп’ютерна інженерія', nameEn: 'Computer engineering' },
]

export const plan: Chapter = {
  heading: 'Admission plan',
  async play(book) {
    await showPlans(book)
    await showChanges(book)
    await showFollowing(book)
    await showWishes(book)
    await showRefusals(book)
  },
}

async function showPlans(book: Book): Promise<void> {
  await opened(book, [], false).showSaid('/plan without grades', '/plan')
  const scene = opened(book)
  await scene.showSaid('What a plan is made from', '/plan')
  const { data, messageId } = scene.find(book.label('button-make-plan'))
  await scene.showPressed('A plan', 'button-make-plan')
  await scene.showAfter('The same button once more', () => scene.pressData(data, messageId))
  await scene.showPressed('An offer of the plan', '1')
  await scene.tap('button-back-to-plan')
  const follow = scene.find(book.label('button-follow-all'))
  await scene.showPressed('Everything is followed', 'button-follow-all')
  for (let times = 2; times <= 4; times += 1) {
    await scene.tap('button-other-wishes')
    if (times < 4) await scene.tap('button-make-plan')
  }
  await scene.showPressed('No plans are left for today', 'button-make-plan')
  scene.data.offers.splice(0, 1)
  await scene.showSaid('An offer of it is gone', '/plan')
  scene.data.plans.clear()
  await scene.showAfter('The plan of another day', () => scene.pressData(follow.data, follow.messageId))
}

async function showChanges(book: Book): Promise<void> {
  const scene = opened(book, [INFORMATICS, UNWEIGHTED])
  await scene.say('/plan')
  await scene.showPressed('A single application', 'button-make-plan')
  giveGrades(scene, { ...GRADES, math: 0 })
  await scene.showSaid('Its grades are others by now', '/plan')
  scene.clock.value = new Date('2026-07-24T07:00:00Z')
  giveGrades(scene)
  scene.data.offers.push(PRIMARY, ANALYTICS, SYSTEMS)
  scene.data.wishes.set(scene.chatId, { regionIds: [], specialityCodes: ['A3', 'F3'], funding: 'budget' })
  scene.data.applicants.set(ANALYTICS.offerId, applications([120, 190_000, 1]))
  await scene.say('/plan')
  await scene.showPressed('Two wishes, after the campaign', 'button-make-plan')
}

async function showFollowing(book: Book): Promise<void> {
  const scene = opened(book, undefined, true, 2)
  await scene.say('/plan')
  await scene.tap('button-make-plan')
  const { data, messageId } = scene.find(book.label('button-follow-all'))
  await scene.showAfter('Not all of it can be followed', () => scene.pressData(data, messageId))
  await scene.showAfter('Once more', () => scene.pressData(data, messageId))
}

async function showWishes(book: Book): Promise<void> {
  const scene = opened(book)
  await scene.say('/plan')
  await scene.showPressed('Specialities', 'filters-field', { field: 'speciality' })
  for (const { code, nameUk, nameEn } of SPECIALITIES.slice(0, 5))
    await choose(scene, code, book.in(nameUk, nameEn))
  await scene.showAfter('A sixth', () => choose(scene, 'F7', ''))
  await scene.tap('button-to-wishes')
  await scene.showPressed('Regions', 'filters-field', { field: 'region' })
  await scene.tap('button-to-wishes')
  await scene.showPressed('Tuition-paid places', 'button-wish-funding', { funding: 'contract' })
  await scene.showPressed('A plan of them', 'button-make-plan')
}

async function showRefusals(book: Book): Promise<void> {
  const scene = opened(book)
  const wish = { regionIds: [], specialityCodes: ['F7'], funding: 'budget' } as const
  const makeWith = async (title: string, change: object): Promise<void> => {
    scene.data.wishes.set(scene.chatId, { ...wish, regionIds: [], specialityCodes: [], ...change })
    await scene.say('/plan')
    await scene.showPressed(title, 'button-make-plan')
  }
  await makeWith('No such speciality', { specialityCodes: ['F7'] })
  await makeWith('No such region', { regionIds: [99] })
  giveGrades(scene, { ukr: 100, math: 100, hist: 100, phys: 100 })
  await makeWith('Offers that do not admit', {})
  const unknown = { ...INFORMATICS, places: { ...INFORMATICS.places, maxBudget: null } }
  giveGrades(scene)
  scene.data.offers.splice(0, scene.data.offers.length, unknown)
  await makeWith('Places are not announced yet', {})
}

/** Presses the choice that begins with this code. */
async function choose(scene: Scene, code: string, name: string): Promise<void> {
  const label = scene
    .lastButtons()
    .flatMap((row) => row.split(' | '))
    .find((text) => text.startsWith(code))
  await scene.press(label ?? `${code} ${name}`)
}

function opened(
  book: Book,
  offers: readonly OfferDetails[] = [INFORMATICS, ANALYTICS, SYSTEMS, NEW],
  hasGrades = true,
  limit = 5,
): Scene {
  const scene = book.open([...offers], { limit })
  scene.data.applicants.set(PRIMARY.offerId, applications([5, 140_000, 1]))
  scene.data.applicants.set(INFORMATICS.offerId, INFORMATICS_LIST)
  scene.data.applicants.set(ANALYTICS.offerId, applications([5, 190_000, 1], [30, 140_000, 1]))
  scene.data.applicants.set(SYSTEMS.offerId, applications([80, 190_000, 1], [60, 185_000, 2]))
  scene.data.specialities = SPECIALITIES
  if (hasGrades) giveGrades(scene)
  return scene
}
