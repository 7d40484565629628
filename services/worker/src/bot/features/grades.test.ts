import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { GRADES, INFORMATICS, INFORMATICS_LIST, variantOf } from '../testing/sample-offers.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat } from '../testing/test-chat.ts'

const ACCOUNT = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0001'
const LINK = 'https://vstup.osvita.ua/y2025/r14/282/1481286/'
const DAY = 24 * 60 * 60 * 1000

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']

beforeEach(() => {
  const fake = fakeRepositories([INFORMATICS, variantOf(INFORMATICS, 1471392, 'Аналітика даних')])
  data = fake.data
  data.applicants.set(INFORMATICS.offerId, INFORMATICS_LIST)
  chat = testChat({ repos: fake.repos })
})

const saved = (): unknown => data.results.get(chat.chatId)?.find(({ source }) => source === 'own')?.grades
/** How many messages have buttons that answer the dialogue. */
const liveQuestions = (): number =>
  [...chat.messages.values()].filter(({ keyboard }) =>
    keyboard.flat().some((button) => 'callback_data' in button && button.callback_data.startsWith('1:a:')),
  ).length

async function askForGrades(): Promise<void> {
  await chat.say(LINK)
  await chat.press('Додати бали НМТ')
  await chat.press('2025')
  await chat.press('Фізика')
}

describe('entering grades', () => {
  it('goes from the offer through year, elective and numbers back to the offer', async () => {
    await chat.say(LINK)
    await chat.press('Додати бали НМТ')
    expect(chat.last()).toBe('<b>Бали НМТ</b>\n\nЗа який рік твої результати?')
    expect(chat.lastButtons()).toEqual(['2026 | 2025 | 2024', '2023 | 2022', 'Скасувати'])
    await chat.press('2025')
    expect(chat.last()).toBe('<b>Бали НМТ 2025</b>\n\nЯкий предмет на вибір?')
    expect(chat.lastButtons()).toEqual([
      'Укр. література | Іноземна мова',
      'Біологія | Географія',
      'Фізика | Хімія',
      '‹ Назад | Скасувати',
    ])
    await chat.press('Фізика')
    await chat.say('180')
    expect(chat.last()).toBe(
      '<b>Бали НМТ 2025</b> · 2 з 4\n\nУкраїнська мова — <b>180</b>\n➤ <b>Математика</b>\nІсторія України\nФізика\n\n' +
        'Надішли бал від 100 до 200. Можна й решту одразу: <code>190 170 185</code>',
    )
    expect(chat.lastButtons()).toEqual(['Не складено', '‹ Назад | Скасувати'])
    const replies = await chat.say('190 170 185')
    expect(replies.map(({ method }) => method)).toEqual([
      'editMessageReplyMarkup',
      'sendMessage',
      'sendMessage',
    ])
    expect(replies[1]?.payload['text']).toBe(
      '✅\u00A0<b>Бали НМТ 2025\u00A0збережено</b>\n' +
        'Українська мова 180 · Математика 190 · Історія України 170 · Фізика 185',
    )
    expect(chat.last()).toContain('<b>Твій бал: 183,571</b>')
    expect(saved()).toEqual(GRADES)
    expect(data.dialogues.size).toBe(0)
  })

  it('asks for the last one without the hint at the rest', async () => {
    await askForGrades()
    await chat.say('180 190 170')
    expect(chat.last()).toContain('➤ <b>Фізика</b>\n\nНадішли бал від 100 до 200.')
    expect(chat.last()).not.toContain('решту')
  })

  it('never leaves two live keyboards', async () => {
    await askForGrades()
    for (const text of ['180', '250', 'слово', '190', LINK, '170']) {
      await chat.say(text)
      expect(liveQuestions()).toBe(1)
    }
    await chat.say('185')
    expect(liveQuestions()).toBe(0)
  })

  it.each([
    ['250', 'Бал НМТ — ціле число від 100 до 200, наприклад 187.'],
    ['-150', 'Бал НМТ — ціле число від 100 до 200, наприклад 187.'],
    ['180,5', 'Бал НМТ — ціле число від 100 до 200, наприклад 187.'],
    ['32', '32 схоже на тестовий бал. Потрібен бал за шкалою 100–200 з кабінету учасника НМТ.'],
    ['сто', 'Не бачу числа. Надішли, наприклад, 187.'],
    ['190 170 185', 'Бачу 3 числа, а лишилося 2 предмети: історія, фізика.'],
    ['101 102 103 104 105', 'Бачу 5 чисел, а лишилося 2 предмети: історія, фізика.'],
  ])('answers %j kindly and keeps the question open', async (text, problem) => {
    await askForGrades()
    await chat.say('180 190')
    await chat.say(text)
    expect(chat.last()).toMatch(new RegExp(`^${problem}\n\n<b>Бали НМТ 2025</b> · 3 з 4\n`))
    expect(chat.lastButtons()).toEqual(['Не складено', '‹ Назад | Скасувати'])
    await chat.say('170 185')
    expect(saved()).toEqual(GRADES)
  })

  it('takes grades by the names of their subjects, and never those of others', async () => {
    await askForGrades()
    await chat.say('математика 190, українська 180')
    expect(chat.last()).toContain('Українська мова — <b>180</b>\nМатематика — <b>190</b>')
    await chat.say('хімія 170')
    expect(chat.last()).toContain('Надішли самі числа, у такому порядку: історія, фізика.')
    await chat.say('фізика 185, історія 170')
    expect(saved()).toEqual(GRADES)
  })

  it('counts one subject left in the right form', async () => {
    await askForGrades()
    await chat.say('180 190 170')
    await chat.say('185 186')
    expect(chat.last()).toContain('Бачу 2 числа, а лишився 1 предмет: фізика.\n\n')
  })

  it('takes «Не складено» for the subject that is asked', async () => {
    await askForGrades()
    await chat.say('180')
    const replies = await chat.press('Не складено')
    expect(replies.map(({ method }) => method)).toEqual(['editMessageText'])
    expect(chat.last()).toContain('Математика — <b>не складено</b>\n➤ <b>Історія України</b>')
    await chat.say('170 185')
    expect(saved()).toEqual({ ...GRADES, math: 0 })
    expect(chat.last()).toContain('Математику не складено — бал не рахується.')
  })

  it('ends with a button as well: the question becomes the summary, the offer follows', async () => {
    await askForGrades()
    await chat.say('180 190 170')
    const replies = await chat.press('Не складено')
    expect(replies.map(({ method }) => method)).toEqual(['editMessageText', 'sendMessage'])
    expect(saved()).toEqual({ ...GRADES, phys: 0 })
  })

  it('asks three subjects of 2023, and of 2022 without a choice', async () => {
    await chat.say('/start')
    await chat.press('Додати бали НМТ')
    await chat.press('2023')
    expect(chat.lastButtons()[0]).toBe('Історія України | Іноземна мова')
    await chat.press('‹ Назад')
    await chat.press('2022')
    expect(chat.last()).toContain('<b>Бали НМТ 2022</b> · 1 з 3')
    await chat.say('150 160 170')
    expect(saved()).toEqual({ ukr: 150, math: 160, hist: 170 })
    expect(chat.lastButtons()).toEqual(['План вступу', 'Виправити | ‹ Меню'])
  })

  it('goes back step by step, and leaves where they came from', async () => {
    await askForGrades()
    await chat.say('180')
    await chat.press('‹ Назад')
    expect(chat.last()).toContain('➤ <b>Українська мова</b>')
    await chat.press('‹ Назад')
    expect(chat.last()).toContain('Який предмет на вибір?')
    await chat.press('‹ Назад')
    expect(chat.last()).toContain('За який рік')
    await chat.press('Скасувати')
    expect(chat.last()).toContain('<b>Інформатика</b>')
    expect(data.dialogues.size).toBe(0)
    expect(saved()).toBeUndefined()
  })

  it('is left for the menu when they came from there', async () => {
    await chat.say('/start')
    await chat.press('Додати бали НМТ')
    await chat.press('Скасувати')
    expect(chat.last()).toContain('<b>Меню</b>')
  })
})

describe('meanwhile', () => {
  it('a link and a command are answered as ever, and the question waits', async () => {
    await askForGrades()
    await chat.say('180')
    await chat.say('vstup.edbo.gov.ua/offer/1471392')
    expect(chat.last()).toContain('<b>Аналітика даних</b>')
    await chat.say('/help')
    expect(chat.last()).toContain('/language')
    await chat.say('190 170 185')
    expect(saved()).toEqual(GRADES)
    expect(chat.last()).toContain('<b>Інформатика</b>')
  })

  it('words instead of a button bring the question to the bottom', async () => {
    await chat.say(LINK)
    await chat.press('Додати бали НМТ')
    await chat.say('торік')
    expect(chat.last()).toBe('<b>Бали НМТ</b>\n\nЗа який рік твої результати?\nОбери кнопкою.')
    await chat.press('2025')
    await chat.say('астрономія')
    expect(chat.last()).toBe('<b>Бали НМТ 2025</b>\n\nЯкий предмет на вибір?\nОбери кнопкою.')
    await chat.press('Фізика')
    expect(chat.last()).not.toContain('Обери кнопкою')
    expect(liveQuestions()).toBe(1)
  })

  it('the words of a button do as well as the button', async () => {
    await chat.say(LINK)
    await chat.press('Додати бали НМТ')
    await chat.say('2025')
    expect(chat.last()).toContain('Який предмет на вибір?')
    await chat.say('фізика')
    expect(chat.last()).toContain('<b>Бали НМТ 2025</b> · 1 з 4')
    await chat.say('180 190 170')
    await chat.say('не складено')
    expect(saved()).toEqual({ ...GRADES, phys: 0 })
    expect(liveQuestions()).toBe(0)
  })

  it('a text of the day after is no answer any more, a button still is', async () => {
    await askForGrades()
    chat.clock.value = new Date(chat.clock.value.getTime() + DAY)
    await chat.say('дякую')
    expect(chat.last()).toContain('За цими словами нічого немає')
    const { data: notPassed, messageId } = chat.find('Не складено')
    await chat.pressData(notPassed, messageId)
    expect(chat.messages.get(messageId)?.text).toContain('<b>не складено</b>')
  })

  it('goes on from another offer, which then opens', async () => {
    await askForGrades()
    await chat.say('180')
    await chat.say('vstup.edbo.gov.ua/offer/1471392')
    await chat.press('Додати бали НМТ')
    expect(liveQuestions()).toBe(1)
    expect(chat.last()).toContain('➤ <b>Математика</b>')
    await chat.say('190 170 185')
    expect(saved()).toEqual(GRADES)
    expect(chat.last()).toContain('<b>Аналітика даних</b>')
  })

  it('a state of another version of the bot is no question of ours', async () => {
    await askForGrades()
    const dialogue = data.dialogues.get(chat.chatId)!
    data.dialogues.set(chat.chatId, { ...dialogue, state: { step: 'somewhere' } })
    await chat.press('Не складено')
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(chat.last()).toContain('<b>Меню</b>')
  })
})

describe('an old button', () => {
  it('changes nothing and shows where things stand', async () => {
    await chat.say(LINK)
    await chat.press('Додати бали НМТ')
    const { data: year, messageId } = chat.find('2025')
    await chat.pressData(year, messageId)
    await chat.pressData(year, messageId)
    expect(chat.toasts.at(-1)).toBe('Список оновлено')
    expect(chat.last()).toContain('Який предмет на вибір?')
  })

  it('brings the question to where it was pressed, and only there', async () => {
    await askForGrades()
    const { data: notPassed, messageId } = chat.find('Не складено')
    await chat.say('180')
    await chat.pressData(notPassed, messageId)
    expect(chat.messages.get(messageId)?.text).toContain('➤')
    expect(liveQuestions()).toBe(1)
    await chat.say('190 170 185')
    expect(saved()).toEqual(GRADES)
    expect(liveQuestions()).toBe(0)
  })

  it('of a dialogue that is over shows the grades', async () => {
    await askForGrades()
    const { data: notPassed, messageId } = chat.find('Не складено')
    await chat.say('180 190 170 185')
    await chat.pressData(notPassed, messageId)
    expect(chat.messages.get(messageId)?.text).toContain('<b>Мої бали</b>')
    expect(saved()).toEqual(GRADES)
  })

  it('of the last question, tapped twice, is told that the grades are kept', async () => {
    await askForGrades()
    await chat.say('180 190 170')
    const { data: notPassed, messageId } = chat.find('Не складено')
    await chat.pressData(notPassed, messageId)
    await chat.pressData(notPassed, messageId)
    expect(chat.toasts.at(-1)).toBe('Бали вже збережено')
    expect(chat.messages.get(messageId)?.text).toContain('Фізика\u00A0— не складено')
    expect(saved()).toEqual({ ...GRADES, phys: 0 })
  })
})

/** The chat is one that has been linked long ago. */
function link(): void {
  const { chatId } = chat
  const known = { language: 'uk' as const, isNew: false, notificationsEnabled: true, reachable: true }
  data.students.set(chatId, { chatId, userId: chatId, webUserId: ACCOUNT, ...known })
}

describe('grades that are there', () => {
  beforeEach(() => {
    link()
    data.results.set(chat.chatId, [{ nmtYear: 2025, source: 'own', grades: GRADES }])
    data.accountResults.set(ACCOUNT, [
      { nmtYear: 2024, source: 'account', grades: { ukr: 150, math: 0, hist: 160, lit: 170 } },
    ])
  })

  it('are shown year by year', async () => {
    await chat.say(LINK)
    await chat.press('Мої бали')
    expect(chat.last()).toBe(
      '<b>Мої бали</b>\n\n' +
        '<b>НМТ 2025</b>\nУкраїнська мова 180\nМатематика 190\nІсторія України 170\nФізика 185\n\n' +
        '<b>НМТ 2024</b> <i>(з акаунта)</i>\n' +
        'Українська мова 150\nМатематика — не складено\nІсторія України 160\nУкраїнська література 170\n\n' +
        '<i>Бали з акаунта змінюються на сайті Abitly.</i>',
    )
    expect(chat.lastButtons()).toEqual(['Виправити бали 2025', 'Додати інший рік НМТ', '‹ До пропозиції'])
    await chat.press('‹ До пропозиції')
    expect(chat.last()).toContain('<b>Твій бал: 183,571</b>')
  })

  it('are corrected one by one', async () => {
    await chat.say(LINK)
    await chat.press('Мої бали')
    await chat.press('Виправити бали 2025')
    expect(chat.last()).toBe('<b>Бали НМТ 2025</b>\n\nЯкий бал виправити?')
    expect(chat.lastButtons()).toEqual([
      'Українська мова: 180',
      'Математика: 190',
      'Історія України: 170',
      'Фізика: 185',
      'Інший предмет на вибір',
      'Видалити бали 2025…',
      'Скасувати',
    ])
    await chat.press('Математика: 190')
    expect(chat.last()).toContain('➤ <b>Математика</b>')
    await chat.press('‹ Назад')
    await chat.press('Математика: 190')
    await chat.say('200')
    expect(saved()).toEqual({ ...GRADES, math: 200 })
    expect(chat.last()).toContain('<b>Твій бал: 187,143</b>')
  })

  it('change their elective without asking for the rest', async () => {
    await chat.say('/myprofile')
    await chat.press('Змінити бали')
    await chat.press('Виправити бали 2025')
    await chat.press('Інший предмет на вибір')
    await chat.press('Хімія')
    await chat.say('199')
    expect(saved()).toEqual({ ukr: 180, math: 190, hist: 170, chem: 199 })
    expect(chat.last()).toContain('✅ <b>Бали НМТ 2025 збережено</b>')
  })

  it('stay as they were when the correction is cancelled', async () => {
    await chat.say('/myprofile')
    await chat.press('Змінити бали')
    await chat.press('Виправити бали 2025')
    await chat.press('Математика: 190')
    await chat.press('Скасувати')
    expect(saved()).toEqual(GRADES)
    expect(chat.last()).toContain('<b>Мої бали</b>')
  })

  it('of the account are changed in the account only', async () => {
    await chat.say('/myprofile')
    await chat.press('Змінити бали')
    const { messageId } = chat.find('Додати інший рік НМТ')
    await chat.pressData('1:gf:2024', messageId)
    expect(chat.last()).toContain('Бали з акаунта змінюються на сайті')
    await chat.press('Додати інший рік НМТ')
    expect(chat.lastButtons()).toEqual(['2026 | 2025 | 2023', '2022', 'Скасувати'])
  })

  it('of one year are deleted, after a question', async () => {
    await chat.say('/myprofile')
    await chat.press('Змінити бали')
    await chat.press('Виправити бали 2025')
    await chat.press('Видалити бали 2025…')
    expect(chat.last()).toContain('<b>Видалити бали НМТ 2025?</b>')
    expect(chat.lastButtons()).toEqual(['Залишити як є', 'Видалити'])
    expect(saved()).toEqual(GRADES)
    const { data: remove, messageId } = chat.find('Видалити')
    await chat.pressData(remove, messageId)
    expect(chat.toasts.at(-1)).toBe('Бали НМТ 2025 видалено')
    expect(chat.last()).toContain('<b>Профіль</b>')
    expect(data.results.get(chat.chatId)).toEqual([])
    expect(liveQuestions()).toBe(0)
    await chat.pressData(remove, messageId)
    expect(chat.last()).toContain('<b>Профіль</b>')
  })

  it('of another year are added beside them', async () => {
    await chat.say('/myprofile')
    await chat.press('Змінити бали')
    await chat.press('Додати інший рік НМТ')
    await chat.press('2022')
    await chat.say('150 160 170')
    expect(data.results.get(chat.chatId)?.map(({ nmtYear }) => nmtYear)).toEqual([2025, 2022])
  })

  it('«Виправити» under the summary leads to the choice', async () => {
    data.results.clear()
    data.accountResults.clear()
    await askForGrades()
    await chat.say('180 190 170 185')
    await chat.press('Виправити')
    expect(chat.messages.size).toBeGreaterThan(2)
    expect(liveQuestions()).toBe(1)
  })

  it('the offer they came from opens by itself, and stands there once', async () => {
    data.results.clear()
    data.accountResults.clear()
    await askForGrades()
    await chat.say('180 190 170 185')
    expect([...chat.messages.values()].filter(({ text }) => text.includes('183,571'))).toHaveLength(1)
    expect(chat.last()).toContain('183,571')
  })
})
