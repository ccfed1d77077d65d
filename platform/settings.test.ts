import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settingsOf } from './settings.ts'

test('by default it serves on loopback, port 8420, with the demonstration', () => {
  const { host, port, secure, demonstration } = settingsOf({})
  assert.deepEqual({ host, port, secure, demonstration }, { host: '127.0.0.1', port: 8420, secure: false, demonstration: true })
})
test('plain http outside loopback is refused', () => {
  for (const host of ['0.0.0.0', '192.168.1.4', '::', 'example.org'])
    assert.throws(() => settingsOf({ HOST: host }), /does not serve plain http/)
})
test('a declared proxy that ends TLS is believed', () => {
  const { secure, trustProxy } = settingsOf({ HOST: '0.0.0.0', CONTINUUM_TLS_PROXY: 'on' })
  assert.deepEqual({ secure, trustProxy }, { secure: true, trustProxy: true })
})
test('half a certificate is refused', () => assert.throws(() => settingsOf({ CONTINUUM_TLS_CERT: 'a.pem' }), /both/))
test('a port that is no port is refused', () => assert.throws(() => settingsOf({ PORT: 'http' }), /PORT must be/))
