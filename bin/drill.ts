// `npm run drill -- NAME …`: runs drill/NAME.ts, a long proof with its own cluster; without a name it lists them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** What a file of drill/ exports when it is a drill: it throws when what it proves does not hold. */
export type Drill = (args: string[]) => Promise<void>

const folder = new URL('../drill/', import.meta.url)
const textOf = (name: string): string => readFileSync(new URL(`${name}.ts`, folder), 'utf8')
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3))
  .filter((name) => textOf(name).includes('export const drill'))

const [name = '', ...args] = process.argv.slice(2)
if (!names.includes(name) || !existsSync(new URL(`${name}.ts`, folder))) {
  console.log('npm run drill -- NAME\n')
  for (const each of names) console.log(`  ${each.padEnd(10)}  ${textOf(each).split('\n')[0]?.slice(3)}`)
  process.exit(name ? 2 : 0)
}
const { drill }: { drill: Drill } = await import(new URL(`${name}.ts`, folder).href)
const failed = await drill(args).then(
  () => false,
  (error: unknown) => {
    console.error(error instanceof Error ? `\n${error.message}` : error)
    if (error instanceof Error && error.cause) console.error(error.cause)
    return true
  },
)
console.log(`\n${name}: ${failed ? 'BROKEN' : 'holds'}`)
process.exit(failed ? 1 : 0)
