// What became of every entry of a record: used, or not used and why. The sums are the file's.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import type { BundleReport } from '../page.ts'
import { factWords } from './referralWords.ts'
import classes from './referrals.module.css'

export function TallyTable({ report }: { report: BundleReport }) {
  const isFact = (about: string): about is keyof ReturnType<typeof factWords> => about in factWords()
  return (
    <>
      <table className={classes.tally}>
        <caption className="visually-hidden"><Trans>Entries of the record by kind</Trans></caption>
        <thead>
          <tr><th scope="col"><Trans>Kind</Trans></th><th scope="col" className={classes.number}><Trans>Used</Trans></th><th scope="col" className={classes.number}><Trans>Not used</Trans></th><th scope="col"><Trans>Why not</Trans></th></tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.type}>
              <td>{row.type}</td>
              <td className={classes.number}>{row.used}</td>
              <td className={classes.number}>{row.unused}</td>
              <td className="soft">{row.because.map(({ reason, count }) => (row.because.length > 1 ? `${count} ${reason}` : reason)).join('; ')}</td>
            </tr>
          ))}
          <tr><th scope="row"><Trans>All {report.entries}</Trans></th><td className={classes.number}>{report.used}</td><td className={classes.number}>{report.unused}</td><td /></tr>
        </tbody>
      </table>
      {report.unreadable.length > 0 && (
        <p><Trans>Could not be kept:</Trans> {report.unreadable.map(({ about, from }) => `${isFact(about) ? factWords()[about] : about} (${from.type}, ${t`entry`} ${from.entry})`).join('; ')}</p>
      )}
    </>
  )
}
