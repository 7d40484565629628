import type { Entity, FormattedText } from '../store/model.ts'
import { checkLink, mentionedUser } from './link.ts'
import { TextError, byteOffset } from './parse-error.ts'

type Kind =
  'Bold' | 'Italic' | 'Underline' | 'Strikethrough' | 'Spoiler' | 'Code' | 'Pre' | 'TextUrl' | 'BlockQuote'

interface Open {
  kind: Kind
  /** UTF-16 offset in the result. */
  offset: number
  /** Index in the source, for error texts. */
  begin: number
  language?: string
}

const RESERVED = new Set('_*[]()~`>#+-=|{}.!\n')
const CLOSING: Readonly<Record<Exclude<Kind, 'BlockQuote'>, string>> = {
  Bold: '*',
  Italic: '_',
  Underline: '__',
  Strikethrough: '~',
  Spoiler: '||',
  Code: '`',
  Pre: '```',
  TextUrl: ']',
}
const ENTITY_TYPE: Readonly<Record<Kind, string>> = {
  Bold: 'bold',
  Italic: 'italic',
  Underline: 'underline',
  Strikethrough: 'strikethrough',
  Spoiler: 'spoiler',
  Code: 'code',
  Pre: 'pre',
  TextUrl: 'text_link',
  BlockQuote: 'blockquote',
}

/** Parses `parse_mode: MarkdownV2`: everything but custom emoji and dates. */
export function parseMarkdownV2(source: string): FormattedText {
  return new Parser(source).run()
}

class Parser {
  private readonly source: string
  private at = 0
  private text = ''
  private readonly open: Open[] = []
  private readonly entities: Entity[] = []
  private lineStart = true

  constructor(source: string) {
    this.source = source
  }

  run(): FormattedText {
    while (this.at < this.source.length) this.step()
    this.endQuote()
    const last = this.open.at(-1)
    if (last !== undefined) throw this.unfinished(last)
    return { text: this.text, entities: this.entities }
  }

  private step(): void {
    const char = this.source.charAt(this.at)
    const next = this.source.charAt(this.at + 1)
    const inCode = this.top()?.kind === 'Code' || this.top()?.kind === 'Pre'
    if (char === '\\' && next !== '' && next.charCodeAt(0) <= 126) this.write(next, 2)
    else if (inCode ? char !== '`' : !RESERVED.has(char)) this.write(char, 1)
    else if (char === '\n') this.newLine()
    else if (this.endsTop()) this.closeTop()
    else this.begin(char, next)
  }

  private write(char: string, consumed: number): void {
    this.text += char
    this.at += consumed
    if (char !== '\r') this.lineStart = char === '\n'
  }

  private newLine(): void {
    if (this.source[this.at + 1] !== '>') this.endQuote()
    this.write('\n', 1)
  }

  private top(): Open | undefined {
    return this.open.at(-1)
  }

  private endsTop(): boolean {
    const top = this.top()
    if (top === undefined || top.kind === 'BlockQuote') return false
    if (top.kind === 'Italic' && this.source.startsWith('__', this.at)) return false
    return this.source.startsWith(CLOSING[top.kind], this.at)
  }

  private begin(char: string, next: string): void {
    const kind = this.kindAt(char, next)
    if (kind === undefined) {
      throw new TextError(`Character '${char}' is reserved and must be escaped with the preceding '\\'`)
    }
    const goesOn = kind === 'BlockQuote' && this.open.some((entity) => entity.kind === 'BlockQuote')
    if (goesOn) this.at += 1
    else if (kind === 'Pre') this.beginPre()
    else this.push(kind, kind === 'BlockQuote' ? 1 : CLOSING[kind].length)
  }

  private kindAt(char: string, next: string): Kind | undefined {
    if (char === '_') return next === '_' ? 'Underline' : 'Italic'
    if (char === '*') return 'Bold'
    if (char === '~') return 'Strikethrough'
    if (char === '|') return next === '|' ? 'Spoiler' : undefined
    if (char === '[') return 'TextUrl'
    if (char === '`') return this.source.startsWith('```', this.at) ? 'Pre' : 'Code'
    return char === '>' && this.lineStart ? 'BlockQuote' : undefined
  }

  private push(kind: Kind, consumed: number): void {
    this.open.push({ kind, offset: this.text.length, begin: this.at })
    this.at += consumed
  }

  private beginPre(): void {
    const begin = this.at
    this.at += 3
    const language = /^[^\s`]+(?=\s)/.exec(this.source.slice(this.at))?.[0]
    if (language !== undefined) this.at += language.length
    this.at += /^(?:\r\n|\n\r|\n|\r)?/.exec(this.source.slice(this.at))?.[0].length ?? 0
    this.open.push({
      kind: 'Pre',
      offset: this.text.length,
      begin,
      ...(language === undefined ? {} : { language }),
    })
  }

  private closeTop(): void {
    const top = this.open.pop()
    if (top === undefined || top.kind === 'BlockQuote') return
    this.at += CLOSING[top.kind].length
    if (top.kind === 'TextUrl') this.closeLink(top)
    else this.add(top, top.language === undefined ? {} : { language: top.language })
  }

  private closeLink(top: Open): void {
    let url = this.text.slice(top.offset)
    if (this.source[this.at] === '(') {
      const begin = this.at + 1
      const target = /^(?:\\[\n\r\t -~]|[^)\\]|\\(?![\n\r\t -~]))*(?=\))/.exec(this.source.slice(begin))?.[0]
      if (target === undefined) {
        throw new TextError(`Can't find end of a URL at byte offset ${byteOffset(this.source, begin)}`)
      }
      url = target.replace(/\\([\n\r\t -~])/g, '$1')
      this.at = begin + target.length + 1
    }
    const userId = mentionedUser(url)
    const checked = checkLink(url)
    if (userId !== undefined) this.add(top, { type: 'text_mention', user: { id: userId } })
    else if ('url' in checked) this.add(top, { url: checked.url })
  }

  private add(top: Open, extra: Partial<Entity>): void {
    const length = this.text.length - top.offset
    if (length > 0) this.entities.push({ type: ENTITY_TYPE[top.kind], offset: top.offset, length, ...extra })
  }

  /** A quotation ends with its last line; an empty spoiler mark `||` there makes it expandable. */
  private endQuote(): void {
    if (!this.open.some((entity) => entity.kind === 'BlockQuote')) return
    const mark = this.top()
    const expandable = mark?.kind === 'Spoiler' && mark.begin === this.at - 2
    if (expandable) this.open.pop()
    const quote = this.top()
    if (quote === undefined) return
    if (quote.kind !== 'BlockQuote') throw this.unfinished(quote)
    this.open.pop()
    this.add(quote, expandable ? { type: 'expandable_blockquote' } : {})
  }

  private unfinished(entity: Open): TextError {
    const kind = entity.kind === 'Pre' && entity.language !== undefined ? 'PreCode' : entity.kind
    return new TextError(
      `Can't find end of ${kind} entity at byte offset ${byteOffset(this.source, entity.begin)}`,
    )
  }
}
