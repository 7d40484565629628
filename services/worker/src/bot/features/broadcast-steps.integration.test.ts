import { createTestDatabase, queryOnce } from '@abitly/testing'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useScene } from '../../campaigns/testing/use-scene.ts'
import { addAudience, ADMINS, chatOn, newestCampaign, toTime, wantRegion } from '../testing/admin-scene.ts'
import { checkLimits } from '../testing/check-limits.ts'
import type { TestChat } from '../testing/test-chat.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const [ADMIN] = ADMINS
let chat: TestChat

beforeAll(() => addAudience(scene))
beforeEach(() => {
  chat = chatOn(scene, ADMIN)
})
afterEach(() => {
  chat.replies.forEach(checkLimits)
})

const campaign = () => newestCampaign(scene, ADMIN)

describe('the audience', () => {
  beforeEach(async () => {
    await chat.say('/broadcast')
    await chat.say('Вітаємо!')
    await chat.press('Далі без кнопок')
  })

  it('counts anew on every change', async () => {
    await chat.press('Регіон')
    await chat.press('Львівська область')
    expect(chat.last()).toContain('Обрано 1: Львівська область')
    await chat.press('Готово: 2')
    expect(chat.last()).toContain(
      'Львівська область\nОтримають <b>2</b>. Не отримають: 1 без сповіщень, 1 недоступний.',
    )
    expect(chat.lastButtons()).toContain('Регіон ✓ | Заклад')
    await chat.press('Мова')
    expect(chat.last()).toContain('Українська · Львівська область')
    await chat.press('Активність')
    expect(chat.last()).toContain('Українська · активні за 7 днів · Львівська область')
    expect(await campaign()).toMatchObject({
      audience: { language: 'uk', activeWithinDays: 7, regionIds: [2] },
    })
  })

  it('has no way on while it is empty, and says why', async () => {
    await chat.press('З сайту')
    expect(chat.last()).toContain('З сайту\nОтримають <b>0</b>.\nНіхто не відповідає всім умовам разом')
    expect(chat.lastButtons()).toContain('Активність')
    await chat.press('Тест')
    expect(chat.last()).toContain('Тест: лише адміни\nОтримають <b>2</b>.')
    expect(chat.lastButtons()).toEqual(['Усі | З сайту | ✓ Тест', 'Далі: 2', '‹ Назад | Скасувати'])
  })

  it('offers hundreds of choices page by page, the chosen ones first', async () => {
    await chat.press('Заклад')
    expect(chat.lastButtons().slice(0, 9)).toEqual([
      'Дуже довга наз… | У01',
      ...[2, 4, 6, 8, 10, 12, 14].map(
        (n) => `У${String(n).padStart(2, '0')} | У${String(n + 1).padStart(2, '0')}`,
      ),
      '‹ | 1 з 3 | ›',
    ])
    await chat.press('›')
    await chat.press('У20')
    expect(chat.lastButtons()).toContain('✓ У20 | У21')
    await chat.press('‹ Назад')
    await chat.press('Заклад ✓')
    expect(chat.lastButtons()[0]).toBe('✓ У20 | Дуже довга наз…')
    await chat.press('Очистити')
    expect(chat.last()).toContain('Не обрано: підходять усі.')
  })

  it('finds a choice by a part of its name', async () => {
    await chat.press('Заклад')
    await chat.say('політех')
    expect(chat.last()).toContain('Пошук «політех»: 1')
    expect(chat.lastButtons()[0]).toBe('Дуже довга наз…')
    await chat.press('Дуже довга наз…')
    expect(chat.last()).toContain('Обрано 1: Дуже довга назва &lt;b&gt;&amp; політехніки')
    await chat.say('нема такого')
    expect(chat.last()).toContain('Пошук «нема такого»: нічого.')
    await chat.press('Показати всі')
    expect(chat.lastButtons()).toContain('‹ | 1 з 3 | ›')
  })
})

describe('when', () => {
  it('schedules for tomorrow at ten, and nothing is sent before', async () => {
    await toTime(chat)
    await chat.press('Завтра о 10:00')
    expect(await campaign()).toMatchObject({ state: 'scheduled', startsAt: new Date('2025-07-25T07:00:00Z') })
    expect(chat.jobs.map(({ job }) => job)).toEqual(['campaign.show-progress'])
    const { number } = await campaign()
    expect(chat.textWith('Надіслати 10 зараз')).toBe(
      `🗓 <b>Розсилка № ${number}</b> · початок 25 липня, 10:00\n\n` +
        'Зараз це 10 отримувачів; остаточний список складеться на початку.',
    )
    expect(chat.lastButtons()).toEqual(['Надіслати 10 зараз', 'Інший час | Скасувати…', '‹ Розсилки'])
  })

  it('reads a typed time, refuses what is past, and can be changed until then', async () => {
    await toTime(chat)
    await chat.press('Інший час')
    await chat.say('колись')
    expect(chat.last()).toContain('Не схоже на час.')
    await chat.say('10:00')
    expect(chat.last()).toContain('24 липня, 10:00 — це вже минуло.')
    await chat.say('завтра 23:30')
    expect(await campaign()).toMatchObject({ startsAt: new Date('2025-07-25T20:30:00Z') })
    expect(chat.last()).toContain('Тихі години 22:00–08:00: прийде без звуку.')
    await chat.press('Інший час')
    await chat.say('26.07 10:00')
    expect(await campaign()).toMatchObject({ state: 'scheduled', startsAt: new Date('2025-07-26T07:00:00Z') })
    await chat.press('Надіслати 10 зараз')
    expect(await campaign()).toMatchObject({ state: 'planning' })
  })

  it('keeps a scheduled campaign when another time is not chosen after all', async () => {
    await toTime(chat)
    await chat.press('Завтра о 10:00')
    await chat.press('Інший час')
    expect(chat.lastButtons()).toEqual(['‹ Назад'])
    await chat.press('‹ Назад')
    expect(await campaign()).toMatchObject({ state: 'scheduled', startsAt: new Date('2025-07-25T07:00:00Z') })
    expect(chat.lastButtons()).toContain('Інший час | Скасувати…')
  })

  it('turns the policy for unknown outcomes', async () => {
    await toTime(chat)
    await chat.press('Невідомі: не повторювати')
    expect(await campaign()).toMatchObject({ resendUnknown: true })
    await chat.press('Невідомі: повторити')
    expect(await campaign()).toMatchObject({ resendUnknown: false })
  })

  it('names the quiet hours', async () => {
    chat.clock.value = new Date('2025-07-24T20:40:00Z')
    await toTime(chat)
    expect(chat.textWith('Надіслати 10 зараз')).toContain('прийде без звуку')
    const preview = chat.replies.filter(({ payload }) => payload['text'] === 'Вітаємо!').at(-1)
    expect(preview?.payload).toMatchObject({ disable_notification: true })
  })

  it('wants the number typed before it writes to more than a thousand', async () => {
    const many = await scene.students(1200)
    await wantRegion(scene, many, 3)
    await chat.say('/broadcast')
    await chat.say('Вітаємо!')
    await chat.press('Далі без кнопок')
    await chat.press('Регіон')
    await chat.press('Одеська область')
    await chat.press('Готово: 1 200')
    await chat.press('Далі: 1 200')
    await chat.press('Далі')
    await chat.press('Надіслати 1 200 зараз')
    expect(chat.textWith('‹ Назад')).toContain('надішли це число: <code>1200</code>')
    await chat.say('12000')
    expect(chat.last()).toContain('Не те число: потрібно 1 200.')
    expect(await campaign()).toMatchObject({ state: 'draft' })
    await chat.say('1 200')
    expect(await campaign()).toMatchObject({ state: 'planning' })
    await scene.sql('DELETE FROM {schema}.telegram_users WHERE telegram_chat_id = ANY($1)', [many])
  })
})
