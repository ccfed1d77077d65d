// The files of a client or a case: add by choosing or dropping, download, mark as entered in error.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, FileButton } from '@mantine/core'
import { useState } from 'react'
import { addressOf } from '../../../web/api.ts'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'

interface FileLine { id: string; name: string; mediaType: string; sizeBytes: number; createdAt: string; voidedAt: string | null; voidReason: string | null }
const taken = 'application/pdf,image/png,image/jpeg,image/webp,image/heic,.docx,.xlsx,.txt,.csv'

/** `of`: '/cases/…' or '/clients/…', the files of which are shown and added to. */
export function FilesCard({ of, clientId }: { of: string; clientId: string }) {
  const files = useRead<FileLine[]>(`${of}/files`)
  const mayAdd = useMay()('write-clients')
  const { save, saving, problem } = useWrite<FormData, FileLine>('POST', `${of}/files`, { renews: [clientId], onSaved: ({ name }) => sayDone(t`${name} is kept.`) })
  const send = (file: File | null) => {
    if (!file) return
    const form = new FormData()
    form.set('file', file)
    void save(form)
  }
  const add = mayAdd && <FileButton onChange={send} accept={taken}>{(props) => <Button {...props} variant="default" size="compact-sm" loading={saving}><Trans>Add a file</Trans></Button>}</FileButton>
  return (
    <Card title={<Trans>Files</Trans>} aside={add}>
      {problem && <div style={{ padding: '0 16px 12px' }}><ProblemNotice problem={problem} /></div>}
      <Reading of={files} lines={2}>
        {(all) => all.length === 0 ? <Empty title={<Trans>No file yet.</Trans>}><Trans>PDF, pictures, Word, Excel, text and CSV, up to 25 MB.</Trans></Empty> : <Rows label={t`Files`}>{all.map((each) => <Line key={each.id} file={each} clientId={clientId} mayVoid={mayAdd} />)}</Rows>}
      </Reading>
    </Card>
  )
}

function Line({ file, clientId, mayVoid }: { file: FileLine; clientId: string; mayVoid: boolean }) {
  const [sure, ask] = useState(false)
  const { save, saving } = useWrite('POST', `/files/${file.id}/void`, { renews: [clientId] })
  const size = file.sizeBytes > 1_000_000 ? `${(file.sizeBytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(file.sizeBytes / 1000)} kB`
  if (file.voidedAt) return <Row plain title={<s>{file.name}</s>} why={<Trans>Entered in error: {file.voidReason}</Trans>} />
  return (
    <Row plain title={<a href={addressOf(`/files/${file.id}`)} download>{file.name}</a>} why={<>{size} · <MomentText at={file.createdAt} /></>}
      action={mayVoid && (sure
        ? <Button variant="default" size="compact-sm" loading={saving} onClick={() => void save({ reason: t`Does not belong here` })} aria-label={t`Yes, ${file.name} does not belong here`}><Trans>It does not belong here</Trans></Button>
        : <Button variant="subtle" size="compact-sm" onClick={() => ask(true)} aria-label={t`${file.name} was added in error`}><Trans>Added in error</Trans></Button>)} />
  )
}
