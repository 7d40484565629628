import { describe, expect, it } from 'vitest'
import { usePlatform } from '../support/use-platform.ts'

const platform = usePlatform()

describe('a search', () => {
  it('leads from a name to an offer and back, in one message', async () => {
    const student = await platform.telegram.person()
    await student.write('/start')
    await student.sees('або напиши назву програми чи університету')
    await student.write('компютерні науки')
    await student.sees('🔍 компютерні науки', '50 пропозицій 2025 року', '1. Комп’ютерні науки')
    await student.press('›')
    await student.sees('7. ', '12. ')
    await student.press('7')
    await student.sees('F3 Комп’ютерні науки · 2025', 'Додай бали НМТ')
    await student.press('‹ Результати')
    await student.sees('7. ')
    await student.press('‹ Меню')
    await student.sees('Меню')
    const texts = await student.botTexts()
    expect(texts).toHaveLength(2)
  })

  it.each([
    ['ЛНУ інформатика', ['1 пропозиція', '1. Інформатика', 'ЛНУ · F3'], 'Відкрити'],
    ['ЛНУ інформатка', ['1 пропозиція', '1. Інформатика', 'ЛНУ · F3'], 'Відкрити'],
    ['Ф3', ['50 пропозицій', 'КПІ · F3'], '1'],
    ['КПІ', ['2 пропозиції', 'КПІ · F3'], '1'],
  ])('understands %j', async (text, seen, button) => {
    const student = await platform.telegram.person()
    await student.write(text)
    await student.sees(...seen)
    await student.press(button)
    await student.sees('F3 Комп’ютерні науки · 2025', 'Додай бали НМТ')
  })

  it('works in English', async () => {
    const student = await platform.telegram.person('en')
    await student.write('Computer Science')
    await student.sees('Computer Science', '50 offers of 2025', '1. Computer Science')
    await student.press('1')
    await student.sees('Computer Science · 2025')
    await student.press('‹ Results')
    await student.sees('50 offers of 2025')
  })

  it('says how to go on where nothing is found, once, and shrugs the second time', async () => {
    const student = await platform.telegram.person()
    await student.write('щезник над болотом')
    await student.sees('За цими словами нічого немає')
    const { messageId } = await student.write('мавка')
    await student.write('F3')
    await student.sees('50 пропозицій')
    expect(await student.botTexts()).toHaveLength(2)
    const reactions = (await student.messages()).filter(({ reaction }) => reaction !== undefined)
    expect(reactions).toMatchObject([{ messageId, reaction: '🤷' }])
  })
})
