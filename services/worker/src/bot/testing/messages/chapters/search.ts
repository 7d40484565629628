import type { OfferDetails } from '@abitly/database'
import { INFORMATICS } from '../../sample-offers.ts'
import type { Chapter } from '../chapter.ts'
import { ANALYTICS, KHARKIV } from '../sample-links.ts'

const FORMS = (['evening', 'part-time', 'distance'] as const).map((form, index): OfferDetails => ({
  ...INFORMATICS,
  offerId: 1600002 + index,
  form,
}))
const PAID: OfferDetails = { ...INFORMATICS, offerId: 1600001, kind: 'nonbudget' }
const MANY = Array.from({ length: 100 }, (_, n) => ({ ...ANALYTICS, offerId: 1500000 + n }))

export const search: Chapter = {
  heading: 'Search',
  async play(book) {
    const scene = book.open([INFORMATICS, ANALYTICS, KHARKIV, PAID, ...FORMS])
    const words = book.in('Інформатика', 'Informatics')
    await scene.showSaid('Results', words)
    await scene.showPressed('One of them, with the way back', '1')
    const { data, messageId } = scene.find(book.label('button-back-to-found'))
    scene.data.searches.clear()
    await scene.showAfter('A search that is kept no longer', () => scene.pressData(data, messageId))
    await scene.showSaid('A single result', book.in('Аналітика', 'Data'))
    scene.data.offers.push(...MANY)
    await scene.showSaid('More than can be shown', book.in('Аналітика', 'Data'))
    await scene.showSaid('Nothing', book.in('квантова кулінарія', 'quantum cookery'))
  },
}
