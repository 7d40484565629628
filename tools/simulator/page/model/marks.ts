/** A text and what is selected in it (UTF-16 units), as a text field has it. */
export interface Selection {
  text: string
  from: number
  to: number
}

const WORD = /[\p{L}\p{N}_]/u

/**
 * Puts a mark around the selection, or takes it away where it is. Marks count at the edges of words only, so a
 * selection that ends within a word grows to its end. An empty selection stays as it is.
 */
export function toggleMark(selection: Selection, sign: string): Selection {
  const { text, from, to } = wholeWords(trimmed(selection))
  if (from === to) return selection
  const before = text.slice(0, from)
  const inner = text.slice(from, to)
  const after = text.slice(to)
  if (before.endsWith(sign) && after.startsWith(sign)) {
    return placed(before.slice(0, -sign.length), inner, after.slice(sign.length))
  }
  const isMarked = inner.length > 2 * sign.length && inner.startsWith(sign) && inner.endsWith(sign)
  if (isMarked) return placed(before, inner.slice(sign.length, -sign.length), after)
  return placed(before + sign, inner, sign + after)
}

/** Makes the selection a link. Without a selection the address itself is put in. */
export function addLink(selection: Selection, address: string): Selection {
  const { text, from, to } = trimmed(selection)
  const words = text.slice(from, to)
  if (words === '') return placed(text.slice(0, from) + address, '', text.slice(to))
  return placed(`${text.slice(0, from)}[`, words, `](${address})${text.slice(to)}`)
}

function placed(before: string, inner: string, after: string): Selection {
  return { text: before + inner + after, from: before.length, to: before.length + inner.length }
}

/** Without the spaces at both ends: marks stand close to what they mark. */
function trimmed({ text, from, to }: Selection): Selection {
  const inner = text.slice(from, to)
  const left = inner.length - inner.trimStart().length
  return left === inner.length
    ? { text, from, to: from }
    : { text, from: from + left, to: from + inner.trimEnd().length }
}

function wholeWords({ text, from, to }: Selection): Selection {
  if (from === to) return { text, from, to }
  let [start, end] = [from, to]
  while (WORD.test(text.charAt(start - 1)) && WORD.test(text.charAt(start))) start -= 1
  while (WORD.test(text.charAt(end)) && WORD.test(text.charAt(end - 1))) end += 1
  return { text, from: start, to: end }
}
