// What a run found: lines for the terminal, JSON for later, and a page with plots that says which promises held.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Budget } from './hot.ts'
import type { Cost } from './shoot.ts'

export interface Finding {
  name: string
  connections: number
  product: Cost
  floor: Cost | null
  budget: Budget | null
}
export interface Run {
  at: string
  clients: number
  seconds: number
  machine: string
  writingSeconds: number
  findings: Finding[]
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}`

export const ofFloor = ({ product, floor }: Finding): number | null => (floor ? product.perSecond / floor.perSecond : null)

/** Promises are made for 16 connections. */
export function brokenPromises(finding: Finding): string[] {
  const { budget, product, connections } = finding
  if (!budget || connections !== 16) return []
  const ratio = ofFloor(finding)
  return [
    budget.ofFloor !== undefined && ratio !== null && ratio < budget.ofFloor
      ? `${ratio.toFixed(2)} of the floor, promised ${budget.ofFloor}`
      : '',
    budget.p95 !== undefined && product.p95 > budget.p95 ? `p95 ${product.p95.toFixed(1)} ms, promised ${budget.p95}` : '',
    budget.p50 !== undefined && product.p50 > budget.p50 ? `p50 ${product.p50.toFixed(1)} ms, promised ${budget.p50}` : '',
  ].filter(Boolean)
}

const figure = (value: number | null, digits = 1, width = 8) => (value === null ? '–' : value.toFixed(digits)).padStart(width)

export const heading = `${'connections'.padStart(38)}     1/s     p50     p95     p99   node cpu  pg cpu    MB   floor/s  of floor`

export function lineOf(finding: Finding): string {
  const { name, connections, product, floor } = finding
  const failed = product.failed + (floor?.failed ?? 0)
  const said = [...(failed > 0 ? [`${failed} turned away`] : []), ...brokenPromises(finding)]
  return [
    name.padEnd(26),
    String(connections).padStart(12),
    figure(product.perSecond, 0),
    figure(product.p50),
    figure(product.p95),
    figure(product.p99),
    figure(product.nodeCpu, 2, 11),
    figure(product.postgresCpu, 2),
    figure(product.memory, 0, 6),
    figure(floor?.perSecond ?? null, 0, 10),
    figure(ofFloor(finding), 2, 10),
    said.length > 0 ? `   ${said.join('; ')}` : '',
  ].join('')
}

const results = new URL('./results/', import.meta.url)

export function keep(run: Run): void {
  mkdirSync(results, { recursive: true })
  writeFileSync(new URL(`${run.clients}.json`, results), `${JSON.stringify(run, null, 1)}\n`)
}

/** The newest run of each size. */
export const kept = (): Run[] =>
  readdirSync(results)
    .filter((file) => /^\d+\.json$/.test(file))
    .map((file): Run => JSON.parse(readFileSync(new URL(file, results), 'utf8')))
    .toSorted((a, b) => a.clients - b.clients)
