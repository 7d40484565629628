import { pause } from '@abitly/runtime'
import { amount } from './support/quick.ts'
import { median, quantile, say, table } from './support/figures.ts'
import { buildOfPictures, pictureNumber } from './support/pictures.ts'

const PICTURES = amount(200, 10)
/** How often other chats want something of the main thread. */
const EVERY_MS = 5

/** What a picture costs, and how long other chats wait meanwhile: in a thread, and on the main thread. */
export async function benchPictures(): Promise<void> {
  say(
    `Pictures: ${PICTURES} charts of offers, one after another; other chats want a moment each ${EVERY_MS} ms`,
  )
  const { renderPicture, createThreads } = await buildOfPictures()
  const threads = createThreads(1)
  const inThread = (number: number) =>
    threads.run('picture.render', pictureNumber(number), { timeoutMs: 60_000 })
  // The first one starts the thread and reads the fonts.
  await inThread(0)
  const rows = [
    await measure('in a thread', inThread),
    await measure('on the main thread', async (number) => {
      renderPicture(pictureNumber(number))
      // Other chats get their turn between two pictures at least.
      await pause(0)
    }),
  ]
  await threads.close()
  table([['rendered', 'CPU ms a picture', 'others wait: median ms', 'p95 ms', 'max ms'], ...rows])
}

async function measure(name: string, render: (number: number) => Promise<unknown>): Promise<string[]> {
  const others = watchDelays()
  const before = process.cpuUsage()
  for (let number = 1; number <= PICTURES; number += 1) await render(number)
  const { user, system } = process.cpuUsage(before)
  const delays = others.stop()
  const ms = (value: number): string => value.toFixed(1)
  const cpu = (user + system) / 1_000 / PICTURES
  return [name, ms(cpu), ms(median(delays)), ms(quantile(delays, 0.95)), ms(quantile(delays, 1))]
}

/** How much later than wanted the main thread turns to somebody else, in milliseconds. */
function watchDelays(): { stop: () => number[] } {
  const delays: number[] = []
  let wanted = performance.now() + EVERY_MS
  const timer = setInterval(() => {
    const now = performance.now()
    delays.push(Math.max(0, now - wanted))
    wanted = now + EVERY_MS
  }, EVERY_MS)
  return {
    stop: () => {
      clearInterval(timer)
      delays.push(Math.max(0, performance.now() - wanted))
      return delays
    },
  }
}
