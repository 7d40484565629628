/** Escapes that JSON allows and PostgreSQL does not: NUL, and halves of surrogate pairs. */
const SUSPICIOUS = /\\u(0000|d[89a-f])/i
const NUL = /\0/g
const HALF_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** The update of a lane entry, with the characters replaced that no column could hold. */
export function parseUpdate(json: string): unknown {
  return SUSPICIOUS.test(json) ? JSON.parse(json, storable) : JSON.parse(json)
}

function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(NUL, '').replace(HALF_PAIR, '\uFFFD') : value
}
