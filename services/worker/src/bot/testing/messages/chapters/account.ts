import type { Book, Chapter, Scene } from '../chapter.ts'
import { GRADES } from '../../sample-offers.ts'
import { SITE } from '../sample-links.ts'

const OLENA = { id: '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0001', firstName: 'Олена', lastName: 'К.' }
const ANDRIY = { id: '1b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0002', firstName: 'Андрій', lastName: 'М.' }
const NAMELESS = { id: '2b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0003', firstName: '', lastName: null }

export const account: Chapter = {
  heading: 'The account of the website',
  async play(book) {
    const scene = opened(book)
    await scene.showSaid('Linked', '/start link_olena')
    await scene.showSaid('Linked already', '/start link_olena')
    await scene.showSaid('/myprofile of who is linked', '/myprofile')
    await scene.showPressed('The question before unlinking', 'button-ask-unlink')
    await scene.showPressed('Unlinked', 'button-unlink')
    await scene.showSaid('Linked to an account without grades or a name', '/start link_nameless')
    await scene.showSaid('A link that is used or too old', '/start link_olena')
    await showOwnGrades(book)
    await showAttempts(book)
    await showMove(book)
    await showReplacement(book)
  },
}

/** Tokens are the names of accounts in lower case, a number behind those of one account. */
function opened(book: Book): Scene {
  const tokens = new Map([
    ['olena', OLENA.id],
    ['olena2', OLENA.id],
    ['olena3', OLENA.id],
    ['andriy', ANDRIY.id],
    ['nameless', NAMELESS.id],
  ])
  const linkTokens = {
    claim: async (token: string) => {
      const webUserId = tokens.get(token)
      tokens.delete(token)
      return webUserId === undefined ? { kind: 'unknown' as const } : { kind: 'claimed' as const, webUserId }
    },
  }
  const scene = book.open([], { accountLinkUrl: SITE, linkTokens })
  scene.data.accounts.push(OLENA, ANDRIY, NAMELESS)
  scene.data.accountResults.set(OLENA.id, [{ nmtYear: 2025, source: 'account', grades: GRADES }])
  return Object.assign(scene, { linkTokens })
}

/** Another chat for the same tokens. */
function other(book: Book, scene: Scene): Scene {
  const { linkTokens } = scene as Scene & { linkTokens: { claim: never } }
  return book.beside(scene, { userId: 501, accountLinkUrl: SITE, linkTokens })
}

async function showOwnGrades(book: Book): Promise<void> {
  const own = (nmtYear: number) => ({ nmtYear, source: 'own' as const, grades: GRADES })
  const scene = opened(book)
  scene.data.results.set(scene.chatId, [own(2025), own(2024)])
  await scene.showSaid('Linked, with own grades of the same year', '/start link_olena')
  const several = opened(book)
  several.data.results.set(several.chatId, [own(2025), own(2024)])
  several.data.accountResults.set(OLENA.id, [
    { nmtYear: 2025, source: 'account', grades: GRADES },
    { nmtYear: 2024, source: 'account', grades: GRADES },
  ])
  await several.showSaid('Linked, with own grades of the same years', '/start link_olena')
}

async function showAttempts(book: Book): Promise<void> {
  const scene = opened(book)
  for (let time = 0; time < 10; time += 1) await scene.say(`/start link_guess${time}`)
  await scene.showSaid('Too many attempts', '/start link_olena')
}

async function showMove(book: Book): Promise<void> {
  const scene = opened(book)
  await other(book, scene).say('/start link_olena')
  await scene.showSaid('The account has another chat', '/start link_olena2')
  await scene.showAfter('Moved: the old chat and this one are told', () => scene.tap('button-move-here'))
}

async function showReplacement(book: Book): Promise<void> {
  const scene = opened(book)
  await scene.say('/start link_andriy')
  await scene.showSaid('The chat has another account', '/start link_olena')
  await scene.showPressed('It stays as it is', 'button-keep')
  await other(book, scene).say('/start link_olena2')
  await scene.showSaid('Both have another one', '/start link_olena3')
}
