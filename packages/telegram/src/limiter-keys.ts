const PREFIX = '{abitly}:lim'

/** Where the send budget lives in Redis; the braces keep it in one slot of a cluster. Times are microseconds. */
export const limiterKey = {
  /** ZSET: the last grant times of a lane, future ones too. */
  window: (lane: 'reply' | 'bulk') => `${PREFIX}:g:${lane}`,
  /** Next free time of a chat. */
  chat: (chat: bigint | number | null) => `${PREFIX}:c:${chat ?? ''}`,
  /** Next free time of bulk. */
  bulk: `${PREFIX}:b`,
  /** Ends of the pauses that Telegram asked for. */
  pauseAll: `${PREFIX}:p`,
  pauseBulk: `${PREFIX}:pb`,
  pauseChat: (chat: bigint | number | null) => `${PREFIX}:pc:${chat ?? ''}`,
  /** ZSET: chats refused lately. */
  refused: `${PREFIX}:refused`,
  /** Since when this Redis counts: without it, it came back empty. Never expires. */
  birth: `${PREFIX}:birth`,
  /** Telegram refuses the token with this fingerprint. Never expires. */
  revoked: (fingerprint: string) => `${PREFIX}:revoked:${fingerprint}`,
} as const
