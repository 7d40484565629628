import { freePort, isPortFree } from '@abitly/testing'
import type { PortWish } from './plan.ts'
import { StackError } from './stack-error.ts'

/**
 * The port a wish comes down to: a default one gives way to whoever is there already.
 * @throws StackError when a port that was asked for is taken
 */
export async function grantPort({ port, variable, explicit }: PortWish): Promise<number> {
  if (await isPortFree(port)) return port
  if (!explicit) return freePort()
  throw new StackError(
    `${variable}: another program listens on port ${port}. Stop that program, choose another port,\n` +
      `or leave ${variable} out and any free one is taken.`,
  )
}
