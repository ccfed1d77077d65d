// The tables of the report: a row for each kind, area, language or month, the total last; what is withheld says so.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { languageWords } from '../../../web/words.ts'
import { domainWords } from '../../plans/web/words.ts'
import { reasonCodes, serviceTypes } from '../../serviceReferrals/codes.ts'
import { reasonWords, typeWords } from '../../serviceReferrals/web/serviceWords.ts'
import { permille, type Dimension, type GapReport, type GapRow, type Shown } from '../gap.ts'
import classes from './gaps.module.css'

interface Told { report: GapReport; named: string }

export function AnswersTable({ report: { question, rows }, named }: Told) {
  const heads = [t`Sent`, t`Accepted`, t`Not accepted`, t`No answer`, t`Called off`, t`Reached`, t`Outcome known`, t`Need met`, t`Days to answer`, t`Days to reach`]
  return (
    <Table label={t`Referrals to services`} by={question.by} named={named} heads={heads} rows={rows.map((row) => ({ stratum: row.stratum, cells: answerCells(row) }))} />
  )
}

const answerCells = (row: GapRow): ReactNode[] => [
  <Count value={row.sent} />, <Count value={row.accepted} of={row.sent} />, <Count value={row.rejected} of={row.sent} />, <Count value={row.unanswered} of={row.sent} />, <Count value={row.withdrawn} />,
  <Count value={row.reached} of={row.sent} />, <Count value={row.closed} of={row.sent} />, <Count value={row.met} of={row.sent} />, <Count value={row.daysToAnswer} />, <Count value={row.daysToReach} />,
]

export function RejectionsTable({ report: { question, rows, reasons }, named }: Told) {
  return <Table label={t`Not accepted, by reason`} by={question.by} named={named} heads={useReasons(reasons)}
    rows={rows.map((row) => ({ stratum: row.stratum, cells: row.reasons.map((value) => <Count value={value} of={row.sent} />) }))} />
}

export function UnmetTable({ report: { question, unmet }, named }: Told) {
  return <Table label={t`What could not be met`} by={question.by} named={named} heads={[t`All`, ...useReasons(unmet.reasons)]}
    rows={unmet.rows.map(({ stratum, all, reasons }) => ({ stratum, cells: [all, ...reasons].map((value) => <Count value={value} />) }))} />
}

function useReasons(codes: readonly string[]): string[] {
  const { _ } = useLingui()
  return codes.map((code) => { const known = reasonCodes.find((each) => each === code); return known ? _(reasonWords[known]) : code })
}

function Table({ label, by, named, heads, rows }: { label: string; by: Dimension; named: string; heads: string[]; rows: { stratum: string | null; cells: ReactNode[] }[] }) {
  return (
    <div className={classes.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead><tr><th scope="col">{named}</th>{heads.map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ stratum, cells }) => (
            <tr key={stratum ?? 'total of all'} data-total={stratum === null}>
              <th scope="row"><Stratum by={by} code={stratum} /></th>
              {cells.map((cell, place) => <td key={heads[place]}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Stratum({ by, code }: { by: Dimension; code: string | null }) {
  const { _ } = useLingui()
  if (code === null) return <Trans>All together</Trans>
  if (code === '') return by === 'need' ? <Trans>Not for a need of the plan</Trans> : <Trans>Not known</Trans>
  if (code === 'behavioral-health') return <Trans>Behavioral health</Trans>
  const type = by === 'service-type' ? serviceTypes.find((each) => each === code) : undefined
  if (type) return _(typeWords[type])
  const area = by === 'need' ? domainWords[code] : undefined
  if (area) return _(area)
  return by === 'language' ? languageWords(code) : by === 'area' ? `${code}__` : code
}

function Count({ value, of = null }: { value: Shown; of?: Shown }) {
  if (value === null) return <span className={classes.withheld}><Trans>withheld</Trans></span>
  const share = permille(value, of)
  return share === null ? value : <>{value} <span className={classes.withheld}>{(share / 10).toFixed(1)} %</span></>
}
