/** What stands in the way of a link, so that it has to be asked about. */
export type LinkConflict =
  /** This chat is linked to another account. */
  | 'chat-taken'
  /** The account is linked to another chat. */
  | 'account-taken'
  | 'both-taken'

/** How a chat and an account stand to one another. */
export interface LinkStanding {
  chatId: bigint
  /** The account the chat is linked to now. */
  chatAccount: string | null
  /** The account to link it to. */
  account: string
  /** The chat that account is linked to now. */
  accountChat: bigint | null
}

/** 'linked': they belong to one another already; 'free': nothing stands in the way. */
export type LinkState = LinkConflict | 'linked' | 'free'

/** Whether a link would take something away from somebody. */
export function isConflict(state: LinkState): state is LinkConflict {
  return state !== 'linked' && state !== 'free'
}

export function linkStanding({ chatId, chatAccount, account, accountChat }: LinkStanding): LinkState {
  if (chatAccount === account) return 'linked'
  const accountTaken = accountChat !== null && accountChat !== chatId
  if (chatAccount !== null) return accountTaken ? 'both-taken' : 'chat-taken'
  return accountTaken ? 'account-taken' : 'free'
}

/** Whether who agreed to `asked` has agreed to `found`: things may have changed since the question. */
export function isCovered(found: LinkConflict, asked: LinkConflict): boolean {
  return asked === 'both-taken' || found === asked
}
