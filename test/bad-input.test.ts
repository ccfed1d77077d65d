// Bad input to every route: wrong types, broken JSON, huge bodies, hostile strings. The answer is a clear 4xx problem, never a 5xx, and nothing is stored.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Permission } from '../platform/access/permissions.ts'
import { rolesMay } from '../platform/access/permissions.ts'
import { letPiaIn } from './receivers.ts'
import { people, world, type Person, type World } from './world.ts'

interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  format?: string
  minLength?: number
  minimum?: number
  $ref?: string
}
interface Operation {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT'
  path: string
  permission: string
  body: Schema | undefined
  takesFile: boolean
  query: string[]
}

let w: World
let operations: Operation[]
let ids: { caseId: string; clientId: string }

before(async () => {
  w = await world()
  await letPiaIn(w)
  ids = await w.openCase()
  const { body } = await w.as('maya').get('/api/openapi.json')
  operations = Object.entries(body.paths as Record<string, Record<string, any>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => ({
      path,
      method: method.toUpperCase() as Operation['method'],
      permission: told['x-permission'],
      body: told.requestBody?.content['application/json']?.schema,
      takesFile: Boolean(told.requestBody?.content['multipart/form-data']),
      query: told.parameters.filter((each: { in: string }) => each.in === 'query').map((each: { name: string }) => each.name),
    })),
  )
})
after(() => w.close())

/** Somebody who may use the route, so that what is tested is the input and not the door. */
function whoMay(permission: string): Person {
  const able = (['maya', 'omar', 'ada', 'ines', 'quinn'] as const).find((person) =>
    rolesMay(people[person].roles, permission as Permission),
  )
  return able ?? (permission === 'answer-referrals' ? 'pia' : 'maya')
}
const addressed = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name as 'caseId'] ?? randomUUID())

interface Sending {
  url?: string
  payload?: string | Buffer
  headers?: Record<string, string>
}

async function send(operation: Operation, { url, payload, headers = {} }: Sending) {
  const reply = await w.app.inject({
    method: operation.method,
    url: url ?? addressed(operation.path),
    remoteAddress: `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
    headers: {
      cookie: w.cookieOf(whoMay(operation.permission)),
      ...(operation.method !== 'GET' && {
        'idempotency-key': randomUUID(),
        'if-match': '"1"',
        'content-type': 'application/json',
      }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  })
  const isProblem = String(reply.headers['content-type']).startsWith('application/problem+json')
  return { status: reply.statusCode, isProblem, text: reply.body }
}

/** Every table's number of rows, less what any request leaves: the audit, and the count of tries from one address. */
async function stored(): Promise<string> {
  const rows: { name: string }[] = await w.asOwner(`select c.oid::regclass::text as name from pg_class c where c.relkind = 'r'
    and c.relnamespace in ('public'::regnamespace, 'authz'::regnamespace, 'graphile_worker'::regnamespace) and c.relname not in ('audit_event', 'attempt', 'house_migration')`)
  const counts = await w.asOwner(
    rows.map(({ name }) => `select '${name}' as t, count(*)::int as n from ${name}`).join(' union all '),
  )
  return JSON.stringify(counts)
}

/** Six at a time: the server answers them as it would answer six people. */
async function inTurns<In, Out>(inputs: In[], act: (input: In) => Promise<Out>): Promise<Out[]> {
  const answers: Out[] = []
  for (let index = 0; index < inputs.length; index += 6)
    answers.push(...(await Promise.all(inputs.slice(index, index + 6).map(act))))
  return answers
}

/** Sends each of the inputs to each operation and lists the answers that are not a clear 4xx, and whether anything was stored. */
async function refusedEverywhere(among: Operation[], inputs: (operation: Operation) => Sending[]): Promise<string[]> {
  const earlier = await stored()
  const broken: string[] = []
  for (const operation of among) {
    for (const input of inputs(operation)) {
      const { status, isProblem, text } = await send(operation, input)
      const clear = status >= 400 && status < 500 && isProblem && /"code":"[a-z]/.test(text) && /"detail":"[A-Z]/.test(text)
      if (!clear)
        broken.push(
          `${operation.method} ${operation.path} ${JSON.stringify(input).slice(0, 120)} → ${status} ${text.slice(0, 200)}`,
        )
    }
  }
  if ((await stored()) !== earlier) broken.push('something was stored')
  return broken
}

const writes = () => operations.filter(({ body }) => body !== undefined)

test('the API is large enough to be worth this', () => assert.ok(writes().length >= 40 && operations.length >= 80))

test('400 a body that is not an object: a list, a word, a number, nothing', async () => {
  const wrong = ['[]', '"word"', '42', 'true', '[[[[]]]]', '[{"a":1}]']
  assert.deepEqual(await refusedEverywhere(writes(), () => wrong.map((payload) => ({ payload }))), [])
})

test('400 broken JSON', async () => {
  const broken = ['{', '{"a":', '{"a":1}}', 'undefined', '\u0000', '{"a":"\n"}', Buffer.from([0xff, 0xfe, 0x00])]
  assert.deepEqual(await refusedEverywhere(writes(), () => broken.map((payload) => ({ payload }))), [])
})

test('413 a body of several megabytes', async () => {
  const payload = `{"note":"${'x'.repeat(12_000_000)}"}`
  const among = writes()
  assert.deepEqual(await refusedEverywhere(among, () => [{ payload }]), [])
  const { status } = await send(among[0]!, { payload })
  assert.equal(status, 413)
})

test('415 a body in another form', async () => {
  const forms = ['text/xml', 'text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', 'nonsense']
  const inputs = () =>
    forms
      .filter((form) => !form.startsWith('application/json'))
      .map((form) => ({ payload: '<a>', headers: { 'content-type': form } }))
  assert.deepEqual(await refusedEverywhere(writes(), inputs), [])
})

test('400 a write without an Idempotency-Key, or with one too short or too long', async () => {
  const keys = ['', 'short', 'k'.repeat(201)]
  assert.deepEqual(
    await refusedEverywhere(writes(), () => keys.map((key) => ({ payload: '{}', headers: { 'idempotency-key': key } }))),
    [],
  )
})

/** A body of the right shape, as small as the schema allows. */
function plausible(schema: Schema | undefined, root: Schema, depth = 0): unknown {
  if (!schema || depth > 6) return null
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0]
  if (choice) return plausible(choice, root, depth + 1)
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, each]) => [name, plausible(each, root, depth + 1)]),
      )
    case 'array':
      return [plausible(schema.items, root, depth + 1)]
    case 'string':
      return (
        { uuid: randomUUID(), date: '2026-01-05', 'date-time': '2026-01-05T10:00:00Z', email: 'a@example.org' }[
          schema.format ?? ''
        ] ?? 'word'.padEnd(schema.minLength ?? 4, '.')
      )
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    default:
      return null
  }
}

/** The values that have broken servers before: nothing, other shapes, numbers past every range, days that do not exist, words PostgreSQL or JSON cannot hold. */
const spoilers = [
  null,
  [],
  { $ne: null },
  1e308,
  -1,
  '2026-02-31',
  'a\u0000b',
  '\ud800',
  "'; drop table client; --",
  'x'.repeat(70_000),
]

/** The plausible body with one of its fields replaced, for each field. */
function spoiled(operation: Operation, values: unknown[]): Sending[] {
  const body = plausible(operation.body, operation.body ?? {})
  if (typeof body !== 'object' || body === null) return []
  return Object.keys(body).flatMap((name) => values.map((value) => ({ payload: JSON.stringify({ ...body, [name]: value }) })))
}

test('never 5xx: every field of every body with values of the wrong type and hostile words', async () => {
  const broken: string[] = []
  for (const operation of writes()) {
    const answers = await inTurns(spoiled(operation, spoilers), async (input) => ({ input, ...(await send(operation, input)) }))
    for (const { input, status, isProblem, text } of answers) {
      if (status >= 500 || (status >= 400 && !isProblem))
        broken.push(
          `${operation.method} ${operation.path} ${String(input.payload).slice(0, 300)} → ${status} ${text.slice(0, 200)}`,
        )
    }
  }
  assert.deepEqual(broken, [])
})

test('never 5xx: names that mean something to JavaScript, and a body nested a thousand deep', async () => {
  const payloads = [
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`,
    '{"a":1,"a":2,"toString":null,"hasOwnProperty":1}',
  ]
  const broken: string[] = []
  for (const operation of writes()) {
    for (const payload of payloads) {
      const { status, isProblem, text } = await send(operation, { payload })
      if (status >= 500 || (status >= 400 && !isProblem))
        broken.push(`${operation.method} ${operation.path} → ${status} ${text.slice(0, 200)}`)
    }
  }
  assert.deepEqual(broken, [])
  assert.equal(({} as { polluted?: boolean }).polluted, undefined)
})

test('4xx: paths with ids that are no ids', async () => {
  const wrong = [
    '1',
    'null',
    '%00',
    "'",
    '..%2f..%2f',
    '%ff%fe',
    'x'.repeat(199),
    '00000000-0000-0000-0000-00000000000g',
    '%F0%9F%92%A9',
    '[object%20Object]',
  ]
  const among = operations.filter(({ path }) => path.includes('{'))
  const inputs = ({ path, method }: Operation) =>
    wrong.map((id) => ({ url: path.replaceAll(/\{\w+\}/g, id), ...(method !== 'GET' && { payload: '{}' }) }))
  assert.deepEqual(await refusedEverywhere(among, inputs), [])
})

test('4xx: files that are no files: no form, a broken form, an empty one, a JSON body', async () => {
  const form = { 'content-type': 'multipart/form-data; boundary=b' }
  const inputs = () => [
    { payload: '{}' },
    { payload: 'nothing', headers: form },
    { payload: '--b--\r\n', headers: form },
    { payload: '--b\r\ncontent-disposition: form-data; name="note"\r\n\r\nhello\r\n--b--\r\n', headers: form },
    {
      payload: '--b\r\ncontent-disposition: form-data; name="file"; filename="../../x.exe"\r\n\r\nMZ\u0000\r\n--b--\r\n',
      headers: form,
    },
  ]
  assert.deepEqual(
    await refusedEverywhere(
      operations.filter(({ takesFile }) => takesFile),
      inputs,
    ),
    [],
  )
})

test('never 5xx: every query parameter of every read with hostile words, once and twice', async () => {
  const values = ['%00', '%ff', '-1', '1e400', '2026-99-99', 'A'.repeat(5_000), '%ED%A0%80']
  const broken: string[] = []
  for (const operation of operations.filter(({ method }) => method === 'GET')) {
    const names = [...new Set([...operation.query, 'after', 'unknown'])]
    const urls = names.flatMap((name) => [...values.map((value) => `${name}=${value}`), `${name}=a&${name}=b`])
    const answers = await inTurns(urls, async (query) => ({
      query,
      ...(await send(operation, { url: `${addressed(operation.path)}?${query}` })),
    }))
    for (const { query, status, isProblem, text } of answers)
      if (status >= 500 || (status >= 400 && !isProblem))
        broken.push(`${operation.path}?${query.slice(0, 40)} → ${status} ${text.slice(0, 200)}`)
  }
  assert.deepEqual(broken, [])
})

test('4xx: versions that are no versions', async () => {
  const among = operations.filter(({ method }) => method === 'PATCH')
  const versions = ['', '*', '"x"', '"-1"', '"1e9"', '"99999999999999999999"', '"1", "2"']
  assert.deepEqual(
    await refusedEverywhere(among, () => versions.map((version) => ({ payload: '{}', headers: { 'if-match': version } }))),
    [],
  )
})
