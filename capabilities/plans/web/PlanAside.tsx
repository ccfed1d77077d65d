// Beside the plan: which version is in force and how it was agreed, what is missing or waiting, needs, and what matters.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { plural, t } from '@lingui/core/macro'
import { Button, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { useGo } from '../../../web/address.ts'
import { useMay, useMe } from '../../../web/me.tsx'
import { Card, Fact } from '../../../web/design/Card.tsx'
import { DateText, DueText } from '../../../web/design/DateText.tsx'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { languageWords } from '../../../web/words.ts'
import classes from './plan.module.css'
import { useMayPlan, usePlanPaths, usePlanSave, type PlanView } from './usePlan.ts'
import { dispositionWords } from './words.ts'

type VersionInForce = NonNullable<PlanView['active']>

export function PlanAside({ view }: { view: PlanView }) {
  return (
    <>
      {view.attainment.goals > 0 && <Attainment view={view} />}
      <InForce view={view} />
      <NeedsCard view={view} />
      <WhatMatters view={view} />
    </>
  )
}

function Attainment({ view: { attainment } }: { view: PlanView }) {
  return (
    <Card title={<Trans>How far, over all goals</Trans>} padded>
      <p className={classes.attainment}>
        <span><strong>{attainment.now?.toFixed(2)}</strong> <Trans>now</Trans></span>
        <span className="soft">{attainment.baseline?.toFixed(2)} <Trans>at the baseline</Trans></span>
      </p>
      <p className="soft small"><Trans>Goal attainment score over {plural(attainment.goals, { one: '# goal', other: '# goals' })}; 50 means everything as hoped.</Trans></p>
    </Card>
  )
}

function InForce({ view }: { view: PlanView }) {
  const paths = usePlanPaths()
  const go = useGo()
  const mayPlan = useMayPlan()
  const { active, proposed, changes, missing } = view
  return (
    <Card title={active ? <Trans>Plan {active.number}</Trans> : <Trans>The plan</Trans>} aside={<GoTo href={paths.versions}><Trans>All versions</Trans></GoTo>} padded>
      {active ? <Agreement version={active} /> : <p className="soft"><Trans>Not agreed yet.</Trans></p>}
      {proposed && <p className={classes.caution}><Trans>Plan {proposed.number} waits for the client’s agreement.</Trans></p>}
      {active && changes.length > 0 && !proposed && <p className={classes.caution}>{plural(changes.length, { one: '# change since it was agreed.', other: '# changes since it was agreed.' })}</p>}
      {!active && missing.length > 0 && <p className="soft small">{plural(missing.length, { one: '# thing is missing before it can be agreed.', other: '# things are missing before it can be agreed.' })}</p>}
      <Stack gap={8} mt={10} className="no-print">
        {mayPlan && (proposed || !active || changes.length > 0) && <Button onClick={() => go(paths.agree)}>{proposed ? <Trans>Agree and sign</Trans> : <Trans>Propose and agree</Trans>}</Button>}
        {mayPlan && active && <Button variant="default" onClick={() => go(paths.review)}>{view.openReviewId ? <Trans>Go on with the review</Trans> : <Trans>Review the plan</Trans>}</Button>}
        {active && <Button variant="default" onClick={() => go(paths.copy(active.id))}><Trans>Copy for the client</Trans></Button>}
      </Stack>
      {active && <CaseSignOff version={active} />}
    </Card>
  )
}

function Agreement({ version: { agreedOn, signature, copies, copyDueOn, signOffs } }: { version: VersionInForce }) {
  const copy = copies[0]
  const decided = signOffs.at(-1)
  return (
    <>
      {agreedOn && <Fact name={<Trans>Agreed</Trans>}><DateText day={agreedOn} /></Fact>}
      {signature?.kind === 'signed' && <Fact name={<Trans>Signed by</Trans>}>{signature.name}</Fact>}
      {signature?.kind === 'refused' && <Fact name={<Trans>Signature refused</Trans>}>{signature.reason}</Fact>}
      {signature?.kind === 'verbal' && signature.expiresOn && <Fact name={<Trans>Agreed verbally, signature due</Trans>}><DueText day={signature.expiresOn} /></Fact>}
      {copy ? <Fact name={<Trans>Copy given</Trans>}><DateText day={copy.givenOn} />, {languageWords(copy.language)}</Fact> : copyDueOn && <Fact name={<Trans>Copy to the client</Trans>}><DueText day={copyDueOn} /></Fact>}
      {decided && <Fact name={decided.decision === 'approved' ? <Trans>Signed off</Trans> : <Trans>Returned</Trans>}>{decided.decidedByName}{decided.comment && `: ${decided.comment}`}</Fact>}
    </>
  )
}

/** The supervisor's word, offered to whoever may give it and did not write the plan. */
function CaseSignOff({ version }: { version: VersionInForce }) {
  const may = useMay()
  const { staff } = useMe()
  const [isOpen, setOpen] = useState(false)
  const [decision, setDecision] = useState<'approved' | 'returned'>('approved')
  const [comment, setComment] = useState('')
  const { save, saving, problem } = usePlanSave('POST', `/plan/versions/${version.id}/sign-off`, () => setOpen(false))
  if (!may('sign-off') || version.proposedBy === staff.id || version.signOffs.length > 0) return null
  if (!isOpen) return <Button mt={8} fullWidth variant="default" onClick={() => setOpen(true)}><Trans>Sign off this plan</Trans></Button>
  return (
    <div className={classes.inPlace}>
      <Form onSave={() => void save({ decision, comment })} saving={saving} problem={problem} saveLabel={<Trans>Save my decision</Trans>}>
        <Select label={t`Decision`} value={decision} allowDeselect={false} data={[{ value: 'approved', label: t`I approve it` }, { value: 'returned', label: t`I return it` }]} onChange={(value) => setDecision(value === 'returned' ? 'returned' : 'approved')} />
        <LongTextField path="comment" label={decision === 'returned' ? t`What should change?` : t`A word to the case manager`} optional={decision === 'approved'} value={comment} problem={problem} minRows={2} onChange={(event) => setComment(event.currentTarget.value)} />
      </Form>
    </div>
  )
}

function NeedsCard({ view: { needs } }: { view: PlanView }) {
  const { _ } = useLingui()
  const paths = usePlanPaths()
  const mayPlan = useMayPlan()
  return (
    <Card title={<Trans>Needs</Trans>} aside={mayPlan && <GoTo href={`${paths.edit}#needs`}><Trans>Edit the plan</Trans></GoTo>} padded>
      {needs.length === 0 && <p className="soft"><Trans>None written down yet.</Trans></p>}
      {needs.map((need) => (
        <Fact key={need.id} name={<>{need.clientRank !== null && `${need.clientRank}. `}{need.clientWords ? <q>{need.clientWords}</q> : need.statement}</>}>
          {need.disposition !== 'open' ? _(dispositionWords[need.disposition]) : need.certainty === 'concern' ? <span className={classes.caution}><Trans>to talk over</Trans></span> : <Trans>confirmed</Trans>}
          {mayPlan && need.disposition === 'open' && <div className="no-print"><GoTo href={paths.find('need', need.id)} aria-label={t`Find a service: ${need.statement}`}><Trans>Find a service</Trans></GoTo></div>}
        </Fact>
      ))}
    </Card>
  )
}

function WhatMatters({ view: { narrative } }: { view: PlanView }) {
  const parts = [
    { name: t`Important to the client`, text: narrative.importantTo }, { name: t`Strengths`, text: narrative.strengths },
    { name: t`Risks`, text: narrative.risks }, { name: t`If something fails`, text: narrative.backup },
  ].filter(({ text }) => text)
  if (parts.length === 0) return null
  return (
    <Card title={<Trans>What matters</Trans>} padded>
      <Stack gap={8}>{parts.map(({ name, text }) => <div key={name}><p className="soft small">{name}</p><p>{text}</p></div>)}</Stack>
    </Card>
  )
}
