// What became of every entry of a record: used, or not used and why. The sums are the file's.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { BundleReport } from '../page.ts'
import { codeIn } from './fields.tsx'
import { factWords } from './referralWords.ts'
import classes from './referrals.module.css'

export function TallyTable({ report }: { report: BundleReport }) {
  return (
    <>
      <table className={classes.tally}>
        <caption className="visually-hidden">
          <Trans>Entries of the record by kind</Trans>
        </caption>
        <Heads />
        <tbody>
          {report.rows.map((row) => (
            <TallyLine key={row.type} row={row} />
          ))}
          <tr>
            <th scope="row">
              <Trans>All {report.entries}</Trans>
            </th>
            <td className={classes.number}>{report.used}</td>
            <td className={classes.number}>{report.unused}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <Unreadable report={report} />
    </>
  )
}

function Heads() {
  return (
    <thead>
      <tr>
        <th scope="col">
          <Trans>Kind</Trans>
        </th>
        <th scope="col" className={classes.number}>
          <Trans>Used</Trans>
        </th>
        <th scope="col" className={classes.number}>
          <Trans>Not used</Trans>
        </th>
        <th scope="col">
          <Trans>Why not</Trans>
        </th>
      </tr>
    </thead>
  )
}

function TallyLine({ row: { type, used, unused, because } }: { row: BundleReport['rows'][number] }) {
  return (
    <tr>
      <td>{type}</td>
      <td className={classes.number}>{used}</td>
      <td className={classes.number}>{unused}</td>
      <td className="soft">
        {because.map(({ reason, count }) => (because.length > 1 ? `${count} ${reason}` : reason)).join('; ')}
      </td>
    </tr>
  )
}

function Unreadable({ report: { unreadable } }: { report: BundleReport }) {
  if (unreadable.length === 0) return null
  const words = factWords()
  const said = unreadable.map(({ about, from }) => {
    const code = codeIn(words, about)
    return `${code ? words[code] : about} (${from.type}, ${t`entry`} ${from.entry})`
  })
  return (
    <p>
      <Trans>Could not be kept:</Trans> {said.join('; ')}
    </p>
  )
}
