import { isNmtYear } from '@abitly/domain'
import type { Press } from '../../use-cases/view.ts'
import { packOrigin, unpackOrigin } from './found-press.ts'
import { packOffer, unpackOffer } from './offer-key.ts'
import { packNumber, unpackNumber } from './whole-number.ts'

type Fields = readonly string[]

const KINDS = [
  'profile',
  'priorities',
  'priority',
  'offer-priority',
  'quotas',
  'quota',
  'ask-delete-grades',
  'delete-grades',
  'link-answer',
  'ask-unlink',
  'unlink',
] as const satisfies readonly Press['kind'][]

/** The presses of the profile and of links. */
export type ProfilePress = Extract<Press, { kind: (typeof KINDS)[number] }>

export function isProfilePress(press: Press): press is ProfilePress {
  return KINDS.some((kind) => kind === press.kind)
}

const MARK = /^[0-9a-f]{8}$/

/** A press of the profile as fields. */
export function packProfilePress(press: ProfilePress): string[] {
  switch (press.kind) {
    case 'profile':
      return []
    case 'priorities':
      return ['ps']
    case 'priority':
      return ['p', packPriority(press.priority)]
    case 'offer-priority':
      return ['o', packPriority(press.priority), packOffer(press.offer), packOrigin(press.list)]
    case 'quotas':
      return ['qs']
    case 'quota':
      return ['q', press.quota]
    case 'ask-delete-grades':
      return ['gs', String(press.nmtYear)]
    case 'delete-grades':
      return ['g', String(press.nmtYear)]
    case 'link-answer':
      return ['l', packNumber(press.revision), press.confirmed ? 'y' : 'n']
    case 'ask-unlink':
      return ['us']
    case 'unlink':
      return ['u', press.mark]
  }
}

/** The press back; null for anything we have not packed. */
export function unpackProfilePress([code, ...fields]: Fields): ProfilePress | null {
  switch (code) {
    case undefined:
      return { kind: 'profile' }
    case 'ps':
      return { kind: 'priorities' }
    case 'p':
      return readPriority(fields)
    case 'o':
      return readOfferPriority(fields)
    case 'qs':
      return { kind: 'quotas' }
    case 'q':
      return readQuota(fields)
    case 'gs':
      return readYear('ask-delete-grades', fields)
    case 'g':
      return readYear('delete-grades', fields)
    case 'l':
      return readAnswer(fields)
    case 'us':
      return { kind: 'ask-unlink' }
    case 'u':
      return readUnlink(fields)
    default:
      return null
  }
}

/** One sign: five offers must find room beside it. */
function packPriority(priority: 'first' | 'later' | null): string {
  return priority === null ? '-' : priority.charAt(0)
}

function unpackPriority(packed: string | undefined): 'first' | 'later' | null {
  if (packed === 'f') return 'first'
  return packed === 'l' ? 'later' : null
}

function readPriority([packed]: Fields): ProfilePress | null {
  const priority = unpackPriority(packed)
  return priority === null && packed !== '-' ? null : { kind: 'priority', priority }
}

function readOfferPriority([packed, key, others]: Fields): ProfilePress | null {
  const priority = unpackPriority(packed)
  const offer = unpackOffer(key)
  const list = unpackOrigin(others)
  if (priority === null || offer === null || list === null) return null
  return { kind: 'offer-priority', priority, offer, list }
}

function readQuota([quota]: Fields): ProfilePress | null {
  return quota === 'none' || quota === 'Q1' || quota === 'Q2' ? { kind: 'quota', quota } : null
}

function readYear(kind: 'ask-delete-grades' | 'delete-grades', [year]: Fields): ProfilePress | null {
  const nmtYear = Number(year)
  return isNmtYear(nmtYear) ? { kind, nmtYear } : null
}

function readAnswer([packed, answer]: Fields): ProfilePress | null {
  const revision = unpackNumber(packed)
  if (revision === null || (answer !== 'y' && answer !== 'n')) return null
  return { kind: 'link-answer', revision, confirmed: answer === 'y' }
}

function readUnlink([mark]: Fields): ProfilePress | null {
  return mark !== undefined && MARK.test(mark) ? { kind: 'unlink', mark } : null
}
