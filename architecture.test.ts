// The rules of the house (STYLE.md), as tests. A new rule about imports is one line in `forbidden`; about a file's text, one in `unwanted`.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const roots = ['platform', 'capabilities', 'web', 'demonstration', 'test', 'bin', 'e2e', 'bench', 'conformance', 'drill'].filter(
  (root) => existsSync(root),
)
const inRoots = roots.flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file)))
const files = [...inRoots, ...readdirSync('.')].filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.includes('node_modules'))
const textOf = (file: string) => readFileSync(file, 'utf8')
const isTest = (file: string) => /\.(test|testing)\.tsx?$|^(test|e2e|bench|conformance|drill)\/|\/testing\//.test(file)
const product = files.filter((file) => !isTest(file))

interface Import {
  from: string
  to: string
  typesOnly: boolean
}
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import '([^']+)'/g
const imports: Import[] = product.flatMap((from) =>
  [...textOf(from).matchAll(importPattern)].map((match) => {
    const to = match[1] ?? match[2] ?? match[3] ?? ''
    return { from, to: to.startsWith('.') ? join(dirname(from), to) : to, typesOnly: /^\s*(import|export) type /.test(match[0]) }
  }),
)

/** One way: a capability may enter those before it, never those after it. */
const order = [
  'team',
  'safekeeping',
  'clients',
  'files',
  'tasks',
  'consents',
  'cases',
  'emergencyAccess',
  'labels',
  'referrals',
  'assessments',
  'plans',
  'directory',
  'serviceReferrals',
  'contacts',
  'closures',
  'gaps',
  'supervision',
  'stories',
  'home',
]
const capability = (file: string) => /^capabilities\/([^/]+)\//.exec(file)?.[1]
const inCapability = (file: string) => capability(file) !== undefined
const isScreen = (file: string) => /^(web|portal)\/|^capabilities\/[^/]+\/web\//.test(file)
/** `goal.ts`: no second word before the ending. The zod schemas in it are the contract that the browser imports too. */
const isRules = (file: string) => /^capabilities\/[^/]+\/[^/.]+\.ts$/.test(file) && !file.endsWith('/capability.ts')
const isData = (file: string) => /^capabilities\/.+\.json$/.test(file)
const isActions = (file: string) => file.endsWith('.actions.ts')
const isPackage = (to: string) =>
  !to.includes('/') ||
  (!/^(platform|capabilities|web|demonstration|test|bin)\//.test(to) && !to.endsWith('.ts') && !to.endsWith('.tsx'))
const isServerPackage = (to: string) =>
  to.startsWith('node:') ||
  builtinModules.includes(to) ||
  ['pg', 'kysely', 'fastify', 'graphile-worker', 'nodemailer', 'pino', 'prom-client'].includes(to.split('/')[0] ?? '') ||
  to.startsWith('@fastify/')
const purePlatform = (to: string) =>
  to === 'platform/refusal.ts' || /^platform\/(time|fhir)\//.test(to) || to === 'platform/access/permissions.ts'

const forbidden: Record<string, (from: string, to: string, typesOnly: boolean) => boolean> = {
  'platform knows no capability': (from, to) => from.startsWith('platform/') && inCapability(to),
  'the product does not import its tests': (from, to) => isTest(to) && !isPackage(to) && !from.startsWith('bin/'),
  'a capability is entered by its rules or its actions, and on screen by its panels': (from, to) =>
    inCapability(to) &&
    inCapability(from) &&
    capability(from) !== capability(to) &&
    !isRules(to) &&
    !isActions(to) &&
    !isData(to) &&
    !(isScreen(from) && isScreen(to)),
  'capabilities depend one way': (from, to) => {
    const [later, earlier] = [capability(from), capability(to)]
    return later !== undefined && earlier !== undefined && !isScreen(from) && order.indexOf(earlier) > order.indexOf(later)
  },
  'rules touch neither database nor HTTP nor the machine': (from, to) =>
    isRules(from) &&
    (isPackage(to) ? isServerPackage(to) && to !== 'node:crypto' : !isRules(to) && !isData(to) && !purePlatform(to)),
  'screens reach the server only through its API, whose answers they know by type': (from, to, typesOnly) =>
    isScreen(from) &&
    !(typesOnly && capability(from) === capability(to)) &&
    (isPackage(to)
      ? isServerPackage(to)
      : !isScreen(to) &&
        !isRules(to) &&
        !isData(to) &&
        !purePlatform(to) &&
        !to.startsWith('web/') &&
        !/\.(css|svg|png|po|json)$/.test(to)),
  'only the platform holds a connection to the database': (from, to) =>
    /^pg(\/|$)/.test(to) && !/^(platform|bin|demonstration)\//.test(from),
  'only stores and the platform build queries': (from, to, typesOnly) =>
    !typesOnly &&
    /^kysely(\/|$)/.test(to) &&
    !from.startsWith('platform/') &&
    !from.startsWith('demonstration/') &&
    !from.endsWith('.store.ts'),
}
for (const [sentence, breaks] of Object.entries(forbidden)) {
  test(sentence, () =>
    assert.deepEqual(
      imports.filter(({ from, to, typesOnly }) => breaks(from, to, typesOnly)),
      [],
    ),
  )
}

const offending = (among: string[], breaks: (file: string, text: string) => boolean) =>
  among.filter((file) => breaks(file, textOf(file)))
const server = product.filter((file) => /^(platform|capabilities)\//.test(file) && !isScreen(file))

const unwanted: Record<string, string[]> = {
  'no junk drawers': files.filter(
    (file) => /(^|[/.])(utils?|helpers?|common|misc|managers?|index)([/.]|$)/i.test(file) && file !== 'web/index.html',
  ),
  'every file opens with a sentence that says what it is': offending(
    files.filter((file) => !/\.(test\.tsx?|d\.ts)$/.test(file)),
    (_, text) => !/^(#!.*\n)?(\/\/ |\/\*\* ).{20,}/.test(text),
  ),
  'no TypeScript of a service or base class': offending(product, (_, text) =>
    /class \w*(Service|Manager|Base)\b|extends Base\w*/.test(text),
  ),
  'functions are a case manager’s verbs': offending(server, (_, text) =>
    /export (async )?function (process|handle|manage|do)[A-Z]/.test(text),
  ),
  'queries are written in stores': offending(
    server.filter((file) => inCapability(file) && !file.endsWith('.store.ts')),
    (_, text) => /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql`|\bsql</.test(text),
  ),
  'nothing is deleted': offending(server.filter(inCapability), (_, text) =>
    /\.deleteFrom\(|sql`\s*(delete|truncate)\b/i.test(text),
  ),
  'jobs are enqueued only by the platform, inside the transaction': offending(
    server.filter((file) => !/^platform\/(events|jobs|db)/.test(file)),
    (_, text) => /add_job|house\.enqueue|addJob\(/.test(text),
  ),
  'a day comes in by one schema, which refuses what nobody can count with': offending(
    server.filter((file) => file !== 'platform/time/day.ts'),
    (_, text) => /z\.iso\.date\(\)/.test(text),
  ),
  'no own module is mocked': offending(
    files,
    (_, text) => /\b(vi|jest)\.mock\(['"]\.|mock\.module\(/.test(text) && !text.startsWith('// The rules of the house'),
  ),
  'no test is skipped, left for later or run alone': offending(
    files,
    (file, text) => file !== 'architecture.test.ts' && /\b(test|it|describe)\.(skip|todo|only)\b|\bskip: true/.test(text),
  ),
  'no status is a boolean column': readdirSync('migrations').filter((file) =>
    /\bis_(active|closed|open|signed|deleted|done)\s+bool/i.test(readFileSync(join('migrations', file), 'utf8')),
  ),
  'a migration is a numbered sentence and opens with its reason': readdirSync('migrations').filter(
    (file) => !/^\d{4}_[a-z][a-z0-9_]*\.sql$/.test(file) || !readFileSync(join('migrations', file), 'utf8').startsWith('-- '),
  ),
  'no migration holds a password': readdirSync('migrations').filter((file) =>
    /\bpassword\s+'/i.test(readFileSync(join('migrations', file), 'utf8')),
  ),
}
for (const [sentence, found] of Object.entries(unwanted)) test(sentence, () => assert.deepEqual(found, []))

test('migrations have numbers of their own', () => {
  const numbers = readdirSync('migrations').map((file) => file.slice(0, 4))
  assert.deepEqual(numbers, [...new Set(numbers)])
})

test('each capability tells its task in a README and plugs in by one file', () => {
  const capabilities = readdirSync('capabilities', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const bare = capabilities.filter(
    ({ name }) =>
      !existsSync(`capabilities/${name}/README.md`) || (name !== 'home' && !existsSync(`capabilities/${name}/capability.ts`)),
  )
  assert.deepEqual(
    bare.map(({ name }) => name),
    [],
  )
  assert.deepEqual(
    capabilities.map(({ name }) => name).filter((name) => !order.includes(name)),
    [],
    'a new capability takes its place in `order`',
  )
})

/** The table types a capability declares in its stores are the tables it may touch. */
const tablesOf = (store: string) => {
  const declared = /interface Tables \{\n([\s\S]*?)\n {2}\}/.exec(textOf(store))?.[1] ?? ''
  return [...declared.matchAll(/^ {4}(\w+):/gm)].map((match) => match[1] ?? '')
}
const stores = product.filter((file) => inCapability(file) && file.endsWith('.store.ts'))
const ownerOf = new Map(stores.flatMap((store) => tablesOf(store).map((table) => [table, capability(store)] as const)))

test('a table is declared by one capability', () => {
  const declarations = stores.flatMap((store) => tablesOf(store).map((table) => `${table} of ${capability(store)}`))
  const owners = new Set(declarations)
  assert.deepEqual(
    [...owners].filter((each) => [...owners].some((other) => other !== each && other.split(' ')[0] === each.split(' ')[0])),
    [],
  )
})

test('only stores touch their tables, and only their own', () => {
  const touching = /\.(?:selectFrom|insertInto|updateTable|innerJoin|leftJoin|rightJoin|innerJoinLateral)\(\s*\[?'(\w+)/g
  const trespasses = stores.flatMap((store) =>
    [...textOf(store).matchAll(touching)]
      .map((match) => match[1] ?? '')
      .filter((table) => ownerOf.has(table) && ownerOf.get(table) !== capability(store))
      .map((table) => `${store} touches ${table} of ${ownerOf.get(table)}`),
  )
  assert.deepEqual(trespasses, [])
})

test('size, assertions and correctness, by the linter: files ≤ 250 lines, functions ≤ 50, no any, as or ! outside the platform', () => {
  const { stdout } = spawnSync(process.execPath, ['node_modules/oxlint/bin/oxlint', '-f', 'json'], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  })
  const report: { diagnostics: { code: string; filename: string; message: string; labels: { span: { line: number } }[] }[] } =
    JSON.parse(stdout)
  assert.deepEqual(
    report.diagnostics.map((each) => `${each.filename}:${each.labels[0]?.span.line} ${each.code} ${each.message}`),
    [],
  )
})

test('the lock names no registry', () => assert.doesNotMatch(textOf('package-lock.json'), /"resolved": "http/))
