// Takes in a FHIR bundle from a file: says what is wrong with it, asks whom it is about, and accounts for every entry.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, FileInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { useGo } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { Arrived } from '../page.ts'
import { Source } from '../referral.ts'
import { sourceWords } from './referralWords.ts'
import classes from './referrals.module.css'
import { TallyTable } from './TallyTable.tsx'
import { Choice, Text } from './fields.tsx'

interface Arriving {
  bundle: unknown
  fileName: string
  patient: string | null
  source: Source
}
const Several = z.object({
  patients: z.array(z.object({ patient: z.string(), name: z.string(), birthDate: z.string().nullable() })),
})

export function UploadRecord() {
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState<Source>(() => Source.parse({}))
  const [unreadable, setUnreadable] = useState(false)
  const arrive = useWrite<Arriving, Arrived>('POST', '/referrals/fhir')
  const several = Several.safeParse(arrive.problem?.current)
  const choose = (chosen: File | null) => {
    setFile(chosen)
    setUnreadable(false)
    arrive.reset()
  }
  const send = async (patient: string | null) => {
    if (!file) return
    const read = await readRecord(file)
    setUnreadable(read === null)
    if (read) await arrive.save({ bundle: read.bundle, fileName: file.name, patient, source })
  }
  return (
    <>
      <Card padded title={<Trans>Take in an electronic record</Trans>}>
        <div className={classes.upload}>
          <p className="soft">
            <Trans>
              Choose a FHIR R4 Bundle in JSON, as hospitals, clinics and health plans export it. It becomes a referral; you
              confirm every fact before it counts.
            </Trans>
          </p>
          <RecordFile file={file} onChoose={choose} />
          <SourceFields source={source} set={setSource} />
          {unreadable && (
            <p role="alert">
              <Trans>This file is not readable as JSON. FHIR files from an export end in .json; XML is not read here yet.</Trans>
            </p>
          )}
          <ProblemNotice problem={several.success ? null : arrive.problem} />
          {several.success && <WhichPerson patients={several.data.patients} onChoose={(patient) => void send(patient)} />}
          <div>
            <Button disabled={!file} loading={arrive.saving} onClick={() => void send(null)}>
              <Trans>Take it in</Trans>
            </Button>
          </div>
        </div>
      </Card>
      {arrive.saved && <Report arrived={arrive.saved} />}
    </>
  )
}

function RecordFile({ file, onChoose }: { file: File | null; onChoose: (file: File | null) => void }) {
  return (
    <FileInput
      label={t`File`}
      placeholder={t`Choose a .json file`}
      accept="application/json,.json"
      value={file}
      onChange={onChoose}
      clearable
      clearButtonProps={{ 'aria-label': t`Remove the file` }}
    />
  )
}

function SourceFields({ source, set }: { source: Source; set: (source: Source) => void }) {
  return (
    <div className={classes.pair}>
      <Choice
        path="source.kind"
        optional
        label={t`Who sent it?`}
        problem={null}
        words={sourceWords()}
        value={source.kind}
        onCode={(kind) => set({ ...source, kind })}
      />
      <Text
        path="source.organization"
        optional
        label={t`Organization`}
        problem={null}
        value={source.organization}
        onText={(organization) => set({ ...source, organization })}
      />
    </div>
  )
}

async function readRecord(file: File): Promise<{ bundle: unknown } | null> {
  try {
    return { bundle: JSON.parse((await file.text()).replace(/^\ufeff/, '')) }
  } catch {
    return null
  }
}

function WhichPerson({
  patients,
  onChoose,
}: {
  patients: { patient: string; name: string; birthDate: string | null }[]
  onChoose: (patient: string) => void
}) {
  return (
    <div role="alert" className={classes.block}>
      <strong>
        <Trans>This record is about several people. Whom is this referral about?</Trans>
      </strong>
      {patients.map(({ patient, name, birthDate }) => (
        <div key={patient}>
          <Button variant="default" size="compact-sm" onClick={() => onChoose(patient)}>
            {[name, birthDate].filter(Boolean).join(', ')}
          </Button>
        </div>
      ))}
    </div>
  )
}

function Report({ arrived: { outcome, referralId, report } }: { arrived: Arrived }) {
  const go = useGo()
  return (
    <Card padded title={outcome === 'received' ? <Trans>It came in</Trans> : <Trans>It is already here</Trans>}>
      <div className={classes.stack}>
        <p role="status">
          {outcome === 'received' ? (
            <Trans>
              {report.used} of {report.entries} entries say something a referral needs.
            </Trans>
          ) : (
            <Trans>The same record came in before. Nothing was changed.</Trans>
          )}
        </p>
        <div>
          <Button onClick={() => go(`/referrals/${referralId}`)}>
            {outcome === 'received' ? <Trans>Confirm what it says</Trans> : <Trans>Open that referral</Trans>}
          </Button>
        </div>
        <TallyTable report={report} />
      </div>
    </Card>
  )
}
