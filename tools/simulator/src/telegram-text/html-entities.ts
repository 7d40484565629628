const NAMED: Readonly<Record<string, number>> = { lt: 0x3c, gt: 0x3e, amp: 0x26, quot: 0x22 }

interface Decoded {
  code: number
  /** Index after the reference. */
  end: number
}

/**
 * The character reference that starts at `text[at] === '&'`, if Telegram knows it: `&lt; &gt; &amp; &quot;` and
 * numeric ones. Anything else stays as it is written. The closing `;` may be missing.
 */
export function decodeReference(text: string, at: number): Decoded | undefined {
  const reference = /^&(?:#x([0-9a-f]*)|#([0-9]*)|([a-z]*));?/i.exec(text.slice(at, at + 16))
  if (reference === null) return undefined
  const [whole, hex, decimal, name] = reference
  const code = name === undefined ? numeric(hex, decimal) : NAMED[name]
  const digits = whole.replace(';', '').length
  if (code === undefined || (name === undefined && digits >= 10)) return undefined
  return { code, end: at + whole.length }
}

function numeric(hex: string | undefined, decimal: string | undefined): number | undefined {
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16)
  return code > 0 && code < 0x10ffff ? code : undefined
}

/** Text with every known reference replaced. */
export function decodeReferences(text: string): string {
  let out = ''
  for (let at = 0; at < text.length;) {
    const decoded = text[at] === '&' ? decodeReference(text, at) : undefined
    out += decoded === undefined ? text.charAt(at) : String.fromCodePoint(decoded.code)
    at = decoded?.end ?? at + 1
  }
  return out
}
