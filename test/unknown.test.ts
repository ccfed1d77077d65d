// Need-to-know over HTTP: every route of the API, asked by every role for what it may not know, answers exactly as for what never existed.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { letPiaIn } from './receivers.ts'
import { canary, columnsOf, fillEveryTable, liftConstraints, personalTables, type Scenario } from './strangers.ts'
import { people, world, type Person, type World } from './world.ts'

interface Operation {
  method: 'get' | 'post' | 'patch' | 'put'
  path: string
}

let w: World
let operations: Operation[]
let secrets: Scenario[]
const everybodyHere = [...(Object.keys(people) as Person[]).filter((person) => person !== 'bea'), 'pia' as const]

before(async () => {
  w = await world()
  await letPiaIn(w)
  const personal = await personalTables(w)
  await liftConstraints(w)
  secrets = [
    await fillEveryTable(w, w.otherAgencyId),
    await fillEveryTable(w, w.agencyId, {
      client: { confidentiality: `'sealed'` },
      case_record: { labels: 'authz.seal_label()' },
      // What everybody of an agency reads (its staff, programs, instruments) is no secret here, and would not be well-formed.
      ...Object.fromEntries((await sharedTables(personal)).map((table) => [table, { agency_id: `'${w.otherAgencyId}'` }])),
    }),
  ]
  const { body } = await w.as('maya').get('/api/openapi.json')
  operations = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ path, method: method as Operation['method'] })),
  )
})
after(() => w.close())

/** Tables with no way to a client or a case. */
const sharedTables = async (personal: readonly string[]): Promise<string[]> =>
  [...(await columnsOf(w)).keys()].filter((table) => table !== 'agency' && !personal.includes(table))

const addressed = (path: string, id: string) => path.replaceAll(/\{\w+\}/g, id)

async function ask(person: Person, { method, path }: Operation, id: string) {
  const url = addressed(path, id)
  const reply = await (method === 'get' ? w.as(person).get(url) : w.as(person)[method](url, {}, { ifMatch: 1 }))
  const text = Buffer.isBuffer(reply.body) ? reply.body.toString() : JSON.stringify(reply.body ?? '')
  return {
    status: reply.status,
    code: reply.body?.code,
    text: text.replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, (found) =>
      found === id || text.includes(`"traceId":"${found}"`) ? 'some id' : found,
    ),
  }
}

test('the API has routes for clients and cases to ask about', () => {
  assert.ok(operations.filter(({ path }) => path.includes('{caseId}')).length >= 20)
  assert.ok(operations.filter(({ path }) => path.includes('{clientId}')).length >= 10)
})

for (const person of everybodyHere) {
  test(`404 for ${person}: every read of a hidden client, case or thing in them`, async () => {
    const broken: string[] = []
    for (const operation of operations.filter(({ method, path }) => method === 'get' && path.includes('{'))) {
      const absent = await ask(person, operation, randomUUID())
      for (const { id } of secrets) {
        const hidden = await ask(person, operation, id)
        const aboutCase = /\{(caseId|clientId)\}/.test(operation.path)
        const fine =
          (!aboutCase || hidden.status === 404) &&
          hidden.status < 500 &&
          hidden.status === absent.status &&
          hidden.text === absent.text
        if (!fine || hidden.text.includes(canary))
          broken.push(
            `${operation.path}: ${hidden.status} ${hidden.code}, for what never existed ${absent.status} ${absent.code}`,
          )
      }
    }
    assert.deepEqual(broken, [])
  })

  test(`${person} changes nothing hidden: every write answers as if it did not exist`, async () => {
    const broken: string[] = []
    for (const operation of operations.filter(({ method, path }) => method !== 'get' && path.includes('{'))) {
      const absent = await ask(person, operation, randomUUID())
      for (const { id } of secrets) {
        const hidden = await ask(person, operation, id)
        const fine = hidden.status >= 400 && hidden.status < 500 && hidden.status === absent.status && hidden.code === absent.code
        if (!fine || hidden.text.includes(canary))
          broken.push(
            `${operation.method} ${operation.path}: ${hidden.status} ${hidden.code}, for what never existed ${absent.status} ${absent.code}`,
          )
      }
    }
    assert.deepEqual(broken, [])
  })

  test(`no list, count or search that ${person} opens names what is hidden`, async () => {
    const broken: string[] = []
    for (const operation of operations.filter(({ method, path }) => method === 'get' && !path.includes('{'))) {
      for (const query of ['', `?q=${canary}`, `?search=${canary}`, `?caseId=${secrets[0]?.id}`, `?clientId=${secrets[1]?.id}`]) {
        const { status, text } = await ask(person, { ...operation, path: `${operation.path}${query}` }, '')
        if (status >= 500 || text.includes(canary) || secrets.some(({ id }) => text.includes(id) && !query.includes(id)))
          broken.push(`${operation.path}${query}: ${status} ${text.slice(0, 200)}`)
      }
      const { status, body } = await w.as(person).get(operation.path, { 'x-search': encodeURIComponent(canary) })
      if (status >= 500 || JSON.stringify(body).includes(canary))
        broken.push(`${operation.path} searched for the hidden name: ${status}`)
    }
    assert.deepEqual(broken, [])
  })
}

test('401 without a sign-in: every route that is not public, before anything is looked at', async () => {
  const { body } = await w.as('maya').get('/api/openapi.json')
  const broken: string[] = []
  for (const { method, path } of operations) {
    if (body.paths[path][method]['x-permission'] === 'public') continue
    const reply = await w.app.inject({
      method: method.toUpperCase() as 'GET',
      url: addressed(path, secrets[0]?.id ?? ''),
      headers: method === 'get' ? {} : { 'idempotency-key': randomUUID() },
      ...(method !== 'get' && { payload: {} }),
    })
    if (reply.statusCode !== 401) broken.push(`${method} ${path}: ${reply.statusCode} ${reply.body.slice(0, 150)}`)
  }
  assert.deepEqual(broken, [])
})
