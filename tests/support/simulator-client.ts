/** Requests to the control API of the simulator. */
export interface SimulatorClient {
  readonly url: string
  get<T>(path: string): Promise<T>
  /** @throws Error with what the simulator said, when it refuses. */
  send<T>(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>
}

export function createSimulatorClient(url: string): SimulatorClient {
  return {
    url,
    get: async <T>(path: string) => (await (await fetch(url + path)).json()) as T,
    send: async <T>(method: string, path: string, body: unknown = {}) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(url + path, { method, headers, body: JSON.stringify(body) })
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as T
    },
  }
}
