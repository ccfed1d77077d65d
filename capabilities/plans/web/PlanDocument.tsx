// The plan as the client reads it: first person, short sentences, the client's own words first (practice model 6.5). Drawn from a version, never from the working plan.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { PlanContent } from '../plan.ts'
import type { VersionView } from '../plan.actions.ts'
import classes from './plan.module.css'
import { serviceAmount } from './serviceAmount.ts'

export function PlanDocument({ version, agencyName }: { version: VersionView; agencyName: string }) {
  const { content, number, agreedOn, proposedOn, client } = version
  return (
    <article className={classes.document} aria-label={client.name}>
      <header>
        <h1 style={{ fontSize: 24 }}><Trans>My plan</Trans></h1>
        <p>{client.name} · <Trans>Plan {number}</Trans> · <Day day={agreedOn ?? proposedOn} /> · {agencyName}</p>
      </header>
      <Wants content={content} />
      <Matters content={content} />
      <WhoDoesWhat content={content} />
      <Needs content={content} />
      <Safety content={content} />
      <Rights agencyName={agencyName} />
      <Signatures version={version} />
    </article>
  )
}

/** A civil day in the language of the document, not of the screen. */
function Day({ day }: { day: string }) {
  const { i18n } = useLingui()
  const said = new Intl.DateTimeFormat(i18n.locale === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
  return <time dateTime={day}>{said}</time>
}

const Part = ({ title, children }: { title: ReactNode; children: ReactNode }) => <section><h2>{title}</h2>{children}</section>

function Wants({ content: { goals } }: { content: PlanContent }) {
  return (
    <Part title={<Trans>What I want</Trans>}>
      {goals.map((goal) => (
        <div key={goal.id} className={classes.documentGoal}>
          <h3><q>{goal.clientWords}</q></h3>
          {goal.statement && <p>{goal.statement}</p>}
          {goal.levels[2] && <p><Trans>What I hope for: {goal.levels[2]}</Trans></p>}
          {goal.measure && <p><Trans>How we will see it: {goal.measure}</Trans></p>}
          {goal.targetDate && <p><Trans>By: <Day day={goal.targetDate} /></Trans></p>}
          {goal.owner && <p><Trans>Who carries it: {goal.owner.name}</Trans></p>}
        </div>
      ))}
    </Part>
  )
}

function Matters({ content: { narrative } }: { content: PlanContent }) {
  const { importantTo, importantFor, strengths, choices } = narrative
  if (!importantTo && !importantFor && !strengths && !choices) return null
  return (
    <Part title={<Trans>What matters</Trans>}>
      {importantTo && <p><strong><Trans>Important to me:</Trans></strong> {importantTo}</p>}
      {importantFor && <p><strong><Trans>Important for my health and safety:</Trans></strong> {importantFor}</p>}
      {strengths && <p><strong><Trans>What works well:</Trans></strong> {strengths}</p>}
      {choices && <p><strong><Trans>What I could choose from:</Trans></strong> {choices}</p>}
    </Part>
  )
}

type Step = PlanContent['interventions'][number]

function WhoDoesWhat({ content: { interventions, services } }: { content: PlanContent }) {
  const mine = interventions.filter(({ accountable }) => accountable.kind === 'client')
  const byWho = Map.groupBy(interventions.filter(({ accountable }) => accountable.kind !== 'client'), ({ accountable }) => accountable.name)
  return (
    <>
      {mine.length > 0 && <Part title={<Trans>What I do</Trans>}><ul>{mine.map((step) => <StepText key={step.id} step={step} />)}</ul></Part>}
      {byWho.size > 0 && (
        <Part title={<Trans>What others do</Trans>}>
          {[...byWho].map(([name, steps]) => <div key={name}><h3>{name}</h3><ul>{steps.map((step) => <StepText key={step.id} step={step} />)}</ul></div>)}
        </Part>
      )}
      {services.length > 0 && <Part title={<Trans>Services and help I get</Trans>}><ul>{services.map((service) => <ServiceText key={service.id} service={service} />)}</ul></Part>}
    </>
  )
}

function StepText({ step }: { step: Step }) {
  const helpers = step.assisting.map(({ name }) => name).join(', ')
  return (
    <li>
      {step.description}{step.frequency && `, ${step.frequency}`}{step.due && <>, <Trans>by <Day day={step.due} /></Trans></>}{helpers && <>. <Trans>{helpers} will help.</Trans></>}
    </li>
  )
}

function ServiceText({ service }: { service: PlanContent['services'][number] }) {
  const { _ } = useLingui()
  const { unit } = service
  const amount = serviceAmount({ ...service, unit: isUnit(unit) ? unit : null }, _)
  return (
    <li>
      {service.scope}: {service.provider}{amount && `, ${amount}`}{service.startsOn && <>, <Trans>from <Day day={service.startsOn} /></Trans></>}{service.endsOn && <>, <Trans>until <Day day={service.endsOn} /></Trans></>}.{' '}
      {service.isPaid ? service.funding ? <Trans>Paid by {service.funding}.</Trans> : null : <Trans>Unpaid help.</Trans>}
    </li>
  )
}

const units = ['15min', 'hour', 'day', 'visit', 'trip', 'meal', 'item', 'month'] as const
const isUnit = (unit: string | null): unit is (typeof units)[number] => units.some((each) => each === unit)

function Needs({ content: { needs } }: { content: PlanContent }) {
  const aside = needs.filter(({ disposition }) => disposition !== 'open' && disposition !== 'met')
  if (aside.length === 0) return null
  return (
    <Part title={<Trans>What we talked about and leave for now</Trans>}>
      <ul>
        {aside.map((need) => (
          <li key={need.id}>
            {need.clientWords || need.statement}:{' '}
            {need.disposition === 'declined_by_client' ? <Trans>I do not want help with this. I can change my mind at any time.</Trans>
              : need.disposition === 'no_service_available' ? <Trans>There is no service for this right now. We keep looking.</Trans> : <Trans>We come back to this later.</Trans>}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Safety({ content: { narrative: { risks, backup } } }: { content: PlanContent }) {
  if (!risks && !backup) return null
  return (
    <Part title={<Trans>If something goes wrong</Trans>}>
      {risks && <p>{risks}</p>}
      {backup && <p><strong><Trans>If a helper cannot come:</Trans></strong> {backup}</p>}
    </Part>
  )
}

function Rights({ agencyName }: { agencyName: string }) {
  return (
    <Part title={<Trans>My rights</Trans>}>
      <ul>
        <li><Trans>This is my plan. I can ask to change it at any time.</Trans></li>
        <li><Trans>I can say no to any part of it. I will not lose other help because of that.</Trans></li>
        <li><Trans>I choose who comes to my meetings and who sees this plan.</Trans></li>
        <li><Trans>I can have this plan in my language, and an interpreter for free.</Trans></li>
        <li><Trans>If I am not happy, I can complain to {agencyName} or ask for another case manager. Nobody may treat me worse for it.</Trans></li>
      </ul>
    </Part>
  )
}

function Signatures({ version: { signature, signatures, proposedByName, client } }: { version: VersionView }) {
  return (
    <Part title={<Trans>Signatures</Trans>}>
      {signature?.kind === 'refused' && <p><Trans>I was asked to sign and chose not to. My reason: {signature.reason}</Trans></p>}
      {signature?.kind === 'verbal' && signature.expiresOn && <p><Trans>I agreed by word of mouth. I will sign by <Day day={signature.expiresOn} />.</Trans></p>}
      <div className={classes.signatures}>
        <p className={classes.line}>
          {signature?.kind === 'signed' ? <><strong>{signature.name}</strong>, <Trans>signed on <Day day={signature.givenOn} /></Trans></> : client.name}
          {signatures.some(({ interpreter }) => interpreter) && <> · <Trans>Interpreter: {signatures.find(({ interpreter }) => interpreter)?.interpreter}</Trans></>}
        </p>
        <p className={classes.line}>{proposedByName ?? ''} · <Trans>case manager</Trans></p>
      </div>
    </Part>
  )
}
