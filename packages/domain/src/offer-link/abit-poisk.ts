import { readOfferId, readYear } from './numbers.ts'
import type { Site } from './site.ts'

/** abit-poisk.org.ua/rate2025/direction/1481286, with `?page=N` for further pages of the list. */
export const abitPoisk: Site = {
  site: 'abit-poisk',
  owns: (host) => host === 'abit-poisk.org.ua',
  read({ path: [rating, section, id] }) {
    const year = readYear(rating, 'rate')
    const offerId = readOfferId(id)
    return section === 'direction' && year !== null && offerId !== null ? { year, offerId } : null
  },
}
