import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat } from '../testing/test-chat.ts'

let chat: TestChat
let data: ReturnType<typeof fakeRepositories>['data']

beforeEach(() => {
  const fake = fakeRepositories()
  data = fake.data
  chat = testChat({ repos: fake.repos })
})

describe('/notifications', () => {
  it('shows what comes and when without sound', async () => {
    await chat.say('/notifications')
    expect(chat.last()).toBe('🔔 <b>Сповіщення</b>\nТихі години: 22:00–08:00. У цей час вони без звуку.')
    expect(chat.lastButtons()).toEqual([
      '✓ Дні відкритих дверей',
      '✓ Зміни у пропозиціях',
      '✓ Новини Abitly',
      'Тихі години | Вимкнути всі',
      '‹ Меню',
    ])
  })

  it('switches one kind, and the same press twice does it once', async () => {
    await chat.say('/notifications')
    const news = chat.find('✓ Новини Abitly')
    await chat.press('✓ Новини Abitly')
    await chat.pressData(news.data, news.messageId)
    expect(data.settings.get(chat.chatId)).toMatchObject({ news: false, openDays: true })
    expect(chat.lastButtons()[2]).toBe('Новини Abitly')
  })

  it('switches all off in one tap, and what is wanted on again', async () => {
    await chat.say('/notifications')
    await chat.press('Вимкнути всі')
    expect(chat.last()).toContain('🔕 <b>Сповіщення вимкнено</b>')
    expect(data.students.get(chat.chatId)).toMatchObject({ notificationsEnabled: false })
    expect(chat.lastButtons()).toEqual([
      'Дні відкритих дверей',
      'Зміни у пропозиціях',
      'Новини Abitly',
      'Увімкнути всі',
      '‹ Меню',
    ])
    await chat.press('Дні відкритих дверей')
    expect(chat.lastButtons().slice(0, 3)).toEqual([
      '✓ Дні відкритих дверей',
      'Зміни у пропозиціях',
      'Новини Abitly',
    ])
    expect(data.students.get(chat.chatId)).toMatchObject({ notificationsEnabled: true })
  })

  it('lets one choose the quiet hours', async () => {
    await chat.say('/notifications')
    await chat.press('Тихі години')
    expect(chat.lastButtons()).toEqual(['21:00–09:00 | ✓ 22:00–08:00', '23:00–07:00 | Без них', '‹ Назад'])
    await chat.press('23:00–07:00')
    expect(data.settings.get(chat.chatId)?.quiet).toEqual({ from: 23, until: 7 })
    expect(chat.last()).toContain('Тихі години: 23:00–07:00.')
    await chat.press('Тихі години')
    await chat.press('Без них')
    expect(chat.last()).toContain('Тихих годин немає')
  })

  it('mutes the kind of a message from under it, below it', async () => {
    await chat.say('/start')
    const [reply] = await chat.pressData('1:nm:o', 101)
    expect(reply?.method).toBe('sendMessage')
    expect(chat.toasts.at(-1)).toBe('Про таке більше не пишу')
    expect(chat.lastButtons().slice(0, 2)).toEqual(['Дні відкритих дверей', '✓ Зміни у пропозиціях'])
  })
})
