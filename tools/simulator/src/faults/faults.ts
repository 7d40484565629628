import type { Fault, FaultKind, NewFault } from '../page-api.ts'
import type { Events } from '../store/events.ts'

/** Answers instead of doing what was asked. */
const BEFORE: readonly FaultKind[] = [
  'unauthorized',
  'reset-before',
  'too-many-requests',
  'forbidden',
  'server-error',
  'html-body',
]
const DELIVERY: readonly FaultKind[] = ['duplicate-delivery', 'reordered-press', 'resent-press']

/** What the call is about. */
interface CallTarget {
  method: string
  chatId?: number
  /** A send to somebody who has been silent. */
  bulk: boolean
}

/** Misbehaviour that was asked for. */
export interface Faults {
  list(): Fault[]
  add(fault: NewFault): Fault
  remove(id: number): boolean
  clear(): void
  /** The fault that answers this call instead of its effect. Counts a hit. */
  insteadOf(call: CallTarget): Fault | undefined
  /** A fault of this kind for this call. Counts a hit. */
  take(kind: 'delay' | 'reset-after', call: CallTarget): Fault | undefined
  /** Should the next update of this chat misbehave so? Counts a hit. */
  takeForUpdate(kind: 'duplicate-delivery' | 'reordered-press' | 'resent-press', chatId?: number): boolean
}

export function createFaults(events: Events): Faults {
  const faults: Fault[] = []
  let last = 0
  const changed = (): void => events.emit(() => ({ type: 'faults', faults: structuredClone(faults) }))
  const hit = (fault: Fault | undefined): Fault | undefined => {
    if (fault === undefined) return undefined
    fault.hits += 1
    if (fault.times !== undefined && fault.hits >= fault.times) faults.splice(faults.indexOf(fault), 1)
    changed()
    return fault
  }
  return {
    list: () => faults,
    add(wanted) {
      const fault = { ...wanted, id: (last += 1), hits: 0 }
      faults.push(fault)
      changed()
      return fault
    },
    remove(id) {
      const at = faults.findIndex((fault) => fault.id === id)
      if (at !== -1) faults.splice(at, 1)
      changed()
      return at !== -1
    },
    clear() {
      faults.length = 0
      changed()
    },
    insteadOf: (call) => hit(faults.find((fault) => BEFORE.includes(fault.kind) && concerns(fault, call))),
    take: (kind, call) => hit(faults.find((fault) => fault.kind === kind && concerns(fault, call))),
    takeForUpdate: (kind, chatId) =>
      hit(faults.find((fault) => fault.kind === kind && (fault.chatId ?? chatId) === chatId)) !== undefined,
  }
}

function concerns(fault: Fault, call: CallTarget): boolean {
  if (DELIVERY.includes(fault.kind)) return false
  if (fault.method !== undefined && fault.method.toLowerCase() !== call.method.toLowerCase()) return false
  if (fault.bulk === true && !call.bulk) return false
  // Only a call about a chat can hear that the chat is blocked.
  if (fault.kind === 'forbidden' && call.chatId === undefined) return false
  return fault.chatId === undefined || fault.chatId === call.chatId
}
