// Writes what the product holds for others to read: `npm run export -- hsds DIR` the resource directory as an HSDS 3.0 tabular package.
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { exportDirectory } from '../capabilities/directory/export.actions.ts'
import { sourceNamed } from '../capabilities/directory/identity.ts'
import { atAgency, runCommand, say } from './atAgency.ts'

const usage = `npm run export -- hsds DIR [--agency NAME] [--name NAME] [--share]
  Writes CSV files with a datapackage.json into DIR. --share leaves out our experience, our notes and our history.`

async function start(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { agency: { type: 'string' }, name: { type: 'string' }, share: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  const [kind, folder] = positionals
  if (kind !== 'hsds' || folder === undefined || values.help) {
    say(usage)
    return values.help ? 0 : 2
  }
  const name = sourceNamed(values.name ?? basename(resolve(folder)))
  const files = await atAgency(values.agency, (inAgency) =>
    exportDirectory({ folder, name, inAgency, toShare: values.share ?? false }),
  )
  for (const { file, rows } of files) say(`${file.padEnd(32)}${String(rows).padStart(8)}`)
  return 0
}

runCommand(start)
