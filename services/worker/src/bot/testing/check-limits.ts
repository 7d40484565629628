import { expect } from 'vitest'
import { letterCount } from '@abitly/text'
import type { CallReply } from '../reply.ts'

/** What Telegram would refuse, and what phones would cut, for one reply. Messages that admins wrote are theirs. */
export function checkLimits({ payload }: CallReply): void {
  const media = payload['media'] as Record<string, unknown> | undefined
  if ((media ?? payload)['parse_mode'] !== 'HTML') return
  const caption = ((media ?? payload)['caption'] as string | undefined) ?? ''
  expect(shownLength(caption)).toBeLessThanOrEqual(1024)
  expect(wellFormed(caption), caption).toBe(true)
  const text = (payload['text'] as string | undefined) ?? ''
  expect(text.length).toBeLessThanOrEqual(4096)
  expect(wellFormed(text), text).toBe(true)
  const markup = payload['reply_markup'] as { inline_keyboard: Record<string, string>[][] } | undefined
  const rows = markup?.inline_keyboard ?? []
  expect(rows.flat().length).toBeLessThanOrEqual(100)
  for (const row of rows) {
    for (const { text: label = '', callback_data: data } of row) {
      expect(label.trim()).not.toBe('')
      expect(letterCount(label.replace(/[\u2068\u2069]/g, '')), label).toBeLessThanOrEqual(
        labelRoom(row.length),
      )
      if (data !== undefined) expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    }
  }
}

/** Telegram counts a caption without its tags, an escaped sign as one. */
function shownLength(html: string): number {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt);/g, 'x').length
}

/** How many letters of a label phones show, by how many buttons share its row. */
function labelRoom(inRow: number): number {
  if (inRow === 1) return 30
  return inRow === 2 ? 15 : 9
}

/** Our own tags, nested properly; everything else escaped. */
function wellFormed(html: string): boolean {
  const open: string[] = []
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)(b|i|code|pre|blockquote)(?: expandable)?>/g)) {
    if (slash === '') open.push(tag)
    else if (open.pop() !== tag) return false
  }
  const rest = html.replace(/<\/?(?:b|i|code|pre|blockquote)(?: expandable)?>/g, '')
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt);)/.test(rest)
}
