import { createTestDatabase, queryOnce } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { useScene } from '../../campaigns/testing/use-scene.ts'
import { ADMINS, chatOn } from '../testing/admin-scene.ts'
import { testChat } from '../testing/test-chat.ts'

const scene = useScene({ createTestDatabase, queryOnce })

describe('/health', () => {
  it('shows what recurs, with the last outcomes and what became of the messages', async () => {
    const { schedule } = scene.database.repositories
    const campaign = await scene.running(await scene.students(3))
    const run = { task: 'retention', slot: new Date('2026-07-24T03:17:00Z') }
    await schedule.request(run, false, run.slot)
    await schedule.begin(run.task, run.slot)
    await schedule.end(run, { state: 'done', counts: { campaign: campaign.number } }, run.slot)
    const chat = chatOn(scene, ADMINS[0])
    await chat.say('/health')
    expect(chat.last()).toContain('Стан: усе гаразд')
    expect(chat.last()).toMatch(
      /<code>retention<\/code>: далі .* · ✓ 24 липня 2026 року, 06:17: 3 = 0 надіслано \+ 3 чекають/,
    )
    await chat.press('Оновити')
    expect(chat.messages.size).toBe(1)
  })

  it('is an unknown command to anybody else', async () => {
    const chat = testChat({ userId: 505, adminIds: [ADMINS[0]], repos: scene.database.repositories })
    await chat.say('/health')
    expect(chat.last()).toContain('Такої команди немає')
  })
})
