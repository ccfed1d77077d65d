// Thirty-two writers with rollbacks and slow transactions while the sealer runs: every committed audit event is sealed exactly once.
import { parseArgs } from 'node:util'
import type { Drill } from '../bin/drill.ts'
import { manyWriters } from '../platform/audit/testing/writers.ts'
import { ground } from './ground.ts'

export const drill: Drill = async (args) => {
  const { values } = parseArgs({
    args,
    options: { writers: { type: 'string', default: '32' }, seconds: { type: 'string', default: '60' } },
  })
  const { world: w, clear } = await ground({ settings: { max_connections: '200' } })
  try {
    const found = await manyWriters(w, { writers: Number(values.writers), seconds: Number(values.seconds) })
    console.log(JSON.stringify(found, null, 2))
    if (found.sealed !== found.committed || found.missing + found.twice + found.surplus > 0)
      throw new Error('What was committed is not what was sealed.')
  } finally {
    await clear()
  }
}
