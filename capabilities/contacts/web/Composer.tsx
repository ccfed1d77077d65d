// The one place to record a contact: choose the kind, write, add what applies; one save does it all, and drafts keep themselves.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useSearchParam } from '../../../web/address.ts'
import { newId } from '../../../web/api.ts'
import { ChipButton } from '../../../web/design/Chip.tsx'
import { GrowingText } from '../../../web/design/GrowingText.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { useDraft, type Draft } from '../../../web/draft.ts'
import { useMe } from '../../../web/me.tsx'
import { clockWords } from '../../../web/words.ts'
import surface from '../../../web/design/surface.module.css'
import { ComposerChips, panelOfIssue, type Panel } from './ComposerChips.tsx'
import { ComposerPanel } from './ComposerPanel.tsx'
import { blank, forms, fromDraft, isTouched, joined, withForm, type ComposerFor, type Composing, type Form } from './composing.ts'
import classes from './composer.module.css'
import { FoundDraft } from './FoundDraft.tsx'
import { NoteConflict } from './NoteConflict.tsx'
import { useSaving } from './saving.tsx'
import { UnsignedNotes } from './UnsignedNotes.tsx'

const emptyComposing = blank()
/** Forms in which we reach out to the client, so the safe-contact rule must be in sight (INV-04). */
const callsClient: readonly Form[] = ['call', 'video', 'message', 'no-answer']

export function Composer({ of }: { of: ComposerFor }) {
  const draft = useDraft<Composing>(`contact:${of.caseId}`, emptyComposing, { join: joined })
  const [panel, setPanel] = useState<Panel | null>(null)
  const words = useRef<HTMLTextAreaElement>(null)
  const ways = useSaving(of, draft, () => setPanel(null))
  const { save, saving, problem, reset } = ways
  const now = draft.value
  const change = (more: Partial<Composing>) => {
    reset()
    draft.change((before) => ({ ...before, ...more, id: idOf(before) }))
  }
  useEffect(() => {
    const first = problem?.issues[0]
    if (first) setPanel(panelOfIssue(first.path))
  }, [problem])
  useStartHere(words, (form) => change(withForm(draft.now(), form)))
  const keys = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') void save(true)
    if (event.key === 'Escape') setPanel(null)
  }
  return (
    <section className={`${surface.card} ${classes.composer} no-print`} aria-label={t`Record a contact`} id="composer" onKeyDown={keys}>
      {isTouched(now) && <FoundDraft draft={draft} onGoOn={() => words.current?.focus()} />}
      <UnsignedNotes drafts={of.drafts.filter(({ id }) => id !== now.id)} onOpen={(note) => draft.change(fromDraft(note))} />
      <FormChips form={now.form} onChoose={(form) => change(withForm(draft.now(), form))} />
      {of.safeContactRequired && of.safeContactRule && callsClient.includes(now.form) && <p className={classes.rule}>{of.safeContactRule}</p>}
      <NoteWords ref={words} placeholder={placeholderFor(of, now.form)} draft={draft} onWrite={reset} />
      <ComposerChips of={of} now={now} open={panel} onOpen={setPanel} />
      {panel && <ComposerPanel panel={panel} of={of} now={now} change={change} />}
      {problem && <div style={{ marginTop: 10 }}><ProblemNotice problem={problem} {...(problem.code === 'offline' && { onRetry: ways.again })} /></div>}
      <div className={classes.foot}>
        <span className={classes.kept} role="status"><KeptText draft={draft} touched={isTouched(now)} waiting={ways.waitingForNetwork && saving} /></span>
        <Button variant="default" style={{ visibility: isTouched(now) ? undefined : 'hidden' }} loading={saving} onClick={() => void save(false)}><Trans>Keep draft</Trans></Button>
        <Button loading={saving} onClick={() => void save(true)}><Trans>Sign and save</Trans></Button>
      </div>
      <NoteConflict of={of} now={now} saving={ways} />
    </section>
  )
}

/** The first thing written makes it a note of its own. */
const idOf = ({ id }: Composing) => (id === emptyComposing.id ? newId() : id)

interface NoteWordsProps { ref: Ref<HTMLTextAreaElement>; placeholder: string; draft: Draft<Composing>; onWrite: () => void }

/** The browser shows each letter by itself, nothing is drawn for it; what comes from elsewhere (a draft that was found, a note that was saved) is put in. */
function NoteWords({ ref, placeholder, draft: { value, turn, write }, onWrite }: NoteWordsProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const given = useEffectEvent(() => { if (field.current && field.current.value !== value.narrative) field.current.value = value.narrative })
  useLayoutEffect(() => given(), [turn])
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => field.current)
  const put = (narrative: string) => {
    onWrite()
    write((before) => ({ ...before, narrative, id: idOf(before) }))
  }
  return <GrowingText ref={field} className={classes.words} aria-label={t`What happened`} placeholder={placeholder} minRows={2} maxRows={16} length={value.narrative.length} defaultValue={value.narrative} onChange={(event) => put(event.currentTarget.value)} />
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

function KeptText({ draft: { keptAt, cannotKeep }, touched, waiting }: { draft: Draft<Composing>; touched: boolean; waiting: boolean }) {
  const { agency } = useMe()
  if (waiting) return <Trans>Saving… It is kept on this device and goes out when the network is back.</Trans>
  if (!touched) return null
  if (cannotKeep) return <Trans>This device cannot keep what you write. Press “Keep draft”.</Trans>
  return keptAt ? <Trans>Kept on this device {clockWords(keptAt, agency.timeZone)}, not saved yet</Trans> : null
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
