/** A call that Telegram answers with `ok: false`. The texts are Telegram's own: bots match on them. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number } | undefined

  constructor(code: number, description: string, parameters?: Refusal['parameters']) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** 400 "Bad Request: …"; the first letter is lowered as the real server does, unless the text is a CODE_LIKE_THIS. */
export function badRequest(text: string, parameters?: Refusal['parameters']): Refusal {
  return new Refusal(400, `Bad Request: ${lowerFirst(text)}`, parameters)
}

export function forbidden(text: string): Refusal {
  return new Refusal(403, `Forbidden: ${text}`)
}

export function tooManyRequests(retryAfter: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter })
}

function lowerFirst(text: string): string {
  return /^.[_A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
