// Trouble with the database or the disk is told as trouble that passes, and nothing else is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outageOf } from './outage.ts'

const fault = (message: string, more: object = {}) => Object.assign(new Error(message), more)

test('a database that ends, restarts, refuses or vanishes is away', () => {
  for (const code of ['57P01', '57P02', '57P03', '53300', '08006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])
    assert.equal(outageOf(fault('x', { code })), 'away', code)
  for (const words of [
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client was closed and is not queryable',
  ])
    assert.equal(outageOf(fault(words)), 'away', words)
})

test('a full or failing disk is told apart, the database’s and our own', () => {
  for (const code of ['53100', '58030', 'ENOSPC', 'EDQUOT', 'EROFS']) assert.equal(outageOf(fault('x', { code })), 'full', code)
})

test('control: a missing socket is an outage, a missing file is not; a broken rule and our own mistakes are not', () => {
  assert.equal(outageOf(fault('x', { code: 'ENOENT', syscall: 'connect' })), 'away')
  assert.equal(outageOf(fault('x', { code: 'ENOENT', syscall: 'open' })), null)
  for (const code of ['23505', '42501', 'P0001']) assert.equal(outageOf(fault('x', { code })), null, code)
  assert.equal(outageOf(new TypeError('Cannot read properties of undefined')), null)
  assert.equal(outageOf(undefined), null)
})
