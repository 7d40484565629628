import { pause } from '@abitly/runtime'
import { quantile, say, table } from './support/figures.ts'
import { createRig } from './support/rig.ts'
import { simulatedPeople } from './support/simulated-people.ts'

const PEOPLE = 500
const PER_SECOND = 50
const SECONDS = 20

/** From a student's press of "send" to the bot's `sendMessage`, through simulator, ingress, Redis and one worker. */
export async function benchLatency(): Promise<void> {
  say(
    `Latency: ${PER_SECOND} updates/s from ${PEOPLE} chats for ${SECONDS} s, one ingress, two workers, AOF always`,
  )
  const rig = await createRig()
  try {
    const people = await simulatedPeople(rig, PEOPLE, { workers: 2 })
    await people.sayOnce()
    const waits = await steadily(people)
    const ms = (part: number): string => quantile(waits, part).toFixed(1)
    table([
      ['answers', 'median ms', 'p95 ms', 'p99 ms', 'max ms', 'violations'],
      [String(waits.length), ms(0.5), ms(0.95), ms(0.99), ms(1), String(await people.violations())],
    ])
    await people.close()
  } finally {
    await rig.stop()
  }
}

async function steadily(people: Awaited<ReturnType<typeof simulatedPeople>>): Promise<number[]> {
  const answers: Promise<number>[] = []
  const startedAt = performance.now()
  for (let count = 0; count < PER_SECOND * SECONDS; count += 1) {
    await pause(Math.max(0, startedAt + (count * 1_000) / PER_SECOND - performance.now()))
    answers.push(people.ask(count % PEOPLE))
  }
  return await Promise.all(answers)
}
