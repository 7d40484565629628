import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pngOf, startSimulator } from '../testing.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('goes on with the conversations after a restart', async () => {
  const stateFile = join(folder, 'deep', 'state.json')
  const first = await startSimulator({ stateFile })
  await first.sim('POST', '/users/1001/start', {})
  await first.sim('POST', '/users/1001/messages', { photo: { data: pngOf(10, 10).toString('base64') } })
  await first.api('setMyCommands', { commands: [{ command: 'help', description: 'x' }] })
  const before = await first.api('getUpdates')
  await first.stop()

  const second = await startSimulator({ stateFile })
  const state = await second.sim('GET', '/state?user=1001')
  expect(state).toMatchObject({
    bot: { commands: [{ command: 'help' }] },
    messages: { 1001: [{ text: '/start' }, { photo: { width: 10 } }] },
  })
  const { messages } = state as { messages: Record<string, { photo?: { url: string } }[]> }
  const photo = await fetch(second.url + (messages['1001']?.[1]?.photo?.url ?? ''))
  expect(Buffer.from(await photo.arrayBuffer())).toEqual(pngOf(10, 10))

  const [old] = before.result as { update_id: number }[]
  const waiting = (await second.api('getUpdates')).result as { update_id: number }[]
  expect(waiting[0]).toEqual(old)
  await second.sim('POST', '/users/1001/messages', { text: 'ще' })
  const all = (await second.api('getUpdates')).result as { update_id: number }[]
  expect(all.at(-1)?.update_id).toBeGreaterThan(all.at(-2)?.update_id ?? 0)
  await second.stop()
})

it('keeps a crowd over a restart, with those who have left', async () => {
  const stateFile = join(folder, 'state.json')
  const first = await startSimulator({ stateFile })
  await first.sim('POST', '/crowd', { count: 20, press: false, blockedShare: 0.25, firstId: 5000 })
  await first.api('sendMessage', { chat_id: 5000, text: 'x' })
  await first.stop()
  const second = await startSimulator({ stateFile })
  expect(await second.sim('GET', '/crowd')).toMatchObject({ size: 20, started: 20, answered: 1, blocked: 5 })
  expect(await second.sim('GET', '/chats/5000/messages')).toMatchObject([{ text: 'x' }])
  await second.stop()
})

it('says what to do about a file it cannot read', async () => {
  const stateFile = join(folder, 'state.json')
  await writeFile(stateFile, 'not JSON')
  await expect(startSimulator({ stateFile })).rejects.toThrow(`remove ${stateFile} to start afresh`)
})
