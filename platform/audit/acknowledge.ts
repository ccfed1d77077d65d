// Somebody answers for a restore to an earlier time: everything is verified, what the witness holds beyond it is named, signed and told in the audit.
import { writeAudit } from '../events.ts'
import type { Work } from '../work.ts'
import { digestOf, nameOf, readRestore, restoreAction, restoreNote, type DeliberateRestore } from './deliberate.ts'
import type { Keyring } from './keys.ts'
import { nothingSealed, rootOf } from './tree.ts'
import { verifyAudit, type Trust } from './verify.ts'

/**
 * States that the record was taken back on purpose. Answers the note, which the caller gives to the witness once this transaction is committed.
 * Throws where nothing contradicts the witness, and where more is wrong than a restore explains: that is not to be acknowledged.
 */
export async function acknowledgeRestore(
  work: Work,
  keys: Keyring,
  trust: Trust,
  said: { by: string; reason: string },
): Promise<string> {
  const { findings, contradicted, untold, restores } = await verifyAudit(work.tx, trust)
  if (contradicted.length === 0 && untold.length === 0) {
    throw new Error(
      findings.length > 0 ? moreIsWrong(findings) : 'The record agrees with its witness: there is no restore to acknowledge.',
    )
  }
  const givenUp = [...new Set([...contradicted.map(nameOf), ...untold.map(({ digest }) => digest)])]
  const reason = said.reason.replaceAll(/\s+/g, ' ').trim()
  const point = pointBefore(trust, givenUp, new Set(restores.flatMap((each) => each.givenUp)))
  const note = restoreNote(keys, trust.origin, { at: new Date(work.now).toISOString(), by: said.by, reason, point, givenUp })
  const then = await verifyAudit(work.tx, { ...trust, restores: [...(trust.restores ?? []), note] })
  const left = then.findings.filter(({ at }) => at !== readRestore(note, trust)?.digest)
  if (left.length > 0) throw new Error(moreIsWrong(left))
  const payload = { digest: digestOf(note).toString('hex'), by: said.by, size: point.size, givenUp: givenUp.length }
  await writeAudit(work, restoreAction, { entity: 'audit', id: null }, null, payload)
  return note
}

const moreIsWrong = (findings: { kind: string; at: string }[]): string =>
  `This is more than a restore: ${findings
    .slice(0, 5)
    .map(({ kind, at }) => `${kind} at ${at}`)
    .join(', ')}. It cannot be acknowledged.`

/** The last checkpoint the witness kept, and nobody ever gave up, before the first one given up now; the empty tree where there is none. */
function pointBefore({ origin, witnessed }: Trust, now: string[], ever: Set<string>): DeliberateRestore['point'] {
  const notes = (witnessed ?? []).flatMap((note) => {
    const [log, size, root] = note.split('\n')
    return log === origin ? [{ origin, size: Number(size), root: Buffer.from(root ?? '', 'base64') }] : []
  })
  const first = notes.findIndex((each) => now.includes(nameOf(each)))
  const before = notes.slice(0, first < 0 ? notes.length : first).filter((each) => !ever.has(nameOf(each)))
  return before.at(-1) ?? { size: 0, root: rootOf(nothingSealed) }
}
