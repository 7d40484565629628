import { beforeEach, describe, expect, it } from 'vitest'
import type { OfferDetails } from '@abitly/database'
import { checkLimits } from '../testing/check-limits.ts'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { GRADES, INFORMATICS, variantOf } from '../testing/sample-offers.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat, TestChatOptions } from '../testing/test-chat.ts'

const ANALYTICS = variantOf(INFORMATICS, 1471392, 'Аналітика даних')
const MANY = Array.from({ length: 14 }, (_, n) => variantOf(INFORMATICS, 1500000 + n, `Програма ${n + 1}`))

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']

function open(offers: OfferDetails[], options: Partial<TestChatOptions> = {}): void {
  const fake = fakeRepositories(offers)
  data = fake.data
  chat = testChat({ repos: fake.repos, ...options })
}

beforeEach(() => open([INFORMATICS, ANALYTICS]))

describe('a text that is no link', () => {
  it('finds offers, to the character', async () => {
    await chat.say('лну')
    expect(chat.last()).toBe(
      '🔍 <b>лну</b>\n2 пропозиції 2025 року\n\n' +
        '<b>1. Інформатика</b>\nЛНУ · F3\n\n<b>2. Аналітика даних</b>\nЛНУ · F3',
    )
    expect(chat.lastButtons()).toEqual(['1 | 2', '‹ Меню'])
    chat.replies.forEach(checkLimits)
  })

  it('says the same in English', async () => {
    open([INFORMATICS], { languageCode: 'en' })
    await chat.say('Informatics')
    expect(chat.last()).toBe('🔍 <b>Informatics</b>\n1 offer of 2025\n\n<b>1. Informatics</b>\nLNU · F3')
    expect(chat.lastButtons()).toEqual(['Open', '‹ Menu'])
  })

  it('is shown as it was typed, and as nothing else', async () => {
    open([variantOf(INFORMATICS, 1, 'a <b>& z')])
    await chat.say('<b>&')
    expect(chat.last()).toContain('🔍 <b>&lt;b&gt;&amp;</b>\n')
    expect(chat.last()).toContain('<b>1. a &lt;b&gt;&amp; z</b>')
    chat.replies.forEach(checkLimits)
  })

  it('tells the form, what is only for a fee, and the numbers of offers that are else alike', async () => {
    const evening = { ...variantOf(INFORMATICS, 2, 'Інформатика'), form: 'evening' as const }
    const paid = { ...variantOf(INFORMATICS, 3, 'Інформатика'), kind: 'nonbudget' as const }
    open([INFORMATICS, variantOf(INFORMATICS, 1, 'Інформатика'), evening, paid])
    await chat.say('інформатика')
    expect(chat.last().match(/^ЛНУ.*$/gm)).toEqual([
      'ЛНУ · F3 · № 1481286',
      'ЛНУ · F3 · № 1',
      'ЛНУ · F3 · вечірня',
      'ЛНУ · F3 · контракт',
    ])
  })

  it.each(['1481286', '№ 1481286', 'No. 1481286'])('opens the offer whose number it is: %j', async (text) => {
    await chat.say(text)
    expect(chat.last()).toContain('<b>Інформатика</b>')
    expect(chat.lastButtons()[0]).toBe('Додати бали НМТ')
    expect(data.searches.size).toBe(0)
  })

  it('is a search when nothing has that number', async () => {
    open([variantOf(INFORMATICS, 1, 'Програма 1481287')])
    await chat.say('1481287')
    expect(chat.last()).toContain('🔍 <b>1481287</b>')
    await chat.say('1481288')
    expect(chat.last()).toContain('За цими словами нічого немає')
  })

  it('is an answer where a dialogue asks for one', async () => {
    await chat.say('vstup.edbo.gov.ua/offer/1481286')
    await chat.press('Додати бали НМТ')
    await chat.press('2025')
    await chat.press('Фізика')
    await chat.say('лну')
    expect(chat.last()).toContain('Не бачу числа')
    expect(data.searches.size).toBe(0)
  })

  it('that finds nothing leaves the last search as it is', async () => {
    await chat.say('лну')
    await chat.say('щезник')
    expect(chat.last()).toContain('За цими словами нічого немає')
    expect(data.searches.get(chat.chatId)).toEqual({ text: 'лну', revision: 1 })
  })

  it('says where it stops counting', async () => {
    open(Array.from({ length: 97 }, (_, n) => variantOf(INFORMATICS, 1500000 + n, `Програма ${n}`)))
    await chat.say('програма')
    expect(chat.last()).toContain('Понад 96 пропозицій 2025 року')
    expect(chat.last()).toContain('Щоб звузити пошук')
    expect(chat.lastButtons()[1]).toBe('‹ | 1 з 16 | ›')
    chat.replies.forEach(checkLimits)
  })
})

describe('the results', () => {
  it('turn in place, open an offer, and are there again on the way back', async () => {
    open(MANY)
    data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: GRADES }])
    await chat.say('програма')
    expect(chat.lastButtons()).toEqual(['1 | 2 | 3 | 4 | 5 | 6', '‹ | 1 з 3 | ›', '‹ Меню'])
    const [turned] = await chat.press('›')
    expect(turned?.method).toBe('editMessageText')
    expect(chat.last()).toContain('<b>7. Програма 7</b>')
    const [opened] = await chat.press('8')
    expect(opened?.method).toBe('editMessageText')
    expect(chat.last()).toContain('<b>Програма 8</b>')
    expect(chat.last()).toContain('Твій бал')
    await chat.press('Стежити')
    expect(chat.lastButtons().at(-1)).toBe('‹ Результати')
    await chat.press('‹ Результати')
    expect(chat.lastButtons()[1]).toBe('‹ | 2 з 3 | ›')
    await chat.press('‹')
    await chat.press('‹')
    expect(chat.last()).toContain('<b>14. Програма 14</b>')
    expect(chat.messages.size).toBe(1)
    chat.replies.forEach(checkLimits)
  })

  it('lead back from an offer without grades, too', async () => {
    await chat.say('лну')
    await chat.press('1')
    expect(chat.lastButtons().at(-1)).toBe('На сайті | ‹ Результати')
  })

  it('of an earlier text give way to those of the last one, and say so', async () => {
    open([...MANY, ANALYTICS])
    await chat.say('програма')
    const { data: old, messageId } = chat.find('›')
    await chat.say('аналітика')
    await chat.pressData(old, messageId)
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(chat.last()).toContain('🔍 <b>аналітика</b>')
    expect(chat.messages.get(messageId)?.text).not.toContain('рограма')
  })

  it('survive a list that has become shorter, empty, or is kept no longer', async () => {
    open(MANY)
    await chat.say('програма')
    await chat.press('‹')
    const { data: last, messageId } = chat.find('3 з 3')
    data.offers.splice(2)
    await chat.press('‹')
    expect(chat.last()).toContain('2 пропозиції')
    data.offers.splice(0)
    await chat.pressData(last, messageId)
    expect(chat.last()).toContain('За цими словами нічого немає')
    data.searches.clear()
    await chat.pressData(last, messageId)
    expect(chat.last()).toContain('Цього пошуку вже не пам’ятаю')
    expect(chat.lastButtons()).toEqual(['‹ Меню'])
  })
})
