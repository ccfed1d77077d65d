// Tampers with a sealed audit in every kind of way, a hundred random trials each, and verifies it two hundred times while nothing is wrong but work goes on.
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Drill } from '../bin/drill.ts'
import { groundOf, type Ground } from '../platform/audit/testing/ground.ts'
import { sealEverything } from '../platform/audit/testing/sealing.ts'
import { tamperings } from '../platform/audit/testing/tampering.ts'
import { keepSealing } from '../platform/audit/sealing.ts'
import { dice } from '../test/dice.ts'
import { ground as clusterOf } from './ground.ts'

/** How many of the trials the verifier found. */
async function found(ground: Ground, kind: string, trials: number, trust: Parameters<Ground['verify']>[0] = {}): Promise<number> {
  let count = 0
  for (let trial = 0; trial < trials; trial++) {
    await ground.restore()
    await tamperings[kind]?.(ground)
    if ((await ground.verify(trust)).findings.length > 0) count++
  }
  return count
}

/** An audit that people write in grows, and each verification reads all of it: after so many, it begins anew. */
const runsInARow = 20

/** Verifications while people write, some of them in vain, and the sealer runs: every finding would be a false alarm. */
async function falseAlarms(ground: Ground, runs: number): Promise<number> {
  let alarms = 0
  for (let done = 0; done < runs; done += runsInARow)
    alarms += await alarmsInARow(ground, Math.min(runsInARow, runs - done), done)
  return alarms
}

async function alarmsInARow(ground: Ground, runs: number, seed: number): Promise<number> {
  await ground.restore()
  await sealEverything(ground.seal) // what was kept aside has waited for its seal
  ground.seal.alarms.length = 0
  const sealing = keepSealing(ground.seal, 250)
  const next = dice(7 + seed)
  let stopped = false
  const writer = async (): Promise<void> => {
    while (!stopped) {
      const fails = next() < 0.1
      await ground.write(next() < 0.5 ? 'maya' : 'quinn', fails ? 0 : 1 + Math.floor(next() * 3)).catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, next() * 30))
    }
  }
  const writers = [writer(), writer(), writer()]
  let alarms = 0
  for (let run = 0; run < runs; run++) {
    const { findings } = await ground.verify()
    if (findings.length > 0) {
      alarms++
      console.log('  false alarm:', JSON.stringify(findings.slice(0, 3)))
    }
  }
  stopped = true
  await Promise.all(writers)
  await sealing.stop()
  return alarms + ground.seal.alarms.length
}

export const drill: Drill = async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      trials: { type: 'string', default: '100' },
      clean: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
    },
  })
  const trials = Number(values.trials)
  const { world: w, clear } = await clusterOf({ fsync: false })
  const ground = await groundOf(w, Number(values.seed))
  const missed: string[] = []
  try {
    for (const kind of Object.keys(tamperings)) {
      const count = await found(ground, kind, trials)
      console.log(`${String(count).padStart(4)} of ${trials} found   ${kind}`)
      if (count < trials) missed.push(kind)
    }
    const blind = await found(ground, 'roll back to an earlier checkpoint', trials, { witnessed: null })
    console.log(`${String(blind).padStart(4)} of ${trials} found   control: a rollback, verified without the witness (must be 0)`)
    const alarms = await falseAlarms(ground, Number(values.clean))
    console.log(
      `${String(alarms).padStart(4)} false alarms in ${values.clean} verifications while three people write and the sealer runs`,
    )
    if (missed.length > 0 || blind > 0 || alarms > 0)
      throw new Error(`Missed: ${missed.join('; ') || 'nothing'}. Seen without a witness: ${blind}. False alarms: ${alarms}.`)
  } finally {
    rmSync(ground.seal.folder, { recursive: true, force: true })
    await w.close()
    await clear()
  }
}
