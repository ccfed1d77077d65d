// `npm run bench -- --page`: writes docs/pace.md and its plots from the kept results.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isKept, median, type Moment } from './promise.ts'
import { brokenPromises, kept, ofFloor, type Finding, type Run } from './report.ts'

const docs = new URL('../docs/', import.meta.url)
const number = (value: number) => value.toLocaleString('en-US')
const at16 = (run: Run): Finding[] => run.findings.filter(({ connections }) => connections === 16)

function tableOf(run: Run): string {
  const rows = at16(run).map((finding) => {
    const { name, product } = finding
    const ratio = ofFloor(finding)
    const broken = brokenPromises(finding)
    const promise = finding.budget ? (broken.length > 0 ? `missed: ${broken.join('; ')}` : 'kept') : ''
    return `| ${name} | ${number(Math.round(product.perSecond))} | ${product.p50.toFixed(1)} | ${product.p95.toFixed(1)} | ${product.p99.toFixed(1)} | ${product.nodeCpu.toFixed(2)} | ${product.postgresCpu?.toFixed(2) ?? '–'} | ${ratio?.toFixed(2) ?? '–'} | ${promise} |`
  })
  return [
    `## ${number(run.clients)} clients, 16 connections`,
    '',
    `${run.at.slice(0, 10)}; ${run.machine}; ${run.seconds} s a request; the clients were written in ${Math.round(run.writingSeconds)} s.`,
    '',
    '| request | 1/s | p50 ms | p95 ms | p99 ms | Node CPU ms | PostgreSQL CPU ms | of the floor | promise |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---|',
    ...rows,
  ].join('\n')
}

const growthAllowed = 1.5

/** How much slower the largest agency is than the smallest, at 16 connections. */
function growthOf(runs: Run[]): string[] {
  const [smallest, largest] = [runs[0], runs.at(-1)]
  if (!smallest || !largest || smallest === largest) return []
  const rows = at16(largest).flatMap(({ name, product }) => {
    const before = at16(smallest).find((each) => each.name === name)?.product.p95
    if (before === undefined) return []
    const times = product.p95 / before
    return [
      `| ${name} | ${before.toFixed(1)} | ${product.p95.toFixed(1)} | ${times.toFixed(2)} | ${times <= growthAllowed ? 'kept' : 'missed'} |`,
    ]
  })
  return [
    `## From ${number(smallest.clients)} to ${number(largest.clients)} clients`,
    '',
    `p95 in milliseconds at 16 connections; promised: at most ${growthAllowed} times.`,
    '',
    '| request | before | after | times | promise |',
    '|---|---:|---:|---:|---|',
    ...rows,
    '',
  ]
}

/** The same moments on a slowed-down processor and on this one, where both were kept. */
function browserPart(): string[] {
  const [slowed, asItIs] = ['browser.json', 'browser-1.json'].map((file) => new URL(`results/${file}`, import.meta.url))
  if (!slowed || !asItIs || !existsSync(slowed) || !existsSync(asItIs)) return []
  const read = (file: URL): { at: string; moments: Moment[] } => JSON.parse(readFileSync(file, 'utf8'))
  const [four, one] = [read(slowed), read(asItIs)]
  const told = (moment: Moment | undefined) =>
    moment
      ? `${number(Math.round(median(moment.values)))} | ${moment.promised ? (isKept(moment) ? 'kept' : 'missed') : ''}`
      : '– |'
  const rows = four.moments.map((moment) => {
    const { name, unit, promised } = moment
    const limit = promised === null ? '' : 'most' in promised ? `≤ ${number(promised.most)}` : `≥ ${promised.least}`
    return `| ${name}, ${unit} | ${limit} | ${told(moment)} | ${told(one.moments.find((each) => each.name === name))} |`
  })
  return [
    '## In the browser',
    '',
    `${four.at.slice(0, 10)}; medians; the processor slowed down four times, and as it is. Browser, server and PostgreSQL share two cores; pages are drawn without a graphics card.`,
    '',
    '| moment | promised | 4 × slower | | as it is | |',
    '|---|---:|---:|---|---:|---|',
    ...rows,
    '',
  ]
}

/** What was profiled and found to be the limit, by hand: limits.md beside the results. */
const limits = (): string => readFileSync(new URL('limits.md', import.meta.url), 'utf8').trim()

/** Bars of p95, one for each request, a shade for each size. */
function plotOf(runs: Run[]): string {
  const names = at16(runs[0] ?? ({ findings: [] as Finding[] } as Run)).map(({ name }) => name)
  const most = Math.max(1, ...runs.flatMap((run) => at16(run).map(({ product }) => product.p95)))
  const shades = ['#9bd0d3', '#2f8f95', '#0e4f54']
  const rowHeight = 10 + 9 * runs.length
  const bars = names.flatMap((name, row) => [
    `<text x="190" y="${row * rowHeight + 20}" text-anchor="end">${name}</text>`,
    ...runs.flatMap((run, shade) => {
      const found = at16(run).find((each) => each.name === name)
      if (!found) return []
      const y = row * rowHeight + 8 + shade * 9
      const width = (found.product.p95 / most) * 480
      return [
        `<rect x="200" y="${y}" width="${width.toFixed(1)}" height="8" fill="${shades[shade]}"/>`,
        `<text x="${(205 + width).toFixed(1)}" y="${y + 8}" font-size="9">${found.product.p95.toFixed(1)}</text>`,
      ]
    }),
  ])
  const legend = runs.map(
    (run, shade) =>
      `<rect x="${200 + shade * 150}" y="${names.length * rowHeight + 14}" width="10" height="10" fill="${shades[shade]}"/><text x="${216 + shade * 150}" y="${names.length * rowHeight + 23}">${number(run.clients)} clients</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 ${names.length * rowHeight + 36}" font-family="sans-serif" font-size="11" fill="#667085"><title>p95 in milliseconds at 16 connections</title>${[...bars, ...legend].join('')}</svg>\n`
}

export function writePage(): void {
  const runs = kept()
  const pages = [
    '# Pace',
    '',
    'Written by `npm run bench -- --page` from `bench/results/`. Each request runs on the product and, in the same run on the same machine, on its **floor**: a bare server sending the same SQL as the owner of the tables, without row-level security, validation, audit or idempotency. “Of the floor” is the product’s requests a second divided by the floor’s.',
    '',
    '![p95 by request and number of clients](pictures/pace.svg)',
    '',
    ...runs.flatMap((run) => [tableOf(run), '']),
    ...growthOf(runs),
    ...browserPart(),
    limits(),
  ]
  writeFileSync(new URL('pace.md', docs), `${pages.join('\n')}\n`)
  writeFileSync(new URL('pictures/pace.svg', docs), plotOf(runs))
}
