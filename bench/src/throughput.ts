import { say, table } from './support/figures.ts'
import { createRig } from './support/rig.ts'
import { simulatedPeople } from './support/simulated-people.ts'

const PEOPLE = 1_000
const EACH = 2

/** Updates that one worker process answers per second when there is always one waiting. */
export async function benchThroughput(): Promise<void> {
  say(`Throughput: ${PEOPLE * EACH} updates of ${PEOPLE} chats waiting, one worker, AOF always`)
  const rig = await createRig()
  try {
    const people = await simulatedPeople(rig, PEOPLE, { workers: 1 })
    await people.sayOnce()
    const startedAt = performance.now()
    const answers = []
    for (let turn = 0; turn < EACH; turn += 1) {
      for (let person = 0; person < PEOPLE; person += 1) answers.push(people.ask(person))
    }
    await Promise.all(answers)
    const seconds = (performance.now() - startedAt) / 1_000
    table([
      ['updates', 'seconds', 'updates/s'],
      [String(answers.length), seconds.toFixed(1), (answers.length / seconds).toFixed(0)],
    ])
    await people.close()
  } finally {
    await rig.stop()
  }
}
