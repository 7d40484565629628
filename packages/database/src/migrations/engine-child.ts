import type { EngineRequest } from './engine-actions.ts'
import { runEngine } from './engine-actions.ts'
import { describeFailure } from './engine-failure.ts'
import type { FromChild } from './engine-process.ts'

// The entry of the child process: one request, one answer, exit. A process of its own, because the engine
// keeps a 10 s timer alive and a second instance in one process breaks the first. When the parent dies
// half-way, the work is finished all the same: a half-applied migration would need an operator.

process.once('message', (request: EngineRequest) => {
  void answer(request)
})

async function answer(request: EngineRequest): Promise<void> {
  try {
    const result = await runEngine(
      request,
      (message, facts) => void tell({ kind: 'log', message, ...(facts && { facts }) }),
    )
    await tell({ kind: 'answer', answer: result })
  } catch (error) {
    await tell({ kind: 'failure', ...describeFailure(error) })
  }
  process.exit(0)
}

function tell(message: FromChild): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected) process.send?.(message, undefined, undefined, () => resolve())
    else resolve()
  })
}
