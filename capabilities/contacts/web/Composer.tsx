// The one place to record a contact: choose the kind, write, add what applies; one save does it all, and drafts keep themselves.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Textarea } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import { useSearchParam } from '../../../web/address.ts'
import { newId, writeApi } from '../../../web/api.ts'
import { ChipButton } from '../../../web/design/Chip.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useDraft } from '../../../web/draft.ts'
import { useMe } from '../../../web/me.tsx'
import { renewScreens, useWrite } from '../../../web/reads.ts'
import { clockWords } from '../../../web/words.ts'
import { useQueryClient } from '@tanstack/react-query'
import type { Contact } from '../contact.ts'
import surface from '../../../web/design/surface.module.css'
import { ComposerChips, panelOfIssue, type Panel } from './ComposerChips.tsx'
import { ComposerPanel } from './ComposerPanel.tsx'
import { blank, forms, fromDraft, isTouched, toContact, withForm, type ComposerFor, type Composing, type Form } from './composing.ts'
import classes from './composer.module.css'
import { UnsignedNotes } from './UnsignedNotes.tsx'

const emptyComposing = blank()
/** Forms in which we reach out to the client, so the safe-contact rule must be in sight (INV-04). */
const callsClient: readonly Form[] = ['call', 'video', 'message', 'no-answer']

export function Composer({ of }: { of: ComposerFor }) {
  const draft = useDraft<Composing>(`contact:${of.caseId}`, emptyComposing)
  const [panel, setPanel] = useState<Panel | null>(null)
  const words = useRef<HTMLTextAreaElement>(null)
  const { save, saving, waitingForNetwork, problem, reset } = useSaving(of, draft.value, draft.drop, () => setPanel(null))
  const now = draft.value
  const change = (more: Partial<Composing>) => {
    reset()
    draft.change((before) => ({ ...before, ...more, id: before.id === emptyComposing.id ? newId() : before.id }))
  }
  useEffect(() => {
    const first = problem?.issues[0]
    if (first) setPanel(panelOfIssue(first.path))
  }, [problem])
  useStartHere(words, (form) => change(withForm(now, form)))
  const keys = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') void save(true)
    if (event.key === 'Escape') setPanel(null)
  }
  return (
    <section className={`${surface.card} ${classes.composer} no-print`} aria-label={t`Record a contact`} id="composer" onKeyDown={keys}>
      <UnsignedNotes drafts={of.drafts.filter(({ id }) => id !== now.id)} onOpen={(note) => draft.change(fromDraft(note))} />
      <FormChips form={now.form} onChoose={(form) => change(withForm(now, form))} />
      {of.safeContactRequired && of.safeContactRule && callsClient.includes(now.form) && <p className={classes.rule}>{of.safeContactRule}</p>}
      <Textarea ref={words} className={classes.words} aria-label={t`What happened`} placeholder={placeholderFor(of, now.form)} autosize minRows={2} maxRows={16} value={now.narrative} onChange={(event) => change({ narrative: event.currentTarget.value })} />
      <ComposerChips of={of} now={now} open={panel} onOpen={setPanel} />
      {panel && <ComposerPanel panel={panel} of={of} now={now} change={change} />}
      {problem && <div style={{ marginTop: 10 }}><ProblemNotice problem={problem} /></div>}
      <div className={classes.foot}>
        <span className={classes.kept} role="status"><KeptText keptAt={isTouched(now) ? draft.keptAt : null} waiting={waitingForNetwork && saving} /></span>
        <Button variant="default" style={{ visibility: isTouched(now) ? undefined : 'hidden' }} loading={saving} onClick={() => void save(false)}><Trans>Keep draft</Trans></Button>
        <Button loading={saving} onClick={() => void save(true)}><Trans>Sign and save</Trans></Button>
      </div>
    </section>
  )
}

function FormChips({ form, onChoose }: { form: Form; onChoose: (form: Form) => void }) {
  const words: Record<Form, string> = {
    call: t`Call`, visit: t`Home visit`, video: t`Video`, message: t`Message`, conference: t`Conference`, 'other-person': t`With someone else`, 'no-answer': t`No answer`,
  }
  return (
    <div className={classes.forms} role="group" aria-label={t`Kind of contact`}>
      {forms.map((each) => <ChipButton key={each} pressed={each === form} onClick={() => onChoose(each)}>{words[each]}</ChipButton>)}
    </div>
  )
}

function KeptText({ keptAt, waiting }: { keptAt: string | null; waiting: boolean }) {
  const { agency } = useMe()
  if (waiting) return <Trans>Saving… It is kept here and goes out when the network is back.</Trans>
  return keptAt ? <Trans>Draft saved {clockWords(keptAt, agency.timeZone)}</Trans> : null
}

function placeholderFor({ subject, name }: ComposerFor, form: Form): string {
  if (form === 'no-answer') return t`What you tried, and anything worth knowing next time…`
  if (form === 'other-person') return t`Whom you spoke with, what they said, what comes next…`
  if (subject === 'she') return t`What happened, what she said, what comes next…`
  if (subject === 'he') return t`What happened, what he said, what comes next…`
  return subject === 'they' ? t`What happened, what they said, what comes next…` : t`What happened, what ${name} said, what comes next…`
}

/** "?record=call" or "#composer" in the address (Record a call, anywhere) puts the cursor here, once. */
function useStartHere(words: { current: HTMLTextAreaElement | null }, choose: (form: Form) => void): void {
  const [record, setRecord] = useSearchParam('record')
  const start = useEffectEvent((asked: string) => {
    if (asked === '' && window.location.hash !== '#composer') return
    const form = forms.find((each) => each === asked)
    if (form) choose(form)
    if (asked !== '') setRecord(null)
    words.current?.focus()
  })
  useEffect(() => start(record), [record])
}

/** A new note goes out whole; a draft the server already has is changed first, then signed. */
function useSaving(of: ComposerFor, now: Composing, drop: () => Promise<void>, onDone: () => void) {
  const queries = useQueryClient()
  const renews = [of.caseId, of.clientId]
  const path = `/cases/${of.caseId}/contacts`
  const record = useWrite<object, Contact>('POST', path, { renews })
  const edit = useWrite<object, Contact>('PATCH', `${path}/${now.id}`, { renews })
  const sign = useWrite<object, Contact>('POST', `${path}/${now.id}/signature`, { renews })
  const save = async (signing: boolean) => {
    const { lateReason, id: _, ...content } = toContact(now, of, new Date().toISOString())
    const saved = now.version === null
      ? await record.save({ ...content, id: now.id, lateReason, sign: signing })
      : await changeFirst(content, lateReason ?? '', signing)
    if (!saved) return
    await drop()
    onDone()
    const discard = () => void writeApi('POST', `${path}/${saved.id}/discard`, {}).then(() => renewScreens(queries, renews))
    if (saved.status === 'signed') sayDone(<Trans>Signed and saved.</Trans>)
    else sayDone(<Trans>The draft is kept. Sign it within two business days.</Trans>, discard)
  }
  const changeFirst = async (content: object, lateReason: string, signing: boolean) => {
    const changed = await edit.save(content, { ifMatch: now.version ?? undefined })
    return changed && signing ? sign.save({ lateReason }) : changed
  }
  const reset = () => {
    if (record.problem) record.reset()
    if (edit.problem) edit.reset()
    if (sign.problem) sign.reset()
  }
  return {
    save, reset, saving: record.saving || edit.saving || sign.saving, problem: record.problem ?? edit.problem ?? sign.problem,
    waitingForNetwork: record.waitingForNetwork || edit.waitingForNetwork || sign.waitingForNetwork,
  }
}
