import type { CrowdAdded, CrowdStatus, NewCrowd } from '../page-api.ts'
import { crowdStatus, freeIds, makeCrowd, removeCrowd } from '../store/crowd.ts'
import type { Telegram } from '../telegram.ts'
import { ControlError } from './control-error.ts'
import { CrowdRun } from './crowd-run.ts'
import type { Presses } from './presses.ts'

/** All of them together. */
export const CROWD_MAX = 200_000
const IN_FLIGHT = 50
/** How often pages hear how far it is. */
const TELL_EVERY_MS = 250

/** Many people at once: what a campaign needs to be tried out. */
export interface Crowd {
  add(wanted: NewCrowd): CrowdAdded
  status(): CrowdStatus
  /** Everybody of it is gone. */
  remove(): void
  /** Nobody presses START any more. */
  stop(): void
}

export function createCrowd(telegram: Telegram, presses: Presses): Crowd {
  const { world } = telegram
  const runs = new Set<CrowdRun>()
  let timer: NodeJS.Timeout | undefined
  const status = (): CrowdStatus => {
    const waiting = [...runs].reduce((sum, run) => sum + run.waiting, 0)
    return crowdStatus(world, waiting, runs.size > 0)
  }
  const tell = (): void => world.events.emit(() => ({ type: 'crowd', crowd: status() }))
  const stop = (): void => {
    for (const run of runs) run.stop()
    runs.clear()
    clearInterval(timer)
    timer = undefined
  }
  const add = (wanted: NewCrowd): CrowdAdded => {
    const { count, inFlight = IN_FLIGHT, press = true } = wanted
    const people = makePeople(telegram, wanted)
    const run = new CrowdRun(telegram, presses, {
      ...whoLeaves(people, wanted),
      pressing: press ? people : [],
      inFlight,
      ended() {
        runs.delete(run)
        if (runs.size === 0) stop()
        tell()
      },
    })
    runs.add(run)
    timer ??= setInterval(tell, TELL_EVERY_MS).unref()
    if (!press) for (const user of people) user.started = true
    run.start()
    const firstId = people[0]?.id ?? 0
    return { created: count, firstId, lastId: firstId + count - 1 }
  }
  return {
    add,
    status,
    remove() {
      stop()
      removeCrowd(world)
      tell()
    },
    stop,
  }
}

type Users = ReturnType<typeof makeCrowd>

function makePeople({ world }: Telegram, wanted: NewCrowd): Users {
  const { count, languageCode } = wanted
  if (world.users.size + count > CROWD_MAX) {
    throw new ControlError(
      400,
      `There is room for ${CROWD_MAX} people, and ${world.users.size} are there already`,
    )
  }
  const firstId = wanted.firstId ?? freeIds(world, count)
  for (let id = firstId; id < firstId + count; id += 1) {
    if (world.users.has(id))
      throw new ControlError(409, `The id ${id} is taken: leave firstId out, or choose another`)
  }
  return makeCrowd(world, { count, firstId, ...(languageCode === undefined ? {} : { languageCode }) })
}

function whoLeaves(
  people: Users,
  { blockedShare = 0, deactivated = 0 }: NewCrowd,
): { blocking: Users; deactivating: Users } {
  const blocking = spread(people, Math.round(people.length * blockedShare))
  const gone = new Set(blocking)
  const staying = people.filter((user) => !gone.has(user))
  return { blocking, deactivating: spread(staying, Math.min(deactivated, staying.length)) }
}

/** So many of the list, evenly far from one another. */
function spread<T>(list: readonly T[], wanted: number): T[] {
  return list.filter(
    (_, index) =>
      Math.floor(((index + 1) * wanted) / list.length) > Math.floor((index * wanted) / list.length),
  )
}
