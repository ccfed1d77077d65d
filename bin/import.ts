// Takes in records from files: `npm run import -- fhir PATH…` referrals from FHIR bundles; `npm run import -- hsds PATH` a resource directory.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { importDirectory } from '../capabilities/directory/import.actions.ts'
import { linesOf, remarksAsCsv } from '../capabilities/directory/importReport.ts'
import { readPackage } from '../capabilities/directory/reading.actions.ts'
import { filesIn, reportOf, takeInFiles, type FileOutcome } from '../capabilities/referrals/files.actions.ts'
import { Source } from '../capabilities/referrals/referral.ts'
import { atAgency, runCommand, say } from './atAgency.ts'

const usage = `npm run import -- fhir PATH… [--agency NAME] [--source "Who sent them"] [--quiet]
  PATH is a FHIR R4 Bundle in JSON, or a folder of them. Each becomes a referral in the inbox.
npm run import -- hsds PATH [--agency NAME] [--source NAME] [--complete] [--report FILE.csv] [--quiet]
  PATH is a folder with an HSDS 3.0 package (CSV), HSDS JSON, or an older HSDS 1.x or Ohana directory; or one JSON file.
  Run it again to go on where it was stopped, or to bring the directory up to date. --complete: what is not in it is gone, however much.`

async function start(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      agency: { type: 'string' },
      source: { type: 'string' },
      quiet: { type: 'boolean' },
      complete: { type: 'boolean' },
      report: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const [kind, ...paths] = positionals
  const [path] = paths
  if (kind === 'fhir' && path !== undefined) return takeInReferrals(paths, values)
  if (kind === 'hsds' && path !== undefined && paths.length === 1) return takeInDirectory(path, values)
  say(usage)
  return values.help ? 0 : 2
}

interface Values {
  agency?: string
  source?: string
  quiet?: boolean
  complete?: boolean
  report?: string
}

async function takeInReferrals(paths: string[], values: Values): Promise<number> {
  const files = filesIn(paths)
  if (files.length === 0) throw new Error('There are no .json files in these places.')
  const source = Source.parse({ organization: values.source ?? null })
  const done = (at: number, of: number, outcome: FileOutcome): void => tell(at, of, outcome, values.quiet ?? false)
  return summary(await atAgency(values.agency, (inAgency) => takeInFiles({ files, source, inAgency, done })))
}

function tell(at: number, of: number, outcome: FileOutcome, quiet: boolean): void {
  const [head, ...rest] = reportOf(outcome)
  say(`[${at}/${of}] ${outcome.file}: ${head}`)
  if (!quiet) for (const line of rest) say(`    ${line}`)
}

/** Totals of the run; 1 when a file was refused. */
function summary(outcomes: FileOutcome[]): number {
  const count = (outcome: FileOutcome['outcome']) => outcomes.filter((each) => each.outcome === outcome).length
  say(`\n${count('received')} received, ${count('already-received')} already here, ${count('refused')} refused`)
  return count('refused') > 0 ? 1 : 0
}

/** Dirty rows are in the report and do not make it fail. */
async function takeInDirectory(path: string, { agency, source, complete, report: reportFile, quiet }: Values): Promise<number> {
  const started = performance.now()
  const read = readPackage(path, source)
  say(`${read.rows.length} rows of ${read.format} from ${read.files.length} files, as source “${read.name}”`)
  let told = 0
  const progress = (done: number, of: number): void => {
    const percent = Math.floor((done / of) * 10) * 10
    if (percent > told && !quiet) say(`  ${percent} % (${done} of ${of})`)
    told = Math.max(told, percent)
  }
  const report = await atAgency(agency, (inAgency, settle) =>
    importDirectory({ read, inAgency, settle, progress, complete: complete ?? false }),
  )
  for (const line of linesOf(report)) say(line)
  if (reportFile !== undefined) writeFileSync(reportFile, remarksAsCsv(report.remarks))
  say(`\n${((performance.now() - started) / 1000).toFixed(1)} s`)
  return 0
}

runCommand(start)
