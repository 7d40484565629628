import { describe, expect, it } from 'vitest'
import { renderMessages } from './render-messages.ts'
import type { Shown } from './shown.ts'

const shown = (change: Partial<Shown> = {}): Shown => ({ kind: 'message', text: '', rows: [], ...change })
const entry = (title: string, ...all: Shown[]) => ({ title, shown: all })

describe('the page', () => {
  it('has a message as a block of HTML without an empty line, and its buttons row by row', () => {
    const uk = shown({ text: '<b>А</b>\n\n1. б', rows: [['В', 'Г ↗'], ['Ґ']] })
    const en = shown({ kind: 'toast', text: 'Saved', elsewhere: true })
    const page = renderMessages([{ heading: 'It is', uk: [entry('One', uk)], en: [entry('One', en)] }])
    expect(page).toContain('- [It is](#it-is)\n\n## It is\n\n### One\n\n**Українською**\n\n')
    expect(page).toContain(
      '<blockquote>\n<b>А</b><br>\n<br>\n1. б\n</blockquote>\n\n`[В]` `[Г ↗]`<br>\n`[Ґ]`\n\n',
    )
    expect(page).toMatch(/\*\*English\*\*\n\nTo the other chat:\n\n<blockquote>\n💬 Saved\n<\/blockquote>\n$/)
  })

  it('cannot be made of scenes that differ between the languages', () => {
    const chapter = { heading: 'H', uk: [entry('One')], en: [entry('Two')] }
    expect(() => renderMessages([chapter])).toThrow('"H" shows other moments in English')
  })
})
