// The summary as the client and the team read it (practice-model 6.12): on screen, and on paper by print.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useMe } from '../../../web/me.tsx'
import { dayOf, longDayWords } from '../../../web/words.ts'
import { closureWords } from '../../cases/web/caseWords.ts'
import { Disposition } from '../closure.ts'
import type { ClosureView } from '../view.ts'
import { dispositionWords, viewWords } from './closureWords.ts'
import classes from './closure.module.css'
import { GoalTable, OutcomeTable } from './SummaryTables.tsx'

export function Paper({ view }: { view: ClosureView }) {
  const { document: said, summary } = view
  const { agency } = useMe()
  const disposition = Disposition.options.find((each) => each === said.disposition)
  return (
    <article className={classes.paper} aria-label={said.client.name}>
      <div>
        <p className={classes.state}>{[said.agency.name, said.agency.address, said.agency.phone].filter(Boolean).join(' · ')}</p>
        <h2><Trans>Closing summary</Trans></h2>
        {!said.signature && <p className={classes.draft}><Trans>Draft. Not signed yet.</Trans></p>}
      </div>
      <dl className={classes.facts}>
        <dt><Trans>For</Trans></dt><dd>{said.client.name}</dd>
        <dt><Trans>Program and case</Trans></dt><dd>{said.case.programName}, {said.case.number}</dd>
        <dt><Trans>We worked together</Trans></dt><dd><Day day={said.case.activatedOn ?? said.case.openedOn} />{said.case.closingOn && <> – <Day day={said.case.closingOn} /></>}</dd>
        <dt><Trans>Case manager</Trans></dt><dd>{[said.caseManager.name, said.caseManager.credentialLine].filter(Boolean).join(', ')}</dd>
        {disposition && <><dt><Trans>Where the person is now</Trans></dt><dd>{dispositionWords(disposition)}</dd></>}
      </dl>
      <Part title={<Trans>Why we are closing</Trans>}>
        <p><strong>{closureWords(said.reason)}</strong></p>
        <p>{said.explanation}</p>
        {said.clientToldOn ? <p className={classes.state}><Trans>Told on <Day day={said.clientToldOn} /></Trans></p> : said.notToldBecause && <p className={classes.state}><Trans>Could not be told: {said.notToldBecause}</Trans></p>}
      </Part>
      <Part title={<Trans>What the client says</Trans>}><p>{viewWords(said.clientView)}</p>{said.agreementWords && <blockquote><q>{said.agreementWords}</q></blockquote>}</Part>
      <Words title={<Trans>What we did and what changed</Trans>} words={said.course} />
      <Part title={<Trans>Goals</Trans>}><div style={{ margin: '0 -16px' }}><GoalTable goals={said.goals} /></div>{said.attainment.now !== null && said.attainment.baseline !== null && <p className={classes.state}><Trans>Goal attainment (T-score): {said.attainment.baseline.toFixed(2)} → {said.attainment.now.toFixed(2)}</Trans></p>}</Part>
      <Part title={<Trans>Measures</Trans>}><OutcomeTable outcomes={said.outcomes} />{said.outcomesMissingReason && <p>{said.outcomesMissingReason}</p>}</Part>
      <Part title={<Trans>Services that continue</Trans>}>
        {said.services.length === 0 ? <p><Trans>No service continues.</Trans></p> : <ul>{said.services.map((each) => <li key={each.id}><strong>{each.service}</strong>{[each.provider, each.contact, each.note].filter(Boolean).map((part) => ` · ${part}`)}</li>)}</ul>}
      </Part>
      <Part title={<Trans>What is still needed</Trans>}>
        {said.unmetNeeds.length === 0 ? <p><Trans>Nothing that was agreed on is left open.</Trans></p> : <ul>{said.unmetNeeds.map((each) => <li key={each.id}><strong>{each.statement}</strong>{each.why && ` (${each.why})`}: {each.whatNow}</li>)}</ul>}
      </Part>
      <Words title={<Trans>What the person does themselves</Trans>} words={said.selfManagement} />
      <Words title={<Trans>Warning signs, and whom to call</Trans>} words={said.warningSigns} />
      <Words title={<Trans>How it goes on</Trans>} words={said.aftercare} />
      <Words title={<Trans>How to come back</Trans>} words={said.reengagement} />
      {said.checkOn && <p><Trans>We ask how you are on <Day day={said.checkOn} />.</Trans></p>}
      <Part title={<Trans>Signatures</Trans>}>
        <p>{said.signature ? <Trans>Written and signed by {said.signature.name}, {said.signature.credentialLine} on <Day day={said.signature.on} /></Trans> : <Trans>Not signed yet</Trans>}</p>
        <p>{summary?.signedOffByName && summary.signedOffAt ? <Trans>Signed off by {summary.signedOffByName} on <Day day={dayOf(summary.signedOffAt, agency.timeZone)} /></Trans> : <Trans>Waiting for the supervisor</Trans>}</p>
      </Part>
    </article>
  )
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return <section><h3>{title}</h3>{children}</section>
}
function Words({ title, words }: { title: ReactNode; words: string }) {
  return words ? <Part title={title}><p>{words}</p></Part> : null
}
/** On paper a day is written out, with its year. */
function Day({ day }: { day: string }) {
  return <time dateTime={day}>{longDayWords(day)}</time>
}
