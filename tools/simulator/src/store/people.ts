import type { Cast } from './cast.ts'
import type { Chat, User } from './model.ts'

interface NewPerson {
  id?: number
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
  isAdmin?: boolean
  crowd?: true
}

/** Users and the chats they share with the bot. A private chat has its user's id. */
export interface People {
  users: Map<number, User>
  chats: Map<number, Chat>
  /** Adds a user and the private chat; an id that exists is returned as it is. */
  add(person: NewPerson): User
  /** Takes a user and the private chat away, as if they had never been. */
  remove(userId: number): void
  /** The ids of the chats a user can read. */
  chatsOf(userId: number): Set<number>
  /** Users stay, what was between them and the bot is forgotten. */
  forget(): void
}

export function createPeople(cast: Cast, adminIds: readonly number[]): People {
  const users = new Map<number, User>()
  const chats = new Map<number, Chat>()
  const people: People = {
    users,
    chats,
    add: (person) => addPerson(people, person, adminIds),
    remove(userId) {
      users.delete(userId)
      chats.delete(userId)
    },
    chatsOf: (userId) =>
      new Set([...chats.values()].filter((chat) => chat.members.includes(userId)).map((chat) => chat.id)),
    forget() {
      for (const user of users.values()) {
        user.started = false
        user.blocked = false
        user.lastActiveAt = 0
        user.received = 0
        delete user.deactivated
      }
      for (const chat of chats.values()) restoreGroup(chat)
    },
  }
  for (const person of cast.users) people.add(person)
  for (const group of cast.groups) chats.set(group.id, { ...group, membership: 'member' })
  return people
}

function restoreGroup(chat: Chat): void {
  chat.membership = 'member'
  delete chat.migratedTo
}

function addPerson(people: People, person: NewPerson, adminIds: readonly number[]): User {
  const id = person.id ?? freeId(people.users)
  const known = people.users.get(id)
  if (known !== undefined) return known
  const user: User = {
    id,
    firstName: person.firstName,
    ...(person.lastName === undefined ? {} : { lastName: person.lastName }),
    ...(person.username === undefined ? {} : { username: person.username }),
    languageCode: person.languageCode ?? 'uk',
    isAdmin: person.isAdmin ?? adminIds.includes(id),
    blocked: false,
    started: false,
    lastActiveAt: 0,
    received: 0,
    ...(person.crowd === undefined ? {} : { crowd: person.crowd }),
  }
  people.users.set(id, user)
  people.chats.set(id, { id, type: 'private', title: fullName(user), members: [id], membership: 'member' })
  return user
}

/** First free id from 1001 on, below the administrators of the cast as long as there is room. */
function freeId(users: ReadonlyMap<number, User>): number {
  let id = 1001
  while (users.has(id)) id += 1
  return id
}

function fullName(user: Pick<User, 'firstName' | 'lastName'>): string {
  return user.lastName === undefined ? user.firstName : `${user.firstName} ${user.lastName}`
}
