import { isNmtYear } from '@abitly/domain'
import type { Press } from '../../use-cases/view.ts'
import { packAdminPress, unpackAdminPress } from './admin-press.ts'
import { packAnswer, unpackAnswer } from './answer.ts'
import { packNotificationPress, unpackHours, unpackNotificationKind } from './notification-press.ts'
import { packOffer, packOffers, unpackOffer, unpackOffers } from './offer-key.ts'
import { packOpenDayPress, unpackFilterAnswer, unpackPlace } from './open-day-press.ts'
import { isFoundPress, packFound, packOrigin, unpackFound, unpackOrigin } from './found-press.ts'
import { packFollowed, unpackFollowed } from './followed-press.ts'
import { isProfilePress, packProfilePress, unpackProfilePress } from './profile-press.ts'
import type { ProfilePress } from './profile-press.ts'
import { isPlanPress, packPlan, unpackPlan } from './plan-press.ts'
import type { PlanPress } from './plan-press.ts'
import { isPrivacyPress, packPrivacy, unpackPrivacy } from './privacy-press.ts'
import type { PrivacyPress } from './privacy-press.ts'
import { packNumber, unpackNumber } from './whole-number.ts'

/** Raised when the meaning of a field changes: buttons of an older version are then told apart. */
const VERSION = '1'
/** What Telegram keeps of a button, in bytes; ours are ASCII. */
const LONGEST = 64

type Fields = readonly string[]

/**
 * A press as the data of a button: `<version>:<code>:<fields>`, ids only.
 * @throws RangeError when it does not fit
 */
export function packPress(press: Press): string {
  const data = [VERSION, ...packed(press)].join(':')
  if (data.length > LONGEST)
    throw new RangeError(`The data of a "${press.kind}" button is longer than 64 bytes`)
  return data
}

/** The press back; null for data of another version, or of nobody's making. */
export function unpackPress(data: string): Press | null {
  const [version, code = '', ...fields] = data.split(':')
  if (version !== VERSION) return null
  return (
    READERS.get(code)?.(fields) ??
    unpackFollowed(code, fields) ??
    unpackPrivacy(code, fields) ??
    unpackFound(code, fields) ??
    unpackPlan(code, fields)
  )
}

function packed(press: Press): string[] {
  if (isProfilePress(press)) return ['P', ...packProfilePress(press)]
  if (isFoundPress(press)) return packFound(press)
  if (isPlanPress(press)) return packPlan(press)
  return isPrivacyPress(press) ? packPrivacy(press) : fieldsOf(press)
}

type OtherPress = Exclude<Press, ProfilePress | PrivacyPress | PlanPress | { kind: 'found' }>

function fieldsOf(press: OtherPress): string[] {
  switch (press.kind) {
    case 'menu':
      return ['m']
    case 'help':
      return ['h']
    case 'link-help':
      return ['lh']
    case 'languages':
      return ['ls']
    case 'language':
      return ['l', press.language]
    case 'example':
      return ['ex']
    case 'offer':
      return ['o', packOffer(press.offer), packOrigin(press.list)]
    case 'track':
      return ['t', packOffer(press.offer), packOrigin(press.list)]
    case 'untrack':
      return ['u', packOffer(press.offer), packOrigin(press.list)]
    case 'offer-list':
      return ['ol', packOffers(press.list)]
    case 'offer-chart':
    case 'comparison-chart':
      return packChart(press)
    case 'swap':
      return ['sw', packOffer(press.offer), packOffer(press.replaced)]
    case 'swap-list':
    case 'my-offers':
    case 'compare':
    case 'drop-list':
    case 'drop':
    case 'statistics':
    case 'statistics-list':
    case 'offer-statistics':
      return packFollowed(press)
    case 'grades':
    case 'add-grades':
    case 'fix-grades':
      return packGrades(press)
    case 'answer':
      return ['a', packNumber(press.revision), ...packAnswer(press.answer)]
    case 'open-days':
    case 'open-day':
    case 'attend':
    case 'calendar':
    case 'watch':
    case 'open-filters':
    case 'filters':
      return packOpenDayPress(press)
    case 'open-notifications':
    case 'notifications':
    case 'switch-kind':
    case 'mute':
    case 'quiet-hours':
      return packNotificationPress(press)
    case 'admin':
      return ['A', ...packAdminPress(press.ask)]
  }
}

function packChart(press: Extract<Press, { kind: 'offer-chart' | 'comparison-chart' }>): string[] {
  if (press.kind === 'comparison-chart') return [press.refresh ? 'ccr' : 'cc']
  return [press.refresh ? 'cr' : 'c', packOffer(press.offer)]
}

function packGrades(press: Extract<Press, { kind: 'grades' | 'add-grades' | 'fix-grades' }>): string[] {
  const from = fromFields(press.from)
  if (press.kind === 'fix-grades') return ['gf', String(press.nmtYear), ...from]
  return [press.kind === 'grades' ? 'g' : 'ga', ...from]
}

type Origin = Extract<Press, { kind: 'grades' }>['from']

function fromFields(from: Origin): string[] {
  return from === null ? [] : [packOffer(from)]
}

const READERS: ReadonlyMap<string, (fields: Fields) => Press | null> = new Map([
  ['m', (): Press => ({ kind: 'menu' })],
  ['h', (): Press => ({ kind: 'help' })],
  ['lh', (): Press => ({ kind: 'link-help' })],
  ['ls', (): Press => ({ kind: 'languages' })],
  ['l', readLanguage],
  ['ex', (): Press => ({ kind: 'example' })],
  ['o', (fields: Fields) => readOffer('offer', fields)],
  ['t', (fields: Fields) => readOffer('track', fields)],
  ['u', (fields: Fields) => readOffer('untrack', fields)],
  ['ol', readList],
  ['c', (fields: Fields) => readChart(fields, false)],
  ['cr', (fields: Fields) => readChart(fields, true)],
  ['cc', (): Press => ({ kind: 'comparison-chart', refresh: false })],
  ['ccr', (): Press => ({ kind: 'comparison-chart', refresh: true })],
  ['sw', readSwap],
  ['g', (fields: Fields) => withOrigin(fields[0], (from) => ({ kind: 'grades', from }))],
  ['ga', (fields: Fields) => withOrigin(fields[0], (from) => ({ kind: 'add-grades', from }))],
  ['gf', readFix],
  ['P', unpackProfilePress],
  ['a', readAnswer],
  ['od', readOpenDays],
  ['oc', (fields: Fields) => readOpenDay('open-day', fields)],
  ['oa', readAttend],
  ['oi', (fields: Fields) => readOpenDay('calendar', fields)],
  ['w', readWatch],
  ['fo', (): Press => ({ kind: 'open-filters' })],
  ['f', readFilters],
  ['no', (): Press => ({ kind: 'open-notifications' })],
  ['n', readNotifications],
  ['nk', readSwitchKind],
  ['nm', readMute],
  ['nq', readQuietHours],
  ['A', readAdmin],
])

function readLanguage([language]: Fields): Press | null {
  return language === 'uk' || language === 'en' ? { kind: 'language', language } : null
}

function readOffer(kind: 'offer' | 'track' | 'untrack', [packed, others]: Fields): Press | null {
  const offer = unpackOffer(packed)
  const list = unpackOrigin(others)
  return offer === null || list === null ? null : { kind, offer, list }
}

function readList([packed]: Fields): Press | null {
  const list = unpackOffers(packed)
  return list === null || list.length === 0 ? null : { kind: 'offer-list', list }
}

function readChart([packed]: Fields, refresh: boolean): Press | null {
  const offer = unpackOffer(packed)
  return offer === null ? null : { kind: 'offer-chart', offer, refresh }
}

function readSwap([packedNew, packedOld]: Fields): Press | null {
  const offer = unpackOffer(packedNew)
  const replaced = unpackOffer(packedOld)
  return offer === null || replaced === null ? null : { kind: 'swap', offer, replaced }
}

function readFix([year, origin]: Fields): Press | null {
  const nmtYear = Number(year)
  return isNmtYear(nmtYear) ? withOrigin(origin, (from) => ({ kind: 'fix-grades', nmtYear, from })) : null
}

function readAnswer([packed, ...fields]: Fields): Press | null {
  const answer = unpackAnswer(fields)
  const revision = unpackNumber(packed)
  return answer === null || revision === null ? null : { kind: 'answer', revision, answer }
}

function readOpenDays(fields: Fields): Press | null {
  const place = unpackPlace(fields)
  return place === undefined ? null : { kind: 'open-days', place }
}

function readOpenDay(kind: 'open-day' | 'calendar', [packed, ...fields]: Fields): Press | null {
  const openDayId = unpackNumber(packed)
  const place = unpackPlace(fields)
  return openDayId === null || place === undefined ? null : { kind, openDayId, place }
}

function readAttend([flag, ...fields]: Fields): Press | null {
  const on = unpackFlag(flag)
  const openDay = readOpenDay('open-day', fields)
  if (on === null || openDay?.kind !== 'open-day') return null
  return { kind: 'attend', openDayId: openDay.openDayId, on, place: openDay.place }
}

function readWatch([flag, packed]: Fields): Press | null {
  const on = unpackFlag(flag)
  const universityId = unpackNumber(packed)
  return on === null || universityId === null ? null : { kind: 'watch', universityId, on }
}

function readFilters([packed, ...fields]: Fields): Press | null {
  const revision = unpackNumber(packed)
  const answer = unpackFilterAnswer(fields)
  return revision === null || answer === null ? null : { kind: 'filters', revision, answer }
}

function readNotifications([flag]: Fields): Press | null {
  const enabled = unpackFlag(flag)
  return enabled === null ? null : { kind: 'notifications', enabled }
}

function readSwitchKind([flag, code]: Fields): Press | null {
  const on = unpackFlag(flag)
  const of = unpackNotificationKind(code)
  return on === null || of === null ? null : { kind: 'switch-kind', of, on }
}

function readMute([code]: Fields): Press | null {
  const of = unpackNotificationKind(code)
  return of === null ? null : { kind: 'mute', of }
}

function readQuietHours(fields: Fields): Press | null {
  const hours = unpackHours(fields)
  return hours === undefined ? null : { kind: 'quiet-hours', hours }
}

function unpackFlag(packed: string | undefined): boolean | null {
  return packed === '0' || packed === '1' ? packed === '1' : null
}

function readAdmin(fields: Fields): Press | null {
  const ask = unpackAdminPress(fields)
  return ask === null ? null : { kind: 'admin', ask }
}

function withOrigin(packed: string | undefined, make: (from: Origin) => Press): Press | null {
  const from = packed === undefined ? null : unpackOffer(packed)
  return packed !== undefined && from === null ? null : make(from)
}
