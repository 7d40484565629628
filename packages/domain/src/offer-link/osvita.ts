import { readOfferId, readYear } from './numbers.ts'
import type { Site } from './site.ts'

/** vstup.osvita.ua/y2025/r14/282/1481286/: year (not in old links), the site's region, institution, offer. */
export const osvita: Site = {
  site: 'osvita',
  owns: (host) => host === 'vstup.osvita.ua',
  read({ path }) {
    const year = readYear(path[0], 'y')
    const [region, institution, id] = year === null ? path : path.slice(1)
    const offerId = readOfferId(id)
    const inInstitution = /^r\d{1,3}$/.test(region ?? '') && /^\d{1,9}$/.test(institution ?? '')
    return inInstitution && offerId !== null ? { year, offerId } : null
  },
}
