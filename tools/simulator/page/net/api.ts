import type {
  ApiCall,
  CrowdAdded,
  CrowdPeople,
  Delivery,
  Fault,
  NewCrowd,
  NewFault,
  SimEntity,
  SimMessage,
  SimState,
  SimUser,
} from '../page-api.ts'

/** What a person sends: a text, a picture or a document with a caption, or a message that is there already. */
export interface Outgoing {
  chatId?: number
  text?: string
  entities?: SimEntity[]
  photo?: { data: string }
  document?: { name: string; data: string }
  forward?: { chatId: number; messageId: number }
}

export type NewUser = Pick<SimUser, 'firstName' | 'languageCode' | 'isAdmin'> &
  Partial<Pick<SimUser, 'lastName' | 'username'>>

/** The simulator said no; the message is its own, fit to be shown. */
export class SimulatorError extends Error {}

/** The control API of the simulator. Every verb throws a SimulatorError when the server refuses or is away. */
export interface SimulatorApi {
  state: (user?: number) => Promise<SimState>
  chatMessages: (chatId: number) => Promise<SimMessage[]>
  addUser: (user: NewUser) => Promise<SimUser>
  addCrowd: (crowd: NewCrowd) => Promise<CrowdAdded>
  removeCrowd: () => Promise<void>
  crowdPeople: (search: string, limit: number) => Promise<CrowdPeople>
  send: (user: number, message: Outgoing) => Promise<SimMessage>
  start: (user: number, payload?: string) => Promise<SimMessage>
  press(
    user: number,
    press: { chatId: number; messageId: number; data: string },
  ): Promise<{ queryId: string }>
  /** The address of a Mini App with the launch data signed for this person. */
  webApp: (user: number, url: string) => Promise<{ url: string }>
  setBlocked: (user: number, blocked: boolean) => Promise<void>
  addFault: (fault: NewFault) => Promise<Fault>
  removeFault: (id: number) => Promise<void>
  removeAllFaults: () => Promise<void>
  clearViolations: () => Promise<void>
  deliveries: (limit: number) => Promise<Delivery[]>
  resend: (updateId: number) => Promise<void>
  calls: (limit: number) => Promise<ApiCall[]>
  reset: () => Promise<void>
}

export function createApi(): SimulatorApi {
  return {
    state: (user) => request('GET', user === undefined ? '/sim/state' : `/sim/state?user=${String(user)}`),
    chatMessages: (chatId) => request('GET', `/sim/chats/${String(chatId)}/messages`),
    addUser: (user) => request('POST', '/sim/users', user),
    addCrowd: (crowd) => request('POST', '/sim/crowd', crowd),
    removeCrowd: () => request('DELETE', '/sim/crowd'),
    crowdPeople: (search, limit) =>
      request('GET', `/sim/crowd/people?limit=${String(limit)}&search=${encodeURIComponent(search)}`),
    send: (user, message) => request('POST', `/sim/users/${String(user)}/messages`, message),
    start: (user, payload) =>
      request('POST', `/sim/users/${String(user)}/start`, payload === undefined ? {} : { payload }),
    press: (user, press) => request('POST', `/sim/users/${String(user)}/press`, press),
    webApp: (user, url) => request('POST', `/sim/users/${String(user)}/web-app`, { url }),
    setBlocked: (user, blocked) =>
      request('POST', `/sim/users/${String(user)}/${blocked ? 'block' : 'unblock'}`, {}),
    addFault: (fault) => request('POST', '/sim/faults', fault),
    removeFault: (id) => request('DELETE', `/sim/faults/${String(id)}`),
    removeAllFaults: () => request('DELETE', '/sim/faults'),
    clearViolations: () => request('DELETE', '/sim/violations'),
    deliveries: (limit) => request('GET', `/sim/deliveries?limit=${String(limit)}`),
    resend: (updateId) => request('POST', `/sim/deliveries/${String(updateId)}/resend`, {}),
    calls: (limit) => request('GET', `/sim/calls?limit=${String(limit)}`),
    reset: () => request('POST', '/sim/reset', {}),
  }
}

async function request<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw new SimulatorError(`The simulator does not answer (${method} ${path}). Is it running?`, {
      cause: error,
    })
  })
  const answer: unknown = await response.json().catch(() => ({}))
  if (!response.ok)
    throw new SimulatorError(refusalText(answer) ?? `${method} ${path}: ${String(response.status)}`)
  // The server's contract is page-api.ts: both sides are compiled against it.
  return answer as Answer
}

function refusalText(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined
  return typeof answer.error === 'string' ? answer.error : undefined
}
