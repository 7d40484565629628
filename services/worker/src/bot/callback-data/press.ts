import { isNmtYear } from '@abitly/domain'
import type { Press } from '../../use-cases/view.ts'
import { packAdminPress, unpackAdminPress } from './admin-press.ts'
import { packAnswer, unpackAnswer } from './answer.ts'
import { packOffer, packOffers, unpackOffer, unpackOffers } from './offer-key.ts'
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
  const data = [VERSION, ...fieldsOf(press)].join(':')
  if (data.length > LONGEST)
    throw new RangeError(`The data of a "${press.kind}" button is longer than 64 bytes`)
  return data
}

/** The press back; null for data of another version, or of nobody's making. */
export function unpackPress(data: string): Press | null {
  const [version, code, ...fields] = data.split(':')
  return version === VERSION ? (READERS.get(code ?? '')?.(fields) ?? null) : null
}

function fieldsOf(press: Press): string[] {
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
      return ['o', packOffer(press.offer), packOffers(press.list)]
    case 'track':
      return ['t', packOffer(press.offer), packOffers(press.list)]
    case 'untrack':
      return ['u', packOffer(press.offer), packOffers(press.list)]
    case 'offer-list':
      return ['ol', packOffers(press.list)]
    case 'swap':
      return ['sw', packOffer(press.offer), packOffer(press.replaced)]
    case 'grades':
      return ['g', ...fromFields(press.from)]
    case 'add-grades':
      return ['ga', ...fromFields(press.from)]
    case 'fix-grades':
      return ['gf', String(press.nmtYear), ...fromFields(press.from)]
    case 'answer':
      return ['a', packNumber(press.revision), ...packAnswer(press.answer)]
    case 'notifications':
      return ['n', press.enabled ? '1' : '0']
    case 'admin':
      return ['A', ...packAdminPress(press.ask)]
  }
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
  ['sw', readSwap],
  ['g', (fields: Fields) => withOrigin(fields[0], (from) => ({ kind: 'grades', from }))],
  ['ga', (fields: Fields) => withOrigin(fields[0], (from) => ({ kind: 'add-grades', from }))],
  ['gf', readFix],
  ['a', readAnswer],
  ['n', readNotifications],
  ['A', readAdmin],
])

function readLanguage([language]: Fields): Press | null {
  return language === 'uk' || language === 'en' ? { kind: 'language', language } : null
}

function readOffer(kind: 'offer' | 'track' | 'untrack', [packed, others]: Fields): Press | null {
  const offer = unpackOffer(packed)
  const list = unpackOffers(others)
  return offer === null || list === null ? null : { kind, offer, list }
}

function readList([packed]: Fields): Press | null {
  const list = unpackOffers(packed)
  return list === null || list.length === 0 ? null : { kind: 'offer-list', list }
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

function readNotifications([enabled]: Fields): Press | null {
  return enabled === '0' || enabled === '1' ? { kind: 'notifications', enabled: enabled === '1' } : null
}

function readAdmin(fields: Fields): Press | null {
  const ask = unpackAdminPress(fields)
  return ask === null ? null : { kind: 'admin', ask }
}

function withOrigin(packed: string | undefined, make: (from: Origin) => Press): Press | null {
  const from = packed === undefined ? null : unpackOffer(packed)
  return packed !== undefined && from === null ? null : make(from)
}
