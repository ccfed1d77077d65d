// Where an administrator may not send us: this machine, cloud metadata, plain http, other schemes; by name, by number, and by what a name resolves to.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { isReachable, letProvidersBeOnLoopback, lookUpGuarded, NotReachable, reach } from './reach.ts'

test('an issuer is reached over https only, and never on this machine or next to it', () => {
  letProvidersBeOnLoopback(false)
  for (const address of [
    'http://idp.example.org',
    'http://localhost:8080',
    'https://localhost',
    'https://127.0.0.1',
    'https://127.9.9.9:8443/x',
    'https://0.0.0.0',
    'https://2130706433',
    'https://0x7f000001',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://224.0.0.1',
    'https://user@idp.example.org',
    'ftp://idp.example.org',
    'file:///etc/passwd',
  ])
    assert.equal(isReachable(new URL(address)), false, address)
  for (const address of ['https://idp.example.org/realms/a', 'https://10.1.2.3/adfs', 'https://[2001:4860::8888]/'])
    assert.equal(isReachable(new URL(address)), true, address)
})

test('a name that resolves to this machine is refused when it is connected to, whatever it was before', async () => {
  const found = await new Promise<Error | null>((told) => lookUpGuarded('localhost', { all: true }, (error) => told(error)))
  assert.ok(found instanceof NotReachable)
})

test('a redirect is not followed, a flood of bytes is cut off, and silence ends after four seconds', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
    else if (request.url === '/flood') response.end(Buffer.alloc(3_000_000))
    else if (request.url !== '/silence') response.end('ok')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const at = `http://localhost:${(server.address() as AddressInfo).port}`
  const options = { method: 'GET', headers: {}, body: undefined, redirect: 'manual' as const }
  await assert.rejects(reach(`${at}/`, options), NotReachable)
  letProvidersBeOnLoopback(true)
  assert.equal(await (await reach(`${at}/`, options)).text(), 'ok', 'control')
  assert.equal((await reach(`${at}/away`, options)).status, 302)
  await assert.rejects(reach(`${at}/flood`, options), NotReachable)
  await assert.rejects(reach(`${at}/silence`, options))
  letProvidersBeOnLoopback(false)
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})
