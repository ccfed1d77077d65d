// Who this is and what one must know before doing anything: language, safe contact, confidentiality, safety, level, status, case manager, consent.
import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Chip, Chips } from '../../../web/design/Chip.tsx'
import { useMe } from '../../../web/me.tsx'
import { languageWords, shortDayWords } from '../../../web/words.ts'
import { InEmergency } from '../../emergencyAccess/web/InEmergency.tsx'
import { LabelMarks } from '../../labels/web/LabelMarks.tsx'
import type { Chart } from './chart.ts'
import { levelWords, statusWords } from './words.ts'
import classes from './client.module.css'

export function ClientHeader({ chart }: { chart: Chart }) {
  const { client, inView } = chart
  const shown = chart.cases.find(({ id }) => id === inView?.id)
  const facts = [client.pronouns, ageText(client.age), [shown?.programName, shown?.payer].filter(Boolean).join(', ')].filter(Boolean).join(' · ')
  return (
    <header className={classes.who}>
      <div className={classes.avatar} aria-hidden>{initials(client.displayName)}</div>
      <div style={{ minWidth: 0 }}>
        <h1 className={classes.name}>{client.displayName} <small>{facts}</small></h1>
        <Chips label={t`What to know first`}>
          <InEmergency emergencies={chart.emergencies} />
          <PersonChips chart={chart} />
          {inView && <CaseChips chart={chart} inView={inView} />}
          <LabelMarks labels={shown?.labels ?? []} />
        </Chips>
      </div>
    </header>
  )
}

function PersonChips({ chart: { client, reach, risks } }: { chart: Chart }) {
  const { today } = useMe()
  const language = client.spokenLanguage && client.spokenLanguage !== 'en' ? languageWords(client.spokenLanguage) : null
  const interpreter = client.interpreter === 'needed' ? t`interpreter needed` : client.interpreter === 'preferred' ? t`interpreter preferred` : null
  return (
    <>
      {client.deceasedOn && <Chip tone="late"><Trans>Died {shortDayWords(client.deceasedOn, today)}</Trans></Chip>}
      {(language || interpreter) && <Chip tone="language">{[language, interpreter].filter(Boolean).join(' · ')}</Chip>}
      {reach.safeContact === 'required' && <Chip tone="today" title={reach.said?.instruction}>{reach.said?.instruction ? clipped(reach.said.instruction) : t`Safe contact only`}</Chip>}
      {reach.safeContact === 'not-asked' && <Chip tone="today"><Trans>Ask how to reach safely</Trans></Chip>}
      {client.confidentiality === 'restricted' && <Chip tone="today"><Trans>Restricted</Trans></Chip>}
      {client.confidentiality === 'sealed' && <Chip tone="late"><Trans>Sealed: team only</Trans></Chip>}
      {risks.map((risk) => <Chip key={risk.id} tone="late" title={risk.basis}>{risk.advice ? clipped(risk.advice) : riskWords(risk.kind)}</Chip>)}
    </>
  )
}

function CaseChips({ chart: { engagement }, inView }: { chart: Chart; inView: NonNullable<Chart['inView']> }) {
  const { today } = useMe()
  const primary = inView.team.find(({ role }) => role === 'primary')
  return (
    <>
      {inView.safetyOpen && <Chip tone="late"><Trans>Safety answer open</Trans></Chip>}
      {inView.acuityLevel !== null && <Chip tone={inView.acuityLevel >= 3 ? 'brand' : 'plain'}>{levelWords(inView.acuityLevel)}</Chip>}
      <Chip>{inView.closedOn ? t`Closed ${shortDayWords(inView.closedOn, today)}` : t`${statusWords(inView.status)} · day ${inView.day}`}</Chip>
      {primary ? <Chip>{primary.credentialLine ? `${primary.name}, ${primary.credentialLine}` : primary.name}</Chip> : <Chip tone="late"><Trans>No case manager</Trans></Chip>}
      {engagement && (engagement.consentUntil
        ? <Chip tone="done"><Trans>Consent until {shortDayWords(engagement.consentUntil, today)}</Trans></Chip>
        : engagement.basis ? <Chip tone="done"><Trans>Consent given</Trans></Chip> : <Chip tone="today"><Trans>No consent yet</Trans></Chip>)}
    </>
  )
}

const clipped = (text: string) => (text.length > 48 ? `${text.slice(0, 46)}…` : text)

const riskWords = (kind: string): string =>
  ({ 'safety-of-staff': t`Safety of staff`, 'self-harm': t`Risk of self-harm`, 'violence-at-home': t`Violence at home`, infection: t`Infection`, animals: t`Animals at home`, access: t`Access to the home` })[kind] ?? t`Risk`

export const initials = (name: string): string => name.split(/\s+/).filter(Boolean).map((part) => part[0]?.toLocaleUpperCase() ?? '').filter((_, index, all) => index === 0 || index === all.length - 1).join('')

function ageText(age: Chart['client']['age']): string {
  if (!age) return ''
  return age.from === age.to ? String(age.from) : plural(age.to, { one: `${age.from} or #`, other: `${age.from} or #` })
}
