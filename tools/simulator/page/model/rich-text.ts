import type { SimEntity } from '../page-api.ts'

/** A piece of plain text. */
export interface RichText {
  kind: 'text'
  text: string
}

/** A formatted piece: what it is, what it holds, and the raw text under it. */
export interface RichElement {
  kind: RichKind
  children: RichNode[]
  /** The unformatted text of the whole piece: what a tap copies or opens. */
  value: string
  /** Target of a link, scheme included. */
  url?: string
  /** Language of a code block. */
  language?: string
}

export type RichNode = RichText | RichElement

const KINDS = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'pre',
  'blockquote',
  'expandable_blockquote',
  'text_link',
  'url',
  'email',
  'mention',
  'bot_command',
  'hashtag',
] as const

export type RichKind = (typeof KINDS)[number]

interface Span {
  kind: RichKind
  from: number
  to: number
  url?: string
  language?: string
}

const BLOCKS: ReadonlySet<RichKind> = new Set(['pre', 'blockquote', 'expandable_blockquote'])

/** Does this kind stand on lines of its own? */
export function isBlock(node: RichNode | undefined): node is RichElement {
  return node !== undefined && node.kind !== 'text' && BLOCKS.has(node.kind)
}

/**
 * Turns text and Bot API entities (offsets in UTF-16 units) into a tree that a view can build nodes from.
 * Entities may nest and overlap; unknown kinds and ranges outside the text are left out.
 */
export function richTree(text: string, entities: readonly SimEntity[]): RichNode[] {
  const spans = entities.flatMap((entity) => toSpan(entity, text.length)).sort(outermostFirst)
  return buildRange(text, spans, 0, text.length)
}

function toSpan(entity: SimEntity, length: number): Span[] {
  const kind = KINDS.find((known) => known === entity.type)
  const from = Math.max(0, entity.offset)
  const to = Math.min(length, entity.offset + entity.length)
  if (kind === undefined || from >= to) return []
  return [
    {
      kind,
      from,
      to,
      ...(entity.url === undefined ? {} : { url: entity.url }),
      ...(entity.language === undefined ? {} : { language: entity.language }),
    },
  ]
}

function outermostFirst(a: Span, b: Span): number {
  return a.from - b.from || b.to - a.to || Number(BLOCKS.has(b.kind)) - Number(BLOCKS.has(a.kind))
}

function buildRange(text: string, spans: readonly Span[], from: number, to: number): RichNode[] {
  const nodes: RichNode[] = []
  let rest = [...spans]
  let at = from
  for (let span = rest.shift(); span !== undefined; span = rest.shift()) {
    pushText(nodes, text.slice(at, span.from))
    const { inside, after } = split(rest, span.to)
    nodes.push(element(text, span, inside))
    rest = after
    at = span.to
  }
  pushText(nodes, text.slice(at, to))
  return trimAroundBlocks(nodes)
}

/** Spans that begin before `end` belong inside; what sticks out of the end is cut off and goes after. */
function split(spans: readonly Span[], end: number): { inside: Span[]; after: Span[] } {
  const inside = spans
    .filter((span) => span.from < end)
    .map((span) => ({ ...span, to: Math.min(span.to, end) }))
  const after = spans.flatMap((span) => {
    if (span.from >= end) return [span]
    return span.to > end ? [{ ...span, from: end }] : []
  })
  return { inside, after: after.sort(outermostFirst) }
}

function element(text: string, span: Span, inside: readonly Span[]): RichElement {
  const value = text.slice(span.from, span.to)
  const url = linkTarget(span, value)
  return {
    kind: span.kind,
    children: buildRange(text, inside, span.from, span.to),
    value,
    ...(url === undefined ? {} : { url }),
    ...(span.language === undefined ? {} : { language: span.language }),
  }
}

function linkTarget(span: Span, value: string): string | undefined {
  if (span.kind === 'text_link') return span.url
  if (span.kind === 'email') return `mailto:${value}`
  if (span.kind === 'mention') return `https://t.me/${value.slice(1)}`
  if (span.kind !== 'url') return undefined
  return /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`
}

function pushText(nodes: RichNode[], text: string): void {
  if (text !== '') nodes.push({ kind: 'text', text })
}

/** A block breaks the line by itself, so the line break beside it is not shown a second time. */
function trimAroundBlocks(nodes: readonly RichNode[]): RichNode[] {
  return nodes.flatMap((node, index): RichNode[] => {
    if (node.kind !== 'text') return [node]
    let text = node.text
    if (isBlock(nodes[index - 1])) text = text.replace(/^\n/, '')
    if (isBlock(nodes[index + 1])) text = text.replace(/\n$/, '')
    return text === '' ? [] : [{ kind: 'text', text }]
  })
}
