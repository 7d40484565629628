/** How wide the letters of a font are. */
export interface FontMetrics {
  /** Whether the font has a glyph of its own for this character. */
  has(character: string): boolean
  /** Width of a text of one line, in units of the drawing; kerning is left out. */
  width(text: string, size: number): number
}

type GlyphOf = (code: number) => number

/**
 * Reads the widths of a TrueType font: tables `head`, `hhea`, `hmtx` and `cmap` (format 4).
 * @throws RangeError when a table is missing
 */
export function readFontMetrics(file: Uint8Array): FontMetrics {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tables = readTables(view)
  const unitsPerEm = view.getUint16(tables('head') + 18)
  const advance = advances(view, tables('hmtx'), view.getUint16(tables('hhea') + 34))
  const glyphOf = readCharacterMap(view, tables('cmap'))
  const glyphs = (text: string): number[] => Array.from(text, (letter) => glyphOf(letter.codePointAt(0) ?? 0))
  return {
    has: (character) => glyphs(character).every((glyph) => glyph !== 0),
    width: (text, size) => (glyphs(text).reduce((sum, glyph) => sum + advance(glyph), 0) * size) / unitsPerEm,
  }
}

function readTables(view: DataView): (tag: string) => number {
  const offsets = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index
    const tag = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(at + byte))).join('')
    offsets.set(tag, view.getUint32(at + 8))
  }
  return (tag) => {
    const offset = offsets.get(tag)
    if (offset === undefined) throw new RangeError(`The font has no table "${tag}"`)
    return offset
  }
}

/** Glyphs beyond the list of widths are as wide as its last one. */
function advances(view: DataView, hmtx: number, count: number): (glyph: number) => number {
  return (glyph) => view.getUint16(hmtx + 4 * Math.min(glyph, count - 1))
}

function readCharacterMap(view: DataView, cmap: number): GlyphOf {
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const table = cmap + view.getUint32(cmap + 8 + 8 * index)
    if (view.getUint16(table) === 4) return segments(view, table)
  }
  throw new RangeError('The font has no character map of format 4')
}

/** Format 4: ranges of characters in order; glyph 0 stands for what the font lacks. */
function segments(view: DataView, table: number): GlyphOf {
  const doubled = view.getUint16(table + 6)
  const ends = table + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  return (code) => {
    for (let at = 0; at < doubled; at += 2) {
      if (code > view.getUint16(ends + at)) continue
      if (code < view.getUint16(starts + at)) return 0
      const delta = view.getInt16(deltas + at)
      const offset = view.getUint16(offsets + at)
      if (offset === 0) return (code + delta) & 0xffff
      const glyph = view.getUint16(offsets + at + offset + 2 * (code - view.getUint16(starts + at)))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}
