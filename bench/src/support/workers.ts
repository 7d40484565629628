import type { RunningService } from './rig.ts'

/** What a fleet of services has taken since it was first looked at. */
export interface Usage {
  /** Growth of the memory of the one that grew most, in bytes. */
  growth: number
  /** Processor time of all together, in seconds. */
  cpuSeconds: number
}

const LOOK_EVERY_MS = 500
const MEMORY = 'process_resident_memory_bytes'
const CPU = 'process_cpu_seconds_total'

/** Watches services by their metrics. */
export async function watchServices(
  services: readonly RunningService[],
): Promise<{ usage(): Promise<Usage> }> {
  const before = await Promise.all(services.map(readMetrics))
  const most = before.map(({ memory }) => memory)
  const look = async (): Promise<number> => {
    const now = await Promise.all(services.map(readMetrics))
    for (const [index, { memory }] of now.entries()) most[index] = Math.max(most[index] ?? 0, memory)
    return sum(now.map(({ cpu }) => cpu))
  }
  // A look that fails is followed by others.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS)
  return {
    async usage() {
      clearInterval(timer)
      const cpuSeconds = (await look()) - sum(before.map(({ cpu }) => cpu))
      return {
        cpuSeconds,
        growth: Math.max(...before.map(({ memory }, index) => (most[index] ?? 0) - memory)),
      }
    },
  }
}

async function readMetrics({ url }: RunningService): Promise<{ memory: number; cpu: number }> {
  const page = await (await fetch(`${url}/metrics`)).text()
  const read = (name: string): number =>
    Number(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)`, 'm').exec(page)?.[1])
  return { memory: read(MEMORY), cpu: read(CPU) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
