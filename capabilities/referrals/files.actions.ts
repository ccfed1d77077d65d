// Takes in FHIR files from a folder, each in its own transaction, and says of each what became of it.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ZodError } from 'zod'
import { receiveBundle } from './intake.actions.ts'
import type { Arrived } from './page.ts'
import type { Source } from './referral.ts'
import { readJson } from '../../platform/fhir/bundle.ts'
import type { TallyRow } from '../../platform/fhir/tally.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Work } from '../../platform/work.ts'

export type FileOutcome = { file: string } & (
  ({ outcome: Arrived['outcome'] } & Omit<Arrived, 'outcome'>) | { outcome: 'refused'; code: string; message: string }
)

export interface FilesWanted {
  files: string[]
  source: Source
  /** Opens a transaction of the agency for one file. */
  inAgency<T>(act: (work: Work) => Promise<T>): Promise<T>
  /** Hears of each file when it is done: its place in the row, and what became of it. */
  done(at: number, of: number, outcome: FileOutcome): void
}

/** Every `.json` file of these paths, folders searched through, in the order of their names. Throws for a path that is not there. */
export function filesIn(paths: string[]): string[] {
  return paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.json'))
          .sort()
          .map((name) => join(path, name))
      : [path],
  )
}

/** One file's problem never stops the others. */
export async function takeInFiles({ files, source, inAgency, done }: FilesWanted): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = []
  for (const [at, file] of files.entries()) {
    const outcome = await takeInFile(file, source, inAgency)
    outcomes.push(outcome)
    done(at + 1, files.length, outcome)
  }
  return outcomes
}

async function takeInFile(file: string, source: Source, inAgency: FilesWanted['inAgency']): Promise<FileOutcome> {
  try {
    const bundle = readJson(readFileSync(file, 'utf8'))
    const fileName = file.split(/[\\/]/).at(-1)?.slice(0, 255) ?? null
    return {
      file,
      ...(await inAgency((work) => receiveBundle(work, { bundle, fileName, patient: null, source, receivedOn: null }))),
    }
  } catch (error) {
    if (error instanceof Refusal) return { file, outcome: 'refused', code: error.code, message: error.message }
    if (error instanceof ZodError)
      return { file, outcome: 'refused', code: 'invalid', message: error.issues.map((each) => each.message).join(' ') }
    throw error
  }
}

/** What became of a file, for a person to read: the counts of every resource type, used and not used with the reason. */
export function reportOf(outcome: FileOutcome): string[] {
  if (outcome.outcome === 'refused') return [`refused: ${outcome.message}`]
  const { entries, used, unused, rows, unreadable } = outcome.report
  const head =
    outcome.outcome === 'received'
      ? `referral ${outcome.referralId}`
      : `already here as referral ${outcome.referralId}; nothing changed`
  return [
    head,
    `${entries} entries: ${used} used, ${unused} not used`,
    ...rows.map(
      (row) => `  ${row.type}: ${row.count} (${row.used} used${row.unused > 0 ? `, ${row.unused} not: ${whyNot(row)}` : ''})`,
    ),
    ...unreadable.map(
      (each) => `  could not be kept: ${each.about} from ${each.from.type}, entry ${each.from.entry}, ${each.from.path}`,
    ),
  ]
}

const whyNot = ({ because }: TallyRow): string =>
  because.map(({ count, reason }) => (because.length > 1 ? `${count} ${reason}` : reason)).join('; ')
