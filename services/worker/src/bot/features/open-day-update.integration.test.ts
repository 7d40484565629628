import type { Campaign } from '@abitly/database'
import { createTestDatabase, queryOnce } from '@abitly/testing'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDayAudience } from '../../campaigns/open-day-audience.ts'
import { campaignContent } from '../../campaigns/content.ts'
import { useScene } from '../../campaigns/testing/use-scene.ts'
import { checkLimits } from '../testing/check-limits.ts'
import { addChoices, ADMINS, chatOn, newestCampaign, wantRegion } from '../testing/admin-scene.ts'
import type { TestChat } from '../testing/test-chat.ts'

const scene = useScene({ createTestDatabase, queryOnce })
const [ADMIN, OTHER] = ADMINS
/** 00:30 in Kyiv: today began half an hour ago, and it is still yesterday in UTC. */
const NOW = new Date('2026-07-23T21:30:00Z')
let chat: TestChat
let students: bigint[]

beforeAll(async () => {
  students = await scene.students(6)
  await addChoices(scene)
  // Universities 1, 4, 7… lie in region 2; 2, 5, 8… in region 3.
  await wantRegion(scene, students.slice(0, 3), 2)
  await wantRegion(scene, students.slice(2, 4), 3)
})
beforeEach(async () => {
  chat = chatOn(scene, ADMIN)
  chat.clock.value = NOW
  await edit(1, 1, '2026-07-23T21:10:00Z')
  await edit(2, 2, '2026-07-23T21:20:00Z')
})
afterEach(async () => {
  chat.replies.forEach(checkLimits)
  await scene.sql('DELETE FROM {schema}.deliveries')
  await scene.sql('DELETE FROM {schema}.open_days')
})

/** An open day that was edited at a moment; on 1 August unless told otherwise. */
async function edit(id: number, universityId: number, at: string, date = '2026-08-01'): Promise<void> {
  await scene.sql(
    `INSERT INTO {schema}.open_days (id, university_id, title_uk, date, format, address, created_at, updated_at)
     VALUES ($1, $2, 'День відкритих дверей', $4::date, 'offline', 'вул. Шевченка, 1', $3, $3)
     ON CONFLICT (id) DO UPDATE SET updated_at = EXCLUDED.updated_at`,
    [id, universityId, at, date],
  )
}

const campaign = () => newestCampaign(scene, ADMIN)

/** What the planning does, in short. */
async function plan(planned: Campaign): Promise<number> {
  const { repositories } = scene.database
  const content = campaignContent.parse(planned.content)
  if (content.kind !== 'open-days') throw new Error('It tells of no open days')
  const page = await openDayAudience(repositories.openDays, content.events, null)
  if (page === null) return 0
  const { upto, recipients } = page
  await repositories.deliveries.planRecipients(planned.id, { from: null, upto, recipients })
  return recipients.length
}

describe('/notifyOpenDaysUpdate', () => {
  it('counts with the predicate of the planning, shows an example, and starts', async () => {
    await chat.say('/notifyOpenDaysUpdate')
    expect(chat.last()).toBe(
      '🏛 <b>Оновлення відкритих дверей</b>\nЗмінено сьогодні: 2 події\n\n' +
        '• Субота, 1 серпня — У01, День відкритих дверей\n• Субота, 1 серпня — У02, День відкритих дверей\n\n' +
        'Збіг фільтрів: 4, уже знають 0, отримають <b>4</b>',
    )
    expect(chat.lastButtons()).toEqual(['Надіслати 4', 'Приклад | Скасувати'])
    await chat.press('Приклад')
    expect(chat.last()).toContain(
      '🏛 <b>Змінено день відкритих дверей</b>\n\n<b>Субота, 1 серпня</b> · час уточнюється\nУ01 — увесь університет',
    )
    await chat.press('Надіслати 4')
    expect(chat.jobs.map(({ job }) => job)).toEqual(['campaign.plan', 'campaign.show-progress'])
    const started = await campaign()
    expect(started).toMatchObject({
      kind: 'open-day-update',
      state: 'planning',
      // Midnight in Kyiv after the last event.
      expiresAt: new Date('2026-08-01T21:00:00Z'),
      card: { chatId: BigInt(ADMIN) },
    })
    expect(await plan(started)).toBe(4)
  })

  it('counts a second time only those who were not told of that very edit', async () => {
    await chat.say('/notifyOpenDaysUpdate')
    await chat.press('Надіслати 4')
    await plan(await campaign())

    await chat.say('/notifyOpenDaysUpdate')
    expect(chat.last()).toContain('Збіг фільтрів: 4, уже знають 4, отримають <b>0</b>')
    expect(chat.last()).toContain('усі, кого це стосується, вже знають')
    expect(chat.lastButtons()).toEqual(['‹ Розсилки'])

    await edit(2, 2, '2026-07-23T21:29:00Z')
    await chat.say('/notifyOpenDaysUpdate')
    expect(chat.last()).toContain('Збіг фільтрів: 4, уже знають 2, отримають <b>2</b>')
  })

  it('says when nothing was edited today, by the calendar of Kyiv', async () => {
    await scene.sql('DELETE FROM {schema}.open_days')
    await edit(3, 1, '2026-07-23T20:59:59Z')
    await edit(4, 1, '2026-07-23T21:10:00Z', '2026-07-23')
    await chat.say('/NOTIFYOPENDAYSUPDATE')
    expect(chat.last()).toContain('Сьогодні жодного дня відкритих дверей не змінено.')
  })

  it('says when it concerns nobody', async () => {
    await scene.sql('DELETE FROM {schema}.open_days')
    await edit(5, 3, '2026-07-23T21:10:00Z')
    await chat.say('/notifyOpenDaysUpdate')
    expect(chat.last()).toContain('фільтри жодного студента не збігаються')
  })

  it('starts once, whoever presses twice', async () => {
    await chat.say('/notifyOpenDaysUpdate')
    const { data, messageId } = chat.find('Надіслати 4')
    await chat.pressData(data, messageId)
    await chat.pressData(data, messageId)
    expect(chat.jobs.filter(({ job }) => job === 'campaign.plan')).toHaveLength(1)
    expect(chat.last()).toContain('складається список')
  })

  it('is given up without a trace of a campaign', async () => {
    await chat.say('/notifyOpenDaysUpdate')
    const { data, messageId } = chat.find('Надіслати 4')
    await chat.press('Скасувати')
    expect(chat.last()).toContain('<b>Нічого не надіслано</b>')
    expect(await campaign()).toMatchObject({ state: 'cancelled' })
    await chat.pressData(data, messageId)
    expect(chat.last()).toContain('<b>Нічого не надіслано</b>')
    expect(chat.jobs).toEqual([])
    expect(await scene.database.repositories.dialogues.find(BigInt(ADMIN))).toBeNull()
  })

  it('counts anew what was counted yesterday', async () => {
    await chat.say('/notifyOpenDaysUpdate')
    const { data, messageId } = chat.find('Надіслати 4')
    chat.clock.value = new Date('2026-07-24T21:00:00Z')
    await chat.pressData(data, messageId)
    expect(chat.last()).toContain('не змінено')
    expect(await campaign()).toMatchObject({ state: 'cancelled' })
  })

  it('of two admins one sends it, and the other one finds that all know', async () => {
    const other = chatOn(scene, OTHER)
    other.clock.value = NOW
    await chat.say('/notifyOpenDaysUpdate')
    await other.say('/notifyOpenDaysUpdate')
    await chat.press('Надіслати 4')
    await plan(await campaign())
    await other.press('Надіслати 4')
    expect(await plan(await newestCampaign(scene, OTHER))).toBe(0)
  })

  it('wants the number typed before it writes to more than a thousand', async () => {
    const many = await scene.students(1100)
    await scene.sql(
      `INSERT INTO {schema}.telegram_user_filter_universities (telegram_chat_id, university_id)
       SELECT chat, 1 FROM unnest($1::bigint[]) chat`,
      [many],
    )
    await chat.say('/notifyOpenDaysUpdate')
    await chat.press('Надіслати 1 104')
    expect(chat.last()).toContain(
      '1 104 отримувачі, одразу. Щоб підтвердити, надішли це число: <code>1104</code>',
    )
    await chat.say('так')
    expect(chat.last()).toContain('Не те число: потрібно 1 104.')
    expect(await campaign()).toMatchObject({ state: 'draft' })
    await chat.say('1104')
    expect(await campaign()).toMatchObject({ state: 'planning' })
    await scene.sql('DELETE FROM {schema}.telegram_users WHERE telegram_chat_id = ANY($1)', [many])
  })
})

describe('the switch under its message', () => {
  it('ends such messages with one press, and brings them back', async () => {
    const student = chatOn(scene, Number(students[0]))
    const reachable = async (): Promise<number> => {
      const holders = await scene.database.repositories.openDays.filterHolders(null, 100)
      return holders.filter(({ chatId }) => chatId === students[0]).length
    }
    await student.pressData('1:nm:o', 1)
    expect(student.lastButtons()).toContain('✓ Новини Abitly')
    expect(await reachable()).toBe(0)
    await student.press('Дні відкритих дверей')
    expect(student.lastButtons()).toContain('✓ Дні відкритих дверей')
    expect(await reachable()).toBe(1)
  })
})
