// Malformed requests, made from our own OpenAPI document: each one breaks a promise that the document makes, so none may store anything.
import { randomUUID } from 'node:crypto'

interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  format?: string
  enum?: unknown[]
}
export interface Operation {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT'
  path: string
  permission: string
  body: Schema | undefined
  takesFile: boolean
}
export interface Malformed {
  kind: string
  permission: string
  method: Operation['method']
  url: string
  headers: Record<string, string>
  payload?: string
}

/* eslint-disable @typescript-eslint/no-explicit-any */
export const operationsOf = (document: { paths: Record<string, Record<string, any>> }): Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => ({
      path,
      method: method.toUpperCase() as Operation['method'],
      permission: told['x-permission'],
      body: told.requestBody?.content['application/json']?.schema,
      takesFile: Boolean(told.requestBody?.content['multipart/form-data']),
    })),
  )

const noIds = [
  '1',
  'null',
  '%00',
  "'",
  '..%2f..%2f',
  '%ff%fe',
  'x'.repeat(150),
  '00000000-0000-0000-0000-00000000000g',
  '%F0%9F%92%A9',
  '-1',
  '${7*7}',
]
const noJson = [
  '{',
  '{"a":',
  '{"a":1}}',
  'undefined',
  '\u0000',
  '{"a":"\n"}',
  '{"a":01}',
  '[1,]',
  "{'a':1}",
  '﻿{',
  '{"a":1e}',
  'NaN',
]
const noObject = ['[]', '"word"', '42', 'true', '[[[[]]]]', '[{"a":1}]', '-0', '""', `${'['.repeat(5000)}${']'.repeat(5000)}`]
const noMedia = [
  'text/xml',
  'text/plain',
  'application/x-www-form-urlencoded',
  'nonsense',
  'application/octet-stream',
  'image/png',
]
const noKeys = ['', 'short', 'k'.repeat(201)]
/** Words and shapes that have broken servers before; each is of none of the types it is put in the place of. */
const strange: unknown[] = [
  { $ne: null },
  [['x']],
  { toString: 'x' },
  [1, 2, 3],
  { length: 1e9 },
  [null],
  { constructor: { prototype: {} } },
]

export function malformedOf(operations: Operation[], ids: Record<string, string>, random: () => number): () => Malformed {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const addressed = (path: string, wrong = false) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      wrong ? encodeURI(pick(noIds)).replaceAll('%25', '%') : (ids[name] ?? randomUUID()),
    )
  const withIds = operations.filter(({ path }) => /\{\w+Id\}/.test(path) && !/\{(?!\w+Id\})/.test(path))
  const withBodies = operations.filter(({ body }) => body !== undefined)
  const demanding = withBodies.filter(({ body }) => (body?.required ?? []).length > 0)
  const usual = (method: string): Record<string, string> =>
    method === 'GET' ? {} : { 'idempotency-key': randomUUID(), 'if-match': '"1"', 'content-type': 'application/json' }
  /** What the document says is a word gets a shape, what is a shape gets a number; what may be several things is left out. */
  const strangeFor = (schema: Schema | undefined): unknown =>
    typeof schema?.type !== 'string'
      ? undefined
      : schema.type === 'object'
        ? 42
        : schema.type === 'array'
          ? 'word'
          : pick(strange)
  const on = (
    kind: string,
    { method, path, permission }: Operation,
    payload?: string,
    headers: Record<string, string> = {},
  ): Malformed => ({
    kind,
    permission,
    method,
    url: addressed(path),
    headers: { ...usual(method), ...headers },
    ...(payload !== undefined && { payload }),
  })
  const kinds: (() => Malformed)[] = [
    () => {
      const at = pick(withIds)
      return { ...on('an id that is none', at, at.method === 'GET' ? undefined : '{}'), url: addressed(at.path, true) }
    },
    () => on('no JSON', pick(withBodies), pick(noJson)),
    () => on('no object', pick(demanding), pick(noObject)),
    () =>
      on('another media type', pick(demanding), '<a>'.repeat(1 + Math.floor(random() * 500)), { 'content-type': pick(noMedia) }),
    () => on('no key', pick(withBodies), '{}', { 'idempotency-key': pick(noKeys) }),
    () =>
      on('nothing of what is needed', pick(demanding), JSON.stringify({ [pick(['a', '__proto__', 'id', ''])]: pick(strange) })),
    () => {
      const at = pick(demanding)
      const needed = pick(at.body?.required ?? [])
      const others = (at.body?.required ?? []).filter((name) => name !== needed)
      return on('one thing missing', at, JSON.stringify(Object.fromEntries(others.map((name) => [name, 'word']))))
    },
    () => {
      const at = pick(demanding)
      const names = at.body?.required ?? []
      return on(
        'strange shapes',
        at,
        JSON.stringify(Object.fromEntries(names.map((name) => [name, strangeFor(at.body?.properties?.[name])]))),
      )
    },
    () => on('too large', pick(demanding), `{"x":"${'x'.repeat(random() < 0.02 ? 12_000_000 : 1)}"}`),
  ]
  return () => pick(kinds)()
}
