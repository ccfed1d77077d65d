// The seal of the record in plain words: up to when nothing can be changed unseen, whether the witness has it, when everything was last compared.
import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, CopyButton } from '@mantine/core'
import { useEffect } from 'react'
import { Card, Fact } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useRead } from '../../../web/reads.ts'
import { standingOf, type SealView, type Verification } from '../seal.ts'
import classes from './privacy.module.css'

const everyMs = 10_000

export function SealCard() {
  const seal = useRead<SealView>('/record-seal')
  const { refetch } = seal
  useEffect(() => {
    const clock = setInterval(() => void refetch(), everyMs)
    return () => clearInterval(clock)
  }, [refetch])
  return (
    <Card id="seal" title={<Trans>The seal of the record</Trans>} aside={seal.data && <Mark seal={seal.data} />} padded>
      <Reading of={seal}>{(read) => (read.checkpoint ? <Sealed seal={read} checkpoint={read.checkpoint} /> : <Empty title={<Trans>Nothing is sealed yet.</Trans>}><Trans>The first seal comes within seconds of the first thing that is done.</Trans></Empty>)}</Reading>
    </Card>
  )
}

function Mark({ seal }: { seal: SealView }) {
  const standing = standingOf(seal)
  return standing === 'alarm' ? <Chip tone="late"><Trans>Alarm</Trans></Chip> : standing === 'waiting' ? <Chip tone="today"><Trans>Being sealed</Trans></Chip> : <Chip tone="done"><Trans>Sealed</Trans></Chip>
}

function Sealed({ seal, checkpoint }: { seal: SealView; checkpoint: NonNullable<SealView['checkpoint']> }) {
  return (
    <div className={classes.stack}>
      <p><Trans>The record is sealed up to <b><MomentText at={checkpoint.at} /></b>: {plural(checkpoint.size, { one: '# act or look', other: '# acts and looks' })}. Nothing of it can be changed, taken out or put in any more without being found.</Trans></p>
      <Fact name={<Trans>What waits</Trans>}><Lag seal={seal} /></Fact>
      <Fact name={<Trans>The witness outside the database</Trans>}>{seal.witnessed ? <Trans>has the newest checkpoint</Trans> : <b><Trans>does not have the newest checkpoint yet</Trans></b>}</Fact>
      <Fact name={<Trans>Everything read and compared</Trans>}>{seal.verified ? <MomentText at={seal.verified.verifiedAt} /> : <Trans>never yet</Trans>}</Fact>
      {seal.verified && <Verdict verified={seal.verified} />}
      <details className={classes.more}>
        <summary><Trans>Verify it, or hand it to somebody who does not trust us</Trans></summary>
        <ol>
          <li><Trans>Whoever runs the server types <code>npm run audit -- verify</code>. It reads everything once, compares it with the witness, and its answer stands here.</Trans></li>
          <li><Trans><code>npm run audit -- export FOLDER</code> writes each act with its proof. A short script in docs/audit.md checks it with Python and OpenSSL, without any of our programs.</Trans></li>
          <li><Trans>Keep a checkpoint now and then, on paper or in another safe: with it anybody can prove later that the past was changed, or was not. This is the newest:</Trans></li>
        </ol>
        <pre className={classes.note} tabIndex={0} aria-label={t`The newest signed checkpoint`}>{checkpoint.note}</pre>
        <CopyButton value={checkpoint.note}>{({ copied, copy }) => <Button variant="default" size="compact-sm" onClick={copy}>{copied ? t`Copied` : t`Copy the checkpoint`}</Button>}</CopyButton>
      </details>
    </div>
  )
}

function Lag({ seal: { waitsSeconds, alarmSeconds } }: { seal: SealView }) {
  if (waitsSeconds <= 1) return <Trans>nothing</Trans>
  if (waitsSeconds <= alarmSeconds) return <Trans>for {waitsSeconds} s; up to {alarmSeconds} s is usual</Trans>
  return <b><Trans>for {waitsSeconds} s, more than {alarmSeconds} s: something hangs. Tell whoever runs the server.</Trans></b>
}

function Verdict({ verified: { sealed, witnessed, findings, kinds } }: { verified: Verification }) {
  if (findings > 0) {
    return (
      <div role="alert" className={classes.alarm}>
        <p><b><Trans>Something is not as it was sealed.</Trans></b> {plural(findings, { one: '# finding', other: '# findings' })}: {kinds.map(kindWords).join('; ')}.</p>
        <p><Trans>Change nothing. Keep the newest checkpoint you have, and call whoever runs the server: docs/operations.md says what each finding means, and what to do when it was a restore on purpose.</Trans></p>
      </div>
    )
  }
  return (
    <p className="soft small">
      <Trans>Sound: {plural(sealed, { one: '# act or look', other: '# acts and looks' })} read, {plural(witnessed, { one: '# checkpoint', other: '# checkpoints' })} of the witness compared.</Trans>
      {witnessed === 0 && <> <b><Trans>Without a witness a rollback of the whole database could not be seen.</Trans></b></>}
    </p>
  )
}

const kindWords = (kind: string): string =>
  ({
    'rolled-back': t`the database is older than its witness`,
    'history-differs': t`the past is not the one that was signed`,
    'event-changed': t`an act was changed`,
    'event-missing': t`an act is missing`,
    'event-slipped-in': t`an act was slipped in`,
    'payload-changed': t`what an act was about was changed`,
    'payload-removed-without-authority': t`what an act was about was removed without leave`,
    'not-written-by-the-application': t`something was written past the program`,
    'checkpoint-missing': t`a checkpoint is missing`,
    'checkpoint-not-signed': t`a checkpoint is not signed by our keys`,
    'restore-not-in-the-audit': t`a restore on purpose no longer stands in the record`,
  })[kind] ?? kind
