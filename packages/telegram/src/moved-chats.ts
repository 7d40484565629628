import { holdsStream } from './file-upload.ts'
import { chatOf } from './methods.ts'
import type { Call } from './send-outcome.ts'

/** What is known of groups that became supergroups and so have a new id. */
export interface MovedChats {
  /** Where this chat is now; itself when nothing else is known. */
  current(chatId: bigint): Promise<bigint>
  /** Remembers a move. */
  moved(from: bigint, to: bigint): Promise<void>
}

/** Sends to where groups are now. One that moves at this very call is followed once, with a slot of its own. */
export function followMovedChats(call: Call, chats: MovedChats): Call {
  return async (method, payload, options = {}) => {
    const group = groupOf(payload)
    if (group === null) return await call(method, payload, options)
    const known = await chats.current(group)
    const outcome = await call(method, sendTo(known, payload), options)
    if (outcome.kind !== 'migrated') return outcome
    const moved = BigInt(outcome.chatId)
    await chats.moved(known, moved)
    if (holdsStream(payload)) return { kind: 'unreachable', reason: 'the group moved: make the file again' }
    // The claim has been made: it is not asked for twice.
    const again = await call(method, sendTo(moved, payload))
    if (again.kind !== 'later' || options.claim === undefined) return again
    return { kind: 'unreachable', reason: 'the group moved, and its new id has no place now' }
  }
}

function groupOf(payload: Readonly<Record<string, unknown>>): bigint | null {
  const chat = chatOf(payload)
  return chat !== null && chat < 0 ? BigInt(chat) : null
}

/** Ids of chats have at most 52 bits, so a number holds them. */
function sendTo(chat: bigint, payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...payload, chat_id: Number(chat) }
}
