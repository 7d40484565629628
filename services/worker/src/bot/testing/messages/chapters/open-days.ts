import type { OpenDay } from '@abitly/database'
import { sampleChoices, sampleOpenDay } from '../../sample-open-days.ts'
import type { Book, Chapter, Scene } from '../chapter.ts'

const ARTS: Partial<OpenDay> = {
  universityId: 9_000_001,
  regionId: 27,
  university: { name: { uk: 'Мистецький інститут', en: 'Institute of Arts' }, short: { uk: 'МІ', en: 'IA' } },
  faculty: null,
}

export const openDays: Chapter = {
  heading: 'Open days',
  async play(book) {
    await showList(book)
    await showCards(book)
    await showMine(book)
    await showUniversity(book)
  },
}

export const openDayFilters: Chapter = {
  heading: 'Filters of open days',
  async play(book) {
    const scene = opened(book)
    await scene.showSaid('/opendayfilters', '/opendayfilters')
    await scene.showPressed('One of the filters', 'filters-field', { field: 'region' })
    await scene.showPressed('Something is chosen', book.in('Львівська область', 'Lviv region'))
    await scene.showPressed('What the filters meet', 'button-show-events', { n: '1' })
    await scene.say('/opendayfilters')
    await scene.tap('filters-field', { field: 'university' })
    await scene.showSaid('A part of a name', book.in('мистец', 'мистец'))
    await scene.showSaid('A part of no name', 'xyz')
    await scene.say('/opendayfilters')
    await scene.showPressed('Specialities', 'filters-field', { field: 'speciality' })
    scene.data.filters.set(scene.chatId, { regionIds: [27], specialityCodes: [], universityIds: [282] })
    await scene.showSaid('Filters that meet nothing', '/opendayfilters')
    await scene.showSaid('No events by the filters', '/opendays')
    await scene.showPressed('All of them instead', 'button-show-all')
    const universityIds = Array.from({ length: 8 }, (_, index) => 9_000_001 + index)
    scene.data.filters.set(scene.chatId, { regionIds: [], specialityCodes: [], universityIds })
    await scene.say('/opendayfilters')
    const [name, n] = [book.label('filters-field', { field: 'university' }), '8']
    await scene.showPressed('Much is chosen', 'button-filter-chosen', { name, n })
  },
}

function opened(book: Book): Scene {
  const scene = book.open()
  Object.assign(scene.data, sampleChoices(30))
  scene.data.openDays = [
    sampleOpenDay(1),
    sampleOpenDay(2, {
      ...ARTS,
      startsAt: null,
      endsAt: null,
      format: 'online',
      address: null,
      generated: true,
    }),
    ...[3, 4, 5, 6].map((id) => sampleOpenDay(id, { ...ARTS, date: '2025-08-13', format: 'mixed' })),
  ]
  // Friday, 25 July 2025, 12:00 in Kyiv
  scene.clock.value = new Date('2025-07-25T09:00:00Z')
  return scene
}

async function showList(book: Book): Promise<void> {
  const scene = opened(book)
  await scene.showSaid('/opendays', '/opendays')
  await scene.showPressed('The card of one', '1')
  await scene.showPressed('Going', 'button-attend')
  await scene.showPressed('The file for the calendar', 'button-calendar')
  await scene.showPressed('Not going', 'button-leave')
  scene.clock.value = new Date('2025-08-07T16:00:00Z')
  await scene.showPressed('Going, one reminder is left', 'button-attend')
  await scene.tap('button-leave')
  const settings = { openDays: false, offerChanges: true, news: true, quiet: { from: 22, until: 8 } }
  scene.data.settings.set(scene.chatId, settings)
  await scene.showPressed('Going, reminders are off', 'button-attend')
  await scene.tap('button-leave')
  scene.data.settings.clear()
  scene.clock.value = new Date('2025-08-09T06:00:00Z')
  await scene.showPressed('Going today', 'button-attend')
  scene.data.openDays = []
  await scene.showSaid('No events ahead', '/opendays')
}

async function showCards(book: Book): Promise<void> {
  const told = {
    programme: 'Лекція й екскурсія',
    audience: 'Вступники та батьки',
    contacts: 'info@lnu.example',
  }
  const cards: [string, Partial<OpenDay>][] = [
    ['A card with all there is to say', { ...told, format: 'mixed', streamUrl: 'https://lnu.example/live' }],
    [
      'Time unknown, registration closed',
      { startsAt: null, endsAt: null, registrationDeadline: new Date('2025-07-25T08:00:00Z') },
    ],
    ['An online one that is invented', { format: 'online', address: null, generated: true, endsAt: null }],
  ]
  for (const [title, change] of cards) {
    const scene = opened(book)
    scene.data.openDays = [sampleOpenDay(1, change)]
    await scene.say('/opendays')
    await scene.showPressed(title, '1')
    if (change.generated === true) await scene.showPressed('Its file for the calendar', 'button-calendar')
  }
  const invented = opened(book)
  invented.data.openDays = [sampleOpenDay(1, { generated: true })]
  await invented.showSaid('A list of invented ones', '/opendays')
}

async function showMine(book: Book): Promise<void> {
  const scene = opened(book)
  await scene.showSaid('/myopendays of who goes nowhere', '/myopendays')
  scene.data.openDays.unshift(sampleOpenDay(9, { date: '2025-07-01', startsAt: null, endsAt: null }))
  scene.data.attended.set(scene.chatId, new Set([9, 1]))
  await scene.showSaid('/myopendays', '/myopendays')
  await scene.showPressed('One that is over', '2')
}

async function showUniversity(book: Book): Promise<void> {
  const scene = opened(book)
  scene.data.openDays.push(sampleOpenDay(7, { date: '2025-08-20', startsAt: null, endsAt: null }))
  await scene.showSaid('The link of a university', '/start university_282')
  await scene.showPressed('Its events are wanted', 'button-watch')
  await scene.showPressed('They are wanted no longer', 'button-unwatch')
  await scene.showPressed('Its events', 'button-university-open-days', { n: '2' })
  scene.data.filters.set(scene.chatId, { regionIds: [27], specialityCodes: [], universityIds: [] })
  await scene.say('/start university_282')
  await scene.showPressed('Wanted, but another filter hides them', 'button-watch')
}
