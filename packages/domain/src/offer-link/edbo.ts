import { readOfferId, readYear } from './numbers.ts'
import type { Site } from './site.ts'

const HOST = /^vstup(?:20\d\d)?\.edbo\.gov\.ua$/

/** The state register: vstup.edbo.gov.ua/offer/1481286/, archives of a year at vstup2025.edbo.gov.ua. */
export const edbo: Site = {
  site: 'edbo',
  owns: (host) => HOST.test(host),
  read({ host, path: [section, id] }) {
    const offerId = readOfferId(id)
    if (section !== 'offer' || offerId === null) return null
    return { year: readYear(host.split('.')[0], 'vstup'), offerId }
  },
}
