// A directory for tests: a real OpenID Connect provider (oidc-provider) on this machine, its people, and a browser without a window that signs in there.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { letProvidersBeOnLoopback } from '../reach.ts'

export const secret = 'heron-pier-3f9c1d77a2b84e55'
export interface Person {
  email?: string
  email_verified?: boolean
  xms_edov?: boolean
}
export interface Directory {
  issuer: string
  /** By the name they sign in with, which is their subject */
  people: Record<string, Person>
  /** Answers nothing until it is let go on */
  silence(on: boolean): void
  close(): Promise<void>
}

/** `redirectUris` are where it may send people back to. */
export async function directory(redirectUris: string[], people: Record<string, Person>): Promise<Directory> {
  let silent = false
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  const server: Server = createServer((request, response) => (silent ? response.socket?.destroy() : answer(request, response)))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  letProvidersBeOnLoopback(true)
  answer = providerAt(issuer, redirectUris, people).callback()
  return {
    issuer,
    people,
    silence: (on) => void (silent = on),
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function providerAt(issuer: string, redirectUris: string[], people: Record<string, Person>): Provider {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'continuum',
        client_secret: secret,
        redirect_uris: redirectUris,
        post_logout_redirect_uris: redirectUris.map((uri) => uri.replace('/sign-in/return', '/')),
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified', 'xms_edov'] },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    cookies: { keys: ['a key of the tests'] },
    findAccount: (_context: unknown, id: string) =>
      people[id] && { accountId: id, claims: async () => ({ sub: id, ...people[id] }) },
    // Our own staff need not agree to what their own agency connected.
    loadExistingGrant: async (context: { oidc: { client: { clientId: string }; session: { accountId: string } } }) => {
      const { client, session } = context.oidc
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  return provider
}

/** A browser without a window: keeps cookies, follows the provider's redirects, fills in its form, stops where it is sent back to us. */
export class Browser {
  private readonly cookies = new Map<string, string>()

  /** Signs in as somebody and answers what the provider sent back: the query of our address. */
  async signIn(address: string, login: string): Promise<string> {
    let reply = await this.get(address)
    for (let steps = 0; steps < 12; steps++) {
      const to = reply.headers.get('location')
      if (to) {
        const next = new URL(to, reply.url)
        if (next.pathname === '/sign-in/return') return next.search
        reply = await this.get(next.href)
      } else {
        const html = await reply.text()
        const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1]
        if (!action) throw new Error(`The provider showed: ${html.slice(0, 300)}`)
        reply = await this.ask(new URL(action, reply.url).href, new URLSearchParams({ prompt: 'login', login, password: 'any' }))
      }
    }
    throw new Error('The provider goes round in circles.')
  }

  private get(address: string): Promise<Response> {
    return this.ask(address)
  }

  private async ask(address: string, body?: URLSearchParams): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(address, { redirect: 'manual', headers: { cookie }, ...(body && { method: 'POST', body }) })
    for (const set of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(set)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return reply
  }
}
