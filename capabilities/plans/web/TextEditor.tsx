// The parts of the plan that are not goals: what matters to and for the client, strengths, risks, backup, choices, and who took part.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Radio, Stack } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { ConflictDialog, isConflict } from '../../../web/design/ConflictDialog.tsx'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { Narrative, type NarrativeChange } from '../plan.ts'
import type { PlanText } from '../plan.store.ts'
import { usePlanSave, type PlanView } from './usePlan.ts'
import { participationWords } from './words.ts'

type Words = 'importantTo' | 'importantFor' | 'strengths' | 'risks' | 'backup' | 'choices' | 'participants'

/** Fields kept here until saved; a colleague's newer words are shown beside mine. */
function useText(view: PlanView, fields: readonly (keyof Narrative)[]) {
  const [text, setText] = useState<NarrativeChange>({})
  const now = { ...view.narrative, ...text }
  const { save, saving, problem, reset } = usePlanSave<NarrativeChange, PlanText>('PATCH', '/plan', () => {
    setText({})
    sayDone(t`Saved.`)
  })
  const underWay = useRef(false)
  const changed = Object.fromEntries(fields.filter((field) => field in text).map((field) => [field, text[field]]))
  const store = async (version = view.version) => {
    if (underWay.current || Object.keys(changed).length === 0) return
    underWay.current = true
    await save(changed, { ifMatch: version })
    underWay.current = false
  }
  return { now, text, setText, store, saving, problem, reset }
}

function Both({ text, problem, store, reset, setText }: ReturnType<typeof useText>) {
  if (!isConflict(problem)) return null
  const current = Narrative.partial().safeParse(Object(problem.current).narrative).data ?? {}
  const said = (words: NarrativeChange) => Object.keys(text).map((field) => <p key={field}>{String(Object(words)[field] ?? '')}</p>)
  return (
    <ConflictDialog problem={problem} mine={said(text)} theirs={said(current)} onKeepMine={() => void store(Number(Object(problem.current).version))}
      onTakeTheirs={() => { setText({}); reset() }} />
  )
}

interface Question { path: Words; label: string; description?: string }

/** Long answers that save themselves when the field is left. */
function TextSection({ id, title, view, questions }: { id: string; title: ReactNode; view: PlanView; questions: Question[] }) {
  const text = useText(view, questions.map(({ path }) => path))
  const problem = isConflict(text.problem) ? null : text.problem
  return (
    <Card title={title} id={id} padded>
      <Form onSave={() => void text.store()} saving={text.saving} problem={problem} saveLabel={<Trans>Save</Trans>}>
        {questions.map(({ path, label, description }) => (
          <LongTextField key={path} path={path} label={label} description={description} optional minRows={2} value={text.now[path]} problem={problem} onBlur={() => void text.store()}
            onChange={(event) => { const words = event.currentTarget.value; text.setText((before) => ({ ...before, [path]: words })) }} />
        ))}
      </Form>
      <Both {...text} />
    </Card>
  )
}

export function MattersSection({ view }: { view: PlanView }) {
  const { name } = view.client
  return (
    <TextSection id="matters" title={<Trans>What matters</Trans>} view={view} questions={[
      { path: 'importantTo', label: t`What is important to ${name}?`, description: t`People, places, habits, faith: what makes a good day.` },
      { path: 'strengths', label: t`What works well already?` },
      { path: 'importantFor', label: t`What is important for ${name}’s health and safety?` },
    ]} />
  )
}

export function SafetySection({ view }: { view: PlanView }) {
  return (
    <TextSection id="safety" title={<Trans>If something goes wrong</Trans>} view={view} questions={[
      { path: 'risks', label: t`What could go wrong, and what do we do then?` },
      { path: 'backup', label: t`Who steps in when a helper or service fails?` },
      { path: 'choices', label: t`Which choices were talked over?` },
    ]} />
  )
}

export function ParticipationSection({ view }: { view: PlanView }) {
  const { _ } = useLingui()
  const text = useText(view, ['participation', 'participants'])
  const choose = (chosen: string) => text.setText((before) => ({ ...before, ...Narrative.pick({ participation: true }).safeParse({ participation: chosen }).data }))
  return (
    <Card title={<Trans>Who took part</Trans>} id="participation" padded>
      <Form onSave={() => void text.store()} saving={text.saving} problem={isConflict(text.problem) ? null : text.problem} saveLabel={<Trans>Save who took part</Trans>}>
        <Radio.Group label={t`How did ${view.client.name} take part in making this plan?`} value={text.now.participation ?? ''} onChange={choose}>
          <Stack gap={6} mt={6}>
            {Object.entries(participationWords).map(([value, words]) => <Radio key={value} value={value} label={_(words)} />)}
          </Stack>
        </Radio.Group>
        <LongTextField path="participants" label={t`Who else was there?`} description={t`Chosen by the client: family, friends, providers.`} optional minRows={1} value={text.now.participants} problem={text.problem}
          onChange={(event) => { const words = event.currentTarget.value; text.setText((before) => ({ ...before, participants: words })) }} />
      </Form>
      <Both {...text} />
    </Card>
  )
}
