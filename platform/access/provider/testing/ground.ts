// The ground of the tests of signing in through a provider: an agency, its directory, and the ways to go there and come back.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { world, type World } from '../../../../test/world.ts'
import { Browser, directory, secret, type Directory } from './directory.ts'

export const origin = 'http://localhost:8080'
const verified = { email_verified: true }
const people = () => ({
  'maya-at-work': { email: 'Maya@Example.org', ...verified },
  'zoe-at-work': { email: 'zoe@example.org', ...verified },
  'unverified-omar': { email: 'omar@example.org', email_verified: false },
  'unsaid-omar': { email: 'omar@example.org' },
  'entra-ines': { email: 'ines@example.org', xms_edov: true },
  'entra-lies': { email: 'quinn@example.org', email_verified: false, xms_edov: true },
  stranger: { email: 'stranger@example.org', ...verified },
  'bea-at-bayside': { email: 'bea@bayside.org', ...verified },
  'second-maya': { email: 'maya@example.org', ...verified },
  bill: { email: 'bill@example.org', ...verified },
  'no-address': {},
})

export interface Ground {
  w: World
  there: Directory
  elsewhere: Directory
  /** Ada (or somebody else) saves the settings; what is not named is as usual. */
  name(more?: object, person?: 'ada' | 'maya'): Promise<{ status: number; body: any }>
  post(url: string, payload: object, headers?: Record<string, string>): ReturnType<typeof sending>
  depart(whose?: object): Promise<{ address: string; cookie: string }>
  comeBack(answer: string, cookie: string): ReturnType<typeof sending>
  signIn(login: string, browser?: Browser): ReturnType<typeof sending>
  me(cookie: string): Promise<{ statusCode: number; json(): any }>
  close(): Promise<void>
}
export type Sent = Awaited<ReturnType<typeof sending>>

export const settings = (there: Directory, more: object = {}) => ({
  issuer: there.issuer,
  connectionId: 'continuum',
  secret,
  domains: ['example.org'],
  label: 'Harborview Directory',
  passwords: 'everybody',
  standing: 'on',
  ...more,
})

let calls = 0
/** From another address each time, so that the count of tries is not what is tested. */
const sending = (w: World, url: string, payload: object, headers: Record<string, string>) =>
  w.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { origin, host: 'localhost:8080', 'idempotency-key': randomUUID(), ...headers },
    remoteAddress: `10.7.${Math.floor(++calls / 250)}.${calls % 250}`,
  })

export async function ground(): Promise<Ground> {
  const w = await world()
  // Bea of the other agency has an address of another organization, as in life.
  await w.asOwner(`update staff set email = 'bea@bayside.org' where id = $1`, [w.staffId.bea])
  const back = [`${origin}/sign-in/return`]
  const [there, elsewhere] = [await directory(back, people()), await directory(back, people())]
  let version = 0
  const post: Ground['post'] = (url, payload, headers = {}) => sending(w, url, payload, headers)
  const comeBack: Ground['comeBack'] = (answer, cookie) => post('/api/sign-in/provider/return', { answer }, { cookie })
  const depart: Ground['depart'] = async (whose = { domain: 'example.org' }) => {
    const reply = await post('/api/sign-in/provider/departure', whose)
    assert.equal(reply.statusCode, 200, reply.body)
    return { address: String(reply.json().address), cookie: cookieIn(reply, 'continuum-provider') }
  }
  return {
    w,
    there,
    elsewhere,
    post,
    depart,
    comeBack,
    name: async (more = {}, person = 'ada') => {
      const reply = await w.as(person).patch('/api/agency/identity-provider', settings(there, more), { ifMatch: version })
      if (reply.status === 200) version = reply.body.version
      return reply
    },
    signIn: async (login, browser = new Browser()) => {
      const { address, cookie } = await depart()
      return comeBack(await browser.signIn(address, login), cookie)
    },
    me: (cookie) => w.app.inject({ url: '/api/me', headers: { cookie } }),
    close: async () => {
      await there.close()
      await elsewhere.close()
      await w.close()
    },
  }
}

export const cookieIn = (reply: Sent, named: string): string =>
  new RegExp(`(?:^|,)(${named}=[^;]*)`).exec([reply.headers['set-cookie'] ?? []].flat().join(','))?.[1] ?? ''

export async function refused(reply: Sent, code: string) {
  assert.deepEqual([reply.statusCode, reply.json().code], [401, code], reply.body)
  assert.equal(cookieIn(reply, 'continuum'), '', 'nobody is signed in')
}
