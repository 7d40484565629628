import { waitFor } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { enterGrades } from '../support/enter-grades.ts'
import { usePlatform } from '../support/use-platform.ts'
import type { Message, Person } from '../support/telegram.ts'

const platform = usePlatform()

const INFORMATICS = 'https://vstup.edbo.gov.ua/offer/1481286/'
const PNG = '89504e47'

const pictures = async (student: Person): Promise<Message[]> =>
  (await student.messages()).filter(({ from, photo }) => from === 0 && photo !== undefined)

/** The first picture, once it is there. */
async function firstPicture(student: Person): Promise<Message> {
  const find = async (): Promise<Message> => {
    const [first] = await pictures(student)
    if (first === undefined) throw new Error('no picture')
    return first
  }
  return await waitFor(find, { what: 'a picture of the bot', timeoutMs: 15_000 })
}

async function bytesOf(message: Message): Promise<Buffer> {
  const answer = await fetch(platform.telegram.url + (message.photo?.url ?? ''))
  return Buffer.from(await answer.arrayBuffer())
}

/** Calls that sent a photo: those with bytes and those with an identifier. */
async function photoCalls(student: Person): Promise<Record<string, unknown>[]> {
  const calls = await platform.telegram.calls('sendPhoto')
  return calls.filter(({ chatId, ok }) => chatId === student.id && ok).map(({ payload }) => payload)
}

describe('a chart', () => {
  it('comes as a crisp picture with its words, once uploaded and then by its identifier', async () => {
    const first = await platform.telegram.person()
    await first.write(INFORMATICS)
    await first.press('Графік')
    const shown = await firstPicture(first)
    expect(shown.caption).toMatch(/^Інформатика, ЛНУ.*\nДемонстраційні дані.*\nДодай бали НМТ/)
    const bytes = await bytesOf(shown)
    expect(bytes.subarray(0, 4).toString('hex')).toBe(PNG)
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1280, 960])
    const second = await platform.telegram.person()
    await second.write(INFORMATICS)
    await second.press('Графік')
    const again = await firstPicture(second)
    expect(again.photo?.fileId).toBe(shown.photo?.fileId)
    // A file_id, where an upload would be bytes.
    const [call] = await photoCalls(second)
    expect(call?.['photo']).toMatch(/^[\w-]{20,}$/)
  })

  it('shows the student, replaces its predecessor, and leads back to the offer', async () => {
    const student = await platform.telegram.person()
    await student.write(INFORMATICS)
    await enterGrades(student)
    await student.sees('Твій бал: 183,571')
    await student.press('Графік')
    await student.sees('Твій бал 183,571 — вищий, ніж у')
    const [former] = await pictures(student)
    await student.press('Графік')
    await expect
      .poll(async () => (await pictures(student)).map(({ messageId }) => messageId), { timeout: 15_000 })
      .toEqual([expect.toSatisfy((id: number) => id !== former?.messageId)])
    await student.press('До пропозиції')
    await student.sees('Твій бал: 183,571', 'Місце в рейтингу')
    expect((await pictures(student))[0]?.inlineKeyboard ?? []).toEqual([])
  })
})
