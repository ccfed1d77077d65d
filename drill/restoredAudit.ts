// The audit of a restored database, verified with the witness that went on: sound at the end of the log; taken back, an alarm until somebody signs for it.
import { recogniseSystem } from '../platform/access/system.ts'
import { acknowledgeRestore } from '../platform/audit/acknowledge.ts'
import { originOf, trustedOf } from '../platform/audit/keys.ts'
import { verifyAudit, type Trust } from '../platform/audit/verify.ts'
import { sealEverything, sealerOf, type TestSeal } from '../platform/audit/testing/sealing.ts'
import { readWitness } from '../platform/audit/witness.ts'
import { openDatabase } from '../platform/db.ts'
import { asSystem } from '../platform/jobs.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import type { World } from '../test/world.ts'

export interface AuditWitness {
  /** Seals what was written until now; the witness has it. */
  seal(): Promise<void>
  /** What is wrong with the audit of a restored database, as sentences; nothing when it is as it should be. */
  atTheEnd(url: string): Promise<string[]>
  atAMomentBefore(url: string): Promise<string[]>
}

export function witnessOf(w: World): AuditWitness {
  const seal: TestSeal = sealerOf(w)
  const { keys } = w.database
  const trust = (restores: string[]): Trust => {
    const witnessed = readWitness(seal.folder, keys.deployment, w.agencyId)
    // The drill's server has no key of the audit, so nobody is asked who vouched.
    return { origin: originOf(keys, w.agencyId), keys: trustedOf(keys), macs: null, witnessed, restores }
  }
  async function inAudit<T>(url: string, act: (system: Parameters<typeof asSystem>[0]) => Promise<T>): Promise<T> {
    const { appUrl } = await migrate(url)
    const db = openDatabase(appUrl, { auditKey: keys.macs.at(-1) })
    try {
      return await act({ db, secret: await recogniseSystem(url) })
    } finally {
      await db.close()
    }
  }
  return {
    seal: () => sealEverything(seal),
    atTheEnd: (url) =>
      inAudit(url, async (system) => {
        const { findings, sealed, witnessed } = await asSystem(system, w.agencyId, ({ tx }) => verifyAudit(tx, trust([])))
        if (sealed === 0 || witnessed === 0) return ['The audit that was verified has nothing in it.']
        return findings.slice(0, 5).map(({ kind, at }) => `At the end of the log the audit has ${kind} at ${at}.`)
      }),
    atAMomentBefore: (url) =>
      inAudit(url, async (system) => {
        const verify = (restores: string[]) => asSystem(system, w.agencyId, ({ tx }) => verifyAudit(tx, trust(restores)))
        const before = await verify([])
        if (!before.findings.some(({ kind }) => kind === 'rolled-back'))
          return ['Taken back to a moment before, the audit raised no alarm.']
        const said = { by: 'Ada Voss', reason: 'The drill took it back.' }
        const note = await asSystem(system, w.agencyId, (work) => acknowledgeRestore(work, keys, trust([]), said))
        const { findings, restores } = await verify([note])
        if (restores.length !== 1) return ['The acknowledged restore was not told.']
        return findings.slice(0, 5).map(({ kind, at }) => `After it was acknowledged the audit has ${kind} at ${at}.`)
      }),
  }
}
