import type { Press } from '../../use-cases/view.ts'
import { packNumber, unpackNumber } from './whole-number.ts'

/** The presses about what is kept of a student. */
export type PrivacyPress = Extract<Press, { kind: (typeof KINDS)[number] }>

const KINDS = ['privacy', 'export-data', 'ask-to-erase', 'erase'] as const

export function isPrivacyPress(press: Press): press is PrivacyPress {
  return KINDS.some((kind) => kind === press.kind)
}

/** One of these presses as fields; the first is its code. */
export function packPrivacy(press: PrivacyPress): string[] {
  switch (press.kind) {
    case 'privacy':
      return ['pv']
    case 'export-data':
      return ['px']
    case 'ask-to-erase':
      return ['pa']
    case 'erase':
      return ['pe', packNumber(press.askedAt)]
  }
}

/** The press back; null for anything we have not packed. */
export function unpackPrivacy(code: string, [packed]: readonly string[]): PrivacyPress | null {
  const askedAt = unpackNumber(packed)
  switch (code) {
    case 'pv':
      return { kind: 'privacy' }
    case 'px':
      return { kind: 'export-data' }
    case 'pa':
      return { kind: 'ask-to-erase' }
    case 'pe':
      return askedAt === null ? null : { kind: 'erase', askedAt }
    default:
      return null
  }
}
