// Words that must not leave their ciphertext are planted by the product's own routes, and looked for everywhere: rows, pages on disk, logs, answers, papers.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { extractText, getDocumentProxy } from 'unpdf'
import { capabilities } from '../capabilities.ts'
import { buildServer } from '../platform/http/server.ts'
import { people, world, type Person, type World } from './world.ts'

/** Words no other data can hold. The last is planted where anybody may read it: a search that does not find it is broken. */
const planted = {
  street: 'Zephyrwood',
  town: 'Quillhaven',
  number: '987-65-4329',
  note: 'obsidian lantern',
  provider: 'zinnia-turbine-4471',
}
const open = 'marmalade lighthouse'
const secretWords = [...Object.values(planted), planted.number.replaceAll('-', '')]

let w: World
let app: FastifyInstance
let log = ''
let ids: { clientId: string; caseId: string }
const answers: { from: string; text: string }[] = []

before(async () => {
  w = await world()
  const stream = new Writable({ write: (chunk, _encoding, done) => ((log += chunk), done()) })
  app = await buildServer({ db: w.db, capabilities, logger: { level: 'trace', stream } })
  await app.ready()
  ids = await w.openCase({ displayName: 'Robin Vale' })
})
after(async () => {
  await app.close()
  await w.close()
})

async function ask(
  person: Person,
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  payload?: object,
  more: Record<string, string> = {},
) {
  const headers = { cookie: w.cookieOf(person), ...(method !== 'GET' && { 'idempotency-key': randomUUID() }), ...more }
  const reply = await app.inject({ method, url, headers, ...(payload && { payload }) })
  const isPdf = String(reply.headers['content-type']).includes('pdf')
  const text = isPdf
    ? (await extractText(await getDocumentProxy(new Uint8Array(reply.rawPayload)), { mergePages: true })).text
    : reply.body
  answers.push({ from: `${method} ${url} for ${person}: ${reply.statusCode}`, text })
  return { status: reply.statusCode, body: text }
}

/** Forms in which the words could stand: as they are, in any case, as hex and base64 of their bytes. */
function formsOf(word: string): string[] {
  const bytes = Buffer.from(word)
  const inBase64 = [0, 1, 2].map((pad) =>
    Buffer.concat([Buffer.alloc(pad), bytes])
      .toString('base64')
      .slice(pad === 0 ? 0 : 4, -4),
  )
  return [word.toLowerCase(), bytes.toString('hex'), ...inBase64]
}
const holds = (text: string, word: string): boolean =>
  formsOf(word).some((form) => text.includes(form) || text.toLowerCase().includes(form))
const found = (all: { from: string; text: string }[], words: string[]) =>
  all.flatMap(({ from, text }) => words.filter((word) => holds(text, word)).map((word) => `${word} in ${from}`))

test('planted: a protected address, a social security number, a restricted note and the secret of an identity provider are kept, found again and opened by those who may', async () => {
  const client = `/api/clients/${ids.clientId}`
  const address = {
    kind: 'actual',
    confidential: true,
    line1: `41 ${planted.street} Lane`,
    city: planted.town,
    region: 'NC',
    postalCode: '27701',
  }
  assert.equal((await ask('maya', 'POST', `${client}/addresses`, address)).status, 201)
  assert.equal((await ask('maya', 'POST', `${client}/identifiers`, { system: 'ssn', value: planted.number })).status, 201)
  assert.equal(
    (
      await ask('maya', 'POST', `/api/cases/${ids.caseId}/restricted-notes`, {
        kind: 'counselling',
        text: `She spoke of the ${planted.note}.`,
      })
    ).status,
    201,
  )
  assert.equal(
    (await ask('maya', 'POST', `${client}/addresses`, { kind: 'mailing', line1: `9 ${open}`, city: 'Durham' })).status,
    201,
  )
  const [asked] = answers.splice(0)
  const { id } = JSON.parse(asked?.text ?? '')
  const shown = await ask('maya', 'POST', `${client}/addresses/${id}/reveal`, { reason: 'driving her to court' })
  assert.match(shown.body, new RegExp(planted.street))
  const details = await ask('maya', 'GET', `${client}/details`)
  assert.equal(JSON.parse(details.body).identifiers[0].value, `••• ${planted.number.slice(-4)}`)
  const number = await ask('maya', 'GET', `${client}/identifiers/${JSON.parse(details.body).identifiers[0].id}`)
  assert.deepEqual(JSON.parse(number.body), { value: planted.number })
  const byNumber = await ask('ines', 'GET', '/api/clients?limit=5', undefined, { 'x-search': encodeURIComponent(planted.number) })
  assert.equal(JSON.parse(byNumber.body).clients[0]?.id, ids.clientId, 'found by the number, through its token')
  const [note] = JSON.parse((await ask('maya', 'GET', `/api/cases/${ids.caseId}/restricted-notes`)).body)
  const words = await ask('maya', 'POST', `/api/cases/${ids.caseId}/restricted-notes/${note.id}/opening`, {
    reason: 'court tomorrow',
  })
  assert.match(words.body, new RegExp(planted.note))
  answers.splice(0) // these four are what opening is for
  const provider = {
    issuer: 'https://idp.harborview.example',
    connectionId: 'continuum',
    secret: planted.provider,
    label: 'Directory',
  }
  const more = { domains: ['harborview.example'], passwords: 'everybody', standing: 'on' }
  const named = await ask('ada', 'PATCH', '/api/agency/identity-provider', { ...provider, ...more }, { 'if-match': '"0"' })
  assert.equal(named.status, 200, named.body)
})

test('planted: wrong and repeated requests that carry the words are refused without saying them back', async () => {
  const client = `/api/clients/${ids.clientId}`
  const secret = secretWords.join(' ')
  const address = { kind: 'actual', confidential: true, line1: secret, city: secret }
  const wrong: [Person, 'POST' | 'PATCH', string, object][] = [
    ['maya', 'POST', `${client}/identifiers`, { system: 'ssn', value: planted.number }], // held already: 409
    ['maya', 'POST', `${client}/identifiers`, { system: 'ssn', value: secret.repeat(20) }],
    ['maya', 'POST', `${client}/addresses`, { ...address, kind: secret }],
    ['maya', 'POST', `${client}/addresses`, { ...address, fromOn: secret }],
    ['maya', 'POST', `${client}/addresses`, { ...address, kind: 'substitute' }],
    ['zoe', 'POST', `${client}/addresses`, address],
    ['bill', 'POST', `${client}/identifiers`, { system: 'ssn', value: planted.number }],
    ['omar', 'POST', `/api/cases/${ids.caseId}/restricted-notes`, { kind: 'safety', text: planted.note }],
    ['maya', 'POST', `/api/cases/${ids.caseId}/restricted-notes`, { kind: planted.note, text: planted.note }],
    ['ada', 'PATCH', '/api/agency/identity-provider', { secret: planted.provider, issuer: planted.provider }],
  ]
  for (const [person, method, url, body] of wrong) {
    const { status } = await ask(person, method, url, body)
    assert.ok(status >= 400 && status < 500, `${url}: ${status}`)
  }
  assert.deepEqual(found(answers, secretWords), [])
})

test('planted: no answer that anybody can read holds the words, the page of the client’s numbers included', async () => {
  await ask('maya', 'POST', `/api/cases/${ids.caseId}/closing`, {
    reason: 'goals_achieved',
    explanation: 'Done.',
    clientToldOn: '2026-01-05',
    clientView: 'agrees',
  })
  const { body } = await w.as('maya').get('/api/openapi.json')
  const reads = Object.keys(body.paths).filter((path) => body.paths[path].get && !/\{(?!caseId|clientId)/.test(path))
  for (const person of Object.keys(people) as Person[])
    for (const path of reads) await ask(person, 'GET', path.replace('{caseId}', ids.caseId).replace('{clientId}', ids.clientId))
  assert.ok(
    answers.some(({ from }) => from.includes('/closure/pdf for maya: 200')),
    'the closure summary was printed',
  )
  assert.deepEqual(found(answers, secretWords), [])
  assert.ok(found(answers, ['Robin Vale']).length > 10, 'negative control: the name is found')
})

const rowsSql = `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`

async function everyRow(): Promise<{ from: string; text: string }[]> {
  const dumped = []
  for (const { name } of await w.asOwner(rowsSql)) {
    const [row] = await w.asOwner(`select coalesce(string_agg(t::text, E'\\n'), '') as text from ${name} t`)
    dumped.push({ from: name, text: row.text })
  }
  return dumped
}

test('planted: the dump of every table, as its owner, holds the words nowhere', async () => {
  const dump = await everyRow()
  assert.ok(dump.length > 60, `${dump.length} tables`)
  assert.deepEqual(found(dump, secretWords), [])
  assert.ok(found(dump, [open]).includes(`${open} in public.address`), 'negative control')
  const [{ n }] = await w.asOwner('select count(*)::int as n from protected_address, identifier, restricted_note')
  assert.ok(n > 0, 'the ciphertexts are there')
})

test('planted: the pages of the database on disk, dead rows and indexes included, hold the words nowhere', async () => {
  await w.asOwner('checkpoint')
  const pages =
    await w.asOwner(`select c.oid::regclass::text as from, encode(pg_read_binary_file(pg_relation_filepath(c.oid), 0, 1 << 24, true), 'escape') as text
    from pg_class c where c.relkind in ('r', 'i', 't') and c.relnamespace <> 'pg_catalog'::regnamespace and pg_relation_filepath(c.oid) is not null and pg_relation_size(c.oid) > 0`)
  assert.deepEqual(found(pages, secretWords), [])
  assert.ok(
    found(pages, [open]).some((each) => each.endsWith('in address')),
    'negative control',
  )
})

test('planted: neither our log nor PostgreSQL’s holds the words', async () => {
  app.log.info({ control: open }, 'negative control')
  const [{ folder }] = await w.asOwner(`select current_setting('data_directory') as folder`)
  const file = join(dirname(folder), 'postgres.log')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '' // a cluster of somebody else's keeps its log elsewhere
  const [{ seen }] = await w.asOwner(
    `select string_agg(query, ' ') as seen from pg_stat_activity where datname = current_database()`,
  )
  const logs = [
    { from: 'our log', text: log },
    { from: 'PostgreSQL’s log', text },
    { from: 'pg_stat_activity', text: seen },
  ]
  assert.ok(log.includes('answered'))
  assert.deepEqual(found(logs, secretWords), [])
  assert.deepEqual(found(logs, [open]), [`${open} in our log`], 'negative control')
})

test('planted: put in the clear into any one place, each search finds it', async () => {
  await w.asOwner(`insert into authz.attempt (throttle_key) values ($1)`, [`account ${planted.note}`])
  await w.asOwner(`update agency set letterhead = jsonb_build_object('hex', encode(convert_to($1, 'UTF8'), 'hex'))`, [
    planted.town,
  ])
  assert.deepEqual(
    found(await everyRow(), secretWords).sort(),
    [`${planted.note} in authz.attempt`, `${planted.town} in public.agency`].sort(),
  )
  const base64 = [0, 1, 2].map((pad) => Buffer.from(`${'x'.repeat(pad)}${planted.street} Lane`).toString('base64'))
  assert.deepEqual(
    base64.map((text) => holds(text, planted.street)),
    [true, true, true],
  )
})
