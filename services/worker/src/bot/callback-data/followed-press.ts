import type { Press } from '../../use-cases/view.ts'
import { packOffer, unpackOffer } from './offer-key.ts'
import { packNumber, unpackNumber } from './whole-number.ts'

/** The presses about the offers a student follows. */
type FollowedPress = Extract<
  Press,
  {
    kind:
      | 'swap-list'
      | 'my-offers'
      | 'compare'
      | 'drop-list'
      | 'drop'
      | 'statistics'
      | 'statistics-list'
      | 'offer-statistics'
  }
>

/** One of these presses as fields; the first is its code. */
export function packFollowed(press: FollowedPress): string[] {
  switch (press.kind) {
    case 'my-offers':
      return ['mo', packNumber(press.page)]
    case 'compare':
      return ['mc', packNumber(press.page)]
    case 'drop-list':
      return ['ml', packNumber(press.page)]
    case 'drop':
      return ['md', packOffer(press.offer), packNumber(press.page)]
    case 'swap-list':
      return ['sl', packOffer(press.offer), packNumber(press.page)]
    case 'statistics':
      return ['st']
    case 'statistics-list':
      return ['sc', packNumber(press.page)]
    case 'offer-statistics':
      return ['so', packOffer(press.offer)]
  }
}

/** The press back; null for anything we have not packed. */
export function unpackFollowed(code: string, [first, second]: readonly string[]): Press | null {
  const [page, offer, pageOfOffer] = [unpackNumber(first), unpackOffer(first), unpackNumber(second)]
  switch (code) {
    case 'mo':
      return page === null ? null : { kind: 'my-offers', page }
    case 'mc':
      return page === null ? null : { kind: 'compare', page }
    case 'ml':
      return page === null ? null : { kind: 'drop-list', page }
    case 'md':
      return offer === null || pageOfOffer === null ? null : { kind: 'drop', offer, page: pageOfOffer }
    case 'sl':
      return offer === null || pageOfOffer === null ? null : { kind: 'swap-list', offer, page: pageOfOffer }
    case 'st':
      return { kind: 'statistics' }
    case 'sc':
      return page === null ? null : { kind: 'statistics-list', page }
    case 'so':
      return offer === null ? null : { kind: 'offer-statistics', offer }
    default:
      return null
  }
}
