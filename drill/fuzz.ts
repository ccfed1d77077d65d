// 100,000 malformed requests made from our own OpenAPI document: no answer of 5xx, no internals in a body, nothing stored.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Drill } from '../bin/drill.ts'
import { capabilities } from '../capabilities.ts'
import { rolesMay, type Permission } from '../platform/access/permissions.ts'
import { write, type Capability } from '../platform/capability.ts'
import { buildServer } from '../platform/http/server.ts'
import { people, type Person } from '../test/world.ts'
import { ground, type Ground } from './ground.ts'
import { dice } from '../test/dice.ts'
import { malformedOf, operationsOf } from './malformed.ts'

const internals =
  /node_modules|\.(ts|js):\d+|\bat \S+ \(|SQLSTATE|syntax error|relation "|column "|constraint "|violates|kysely|\bpg_\w|ECONN|Cannot read prop|is not a function|\/home\/|"stack"/i

/** The seeded fault: a route that promises a word and takes anything, so that it fails inside. */
const promised = z.object({ word: z.string() })
const careless: Capability = {
  name: 'careless',
  routes: [
    write(
      '/careless',
      'signed-in',
      Object.assign(Object.create(promised), { parse: (said: unknown) => said }) as typeof promised,
      async (_work, { word }) => ({
        loud: word.trim(),
      }),
    ),
  ],
}

/** Rows of every table, less what any request leaves: the audit and its seals, and the count of tries from one address. */
async function stored(on: Ground): Promise<string> {
  const left = ['audit_event', 'attempt', 'house_migration', 'sign_in']
  const tables = await on.ask<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relname <> all ($1) and c.relname not like 'audit\\_%'
      and c.relnamespace in ('public'::regnamespace, 'authz'::regnamespace, 'graphile_worker'::regnamespace)`,
    [left],
  )
  const counts = await on.ask(
    tables.map(({ name }) => `select '${name}' as t, count(*)::int as n from ${name}`).join(' union all '),
  )
  return JSON.stringify(counts)
}

function whoMay(permission: string): Person {
  const able = (['maya', 'omar', 'ada', 'ines', 'quinn'] as const).find((person) =>
    rolesMay(people[person].roles, permission as Permission),
  )
  return able ?? 'maya'
}

export const drill: Drill = async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      careless: { type: 'boolean', default: false },
    },
  })
  const on = await ground({ fsync: false, settings: { log_min_messages: 'fatal' } })
  const w = on.world
  const app = await buildServer({ db: w.db, capabilities: values.careless ? [...capabilities, careless] : capabilities })
  const document = await app.inject({ url: '/api/openapi.json', headers: { cookie: w.cookieOf('maya') } })
  const operations = operationsOf(document.json())
  const random = dice(Number(values.seed))
  const next = malformedOf(operations, { ...(await w.openCase()) }, random)
  const before = await stored(on)
  const [answers, broken] = [new Map<number, number>(), [] as string[]]
  const send = async () => {
    const { kind, permission, method, url, headers, payload } = next()
    const cookie = w.cookieOf(whoMay(permission))
    const remoteAddress = `10.${Math.floor(random() * 250)}.${Math.floor(random() * 250)}.${Math.floor(random() * 250)}`
    const { statusCode: status, body } = await app.inject({
      method,
      url,
      remoteAddress,
      headers: { cookie, ...headers },
      ...(payload !== undefined && { payload }),
    })
    answers.set(status, (answers.get(status) ?? 0) + 1)
    if (status < 400 || status >= 500 || internals.test(body))
      broken.push(`${kind}: ${method} ${url.slice(0, 120)} ${(payload ?? '').slice(0, 120)} → ${status} ${body.slice(0, 200)}`)
  }
  const count = Number(values.count)
  const started = performance.now()
  for (let sent = 0; sent < count && broken.length < 20; sent += 6) await Promise.all(Array.from({ length: 6 }, send))
  if ((await stored(on)) !== before) broken.push('Something was stored.')
  const told = [...answers].toSorted(([one], [other]) => one - other).map(([status, times]) => `${times} × ${status}`)
  console.log(
    `${operations.length} operations, ${count} requests in ${((performance.now() - started) / 1000).toFixed(0)} s: ${told.join(', ')}`,
  )
  await app.close()
  await on.clear()
  if (broken.length > 0) throw new Error(broken.slice(0, 10).join('\n'))
}
