import type { OfferDetails } from '@abitly/database'
import { applications, INFORMATICS, PRIMARY_EDUCATION } from '../../sample-offers.ts'
import type { Book, Chapter } from '../chapter.ts'
import { ANALYTICS, follow, giveGrades, giveLists } from '../sample-links.ts'

const DEMANDING: OfferDetails = {
  ...ANALYTICS,
  offerId: 1471394,
  minScore: { budget: 190_000, contract: null },
}
const CONTRACT: OfferDetails = { ...ANALYTICS, offerId: 1471393, kind: 'nonbudget', lastYear: null }

export const statistics: Chapter = {
  heading: 'Statistics',
  async play(book) {
    const scene = book.open([INFORMATICS, ANALYTICS, DEMANDING, CONTRACT])
    giveLists(scene)
    await scene.showSaid('/statistics of who has nothing yet', '/statistics')
    giveGrades(scene)
    await scene.showSaid('/statistics with grades alone', '/statistics')
    await follow(scene, INFORMATICS, ANALYTICS, DEMANDING, CONTRACT)
    await scene.showSaid('/statistics', '/statistics')
    await scene.showPressed('Of which offer', 'button-by-offer')
    scene.data.figures.set(INFORMATICS.offerId, {
      ...{ admitted: 460, recommended: 90, enrolledBudget: 80, enrolledContract: 40 },
      history: [
        { year: 2024, minEnrolledBudget: 171_204, minEnrolledContract: 118_500, generated: false },
        { year: 2023, minEnrolledBudget: 168_000, minEnrolledContract: null, generated: true },
      ],
    })
    scene.data.applicants.set(
      INFORMATICS.offerId,
      applications([62, 190_000, 1], [3, 183_571, 2], [175, 150_000, 7], [100, 149_000, 0]),
    )
    await scene.showPressed('Of an offer', book.in('Інформатика, ЛНУ', 'Informatics, LNU'))
    await showNotPassed(book)
    await showContract(book)
    await showLater(book)
  },
}

async function showNotPassed(book: Book): Promise<void> {
  const many = Array.from({ length: 12 }, (_, index) => ({ ...ANALYTICS, offerId: 1500000 + index }))
  const scene = book.open(many, { limit: 20 })
  scene.data.results.set(scene.chatId, [
    { nmtYear: 2026, source: 'own', grades: { ukr: 0 } },
    { nmtYear: 2025, source: 'own', grades: { ukr: 150, math: 151, hist: 151, phys: 0 } },
  ])
  await follow(scene, ...many)
  await scene.showSaid('Subjects not passed, and more offers than are counted', '/statistics')
}

async function showContract(book: Book): Promise<void> {
  const scene = book.open([CONTRACT])
  giveGrades(scene)
  await follow(scene, CONTRACT)
  const name = book.in('Аналітика даних, ЛНУ', 'Data analytics, LNU')
  const open = async (): Promise<void> => {
    await scene.say('/statistics')
    await scene.tap('button-by-offer')
  }
  scene.data.figures.set(CONTRACT.offerId, { minScore: 104_800, avgScore: 139_400, maxScore: 194_600 })
  await open()
  await scene.showPressed('Of an offer without a list', name)
  const paid = applications([3, 150_000, 6]).map((one) => ({ ...one, funding: 'contract' as const }))
  scene.data.applicants.set(CONTRACT.offerId, paid)
  await open()
  await scene.showPressed('Of a tuition-paid one', name)
}

async function showLater(book: Book): Promise<void> {
  const scene = book.open([PRIMARY_EDUCATION])
  scene.data.applicants.set(PRIMARY_EDUCATION.offerId, applications([8, 190_000, 1], [60, 150_000, 1]))
  giveGrades(scene, { ukr: 180, math: 165, hist: 175, foreign: 172 })
  await follow(scene, PRIMARY_EDUCATION)
  await scene.showSaid('/statistics where ГК matters', '/statistics')
  await scene.tap('button-by-offer')
  await scene.showPressed(
    'Of an offer where ГК matters',
    book.in('Початкова освіта, ЛНУ', 'Primary education, LNU'),
  )
}
