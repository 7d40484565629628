import type { LinkTokens } from '@abitly/queue'
import type { Counter } from '@abitly/runtime'

/** The same tokens, with what became of their claims counted. A crash may count one twice. */
export function countClaims(tokens: Pick<LinkTokens, 'claim'>, counter: Counter): Pick<LinkTokens, 'claim'> {
  return {
    async claim(token, updateId) {
      const claim = await tokens.claim(token, updateId)
      counter.inc({ outcome: claim.kind })
      return claim
    },
  }
}
