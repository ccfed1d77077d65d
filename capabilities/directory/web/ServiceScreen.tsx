// One service: everything about it, how old that is and who said so, where and when it is given, and one step to say that something is wrong.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useParam, useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Chip, Chips } from '../../../web/design/Chip.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { languageWords } from '../../../web/words.ts'
import type { ServicePage } from '../entry.actions.ts'
import type { Found } from '../finding.ts'
import { referralMethods } from '../hsds.ts'
import classes from './directory.module.css'
import { ageWords, capacityWords, costWords, freshnessWords, hoursWords, opennessWords, wheelchairWords } from './findWords.ts'
import { methodWords } from './fields.ts'
import { HistoryCard } from './HistoryCard.tsx'
import { editorAt } from './PlacesCard.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import { VerifyDialog } from './VerifyDialog.tsx'

export default function ServiceScreen() {
  const serviceId = useParam('serviceId')
  const opened = useRead<ServicePage>(`/directory/services/${serviceId}`)
  const [doing, setDoing] = useSearchParam('do')
  const referral = useReferral(serviceId)
  const name = opened.data?.about.name ?? t`Service`
  return (
    <Screen
      title={name}
      lead={opened.data?.about.organization}
      actions={
        opened.data && (
          <>
            <Button variant="default" onClick={() => setDoing('report')}><Trans>Something is wrong here</Trans></Button>
            <Button variant="default" onClick={() => setDoing('verify')}><Trans>Verify now</Trans></Button>
            {referral && <Button component={GoTo} href={referral}><Trans>Refer</Trans></Button>}
          </>
        )
      }
    >
      <Reading of={opened} lines={8}>{(page) => <Page page={page} />}</Reading>
      {doing === 'report' && <ReportDialog serviceId={serviceId} name={name} onClose={() => setDoing(null)} />}
      {doing === 'verify' && <VerifyDialog serviceId={serviceId} name={name} onClose={() => setDoing(null)} />}
    </Screen>
  )
}

/** Where a referral of the client in mind begins, for the need or goal the search was for; null for anybody. */
function useReferral(serviceId: string): string | null {
  const [clientId] = useSearchParam('client')
  const [at] = useSearchParam('at')
  const [caseId] = useSearchParam('case')
  const [need] = useSearchParam('need')
  const [goal] = useSearchParam('goal')
  const asked = Object.entries({ case: caseId, need, goal, service: serviceId, at: at === serviceId ? '' : at }).filter(([, id]) => id !== '')
  return clientId ? `/clients/${clientId}/services/new?${new URLSearchParams(asked)}` : null
}

function Page({ page }: { page: ServicePage }) {
  const { about, places, history, openReports } = page
  const [first] = places
  return (
    <>
      {about.gone && <Card padded><p><strong><Trans>This service is gone.</Trans></strong> <Trans>It is kept here because clients were referred to it; searches leave it out.</Trans></p></Card>}
      {first && <Standing place={first} openReports={openReports} alert={about.alert} />}
      <AboutCard page={page} />
      {places.filter(({ locationId }) => locationId !== null).length > 0 && <WhereCard places={places} />}
      <ExperienceCard page={page} />
      <HistoryCard history={history} />
    </>
  )
}

/** INV-34: the age stands first, marked where it is old. */
function Standing({ place, openReports, alert }: { place: Found; openReports: number; alert: string | null }) {
  const { today } = useMe()
  return (
    <Card label={t`How it stands`} padded>
      <Chips>
        <Chip tone={place.freshness.stale ? 'today' : 'done'}>{freshnessWords(place.freshness, place.verifiedBy)}</Chip>
        {place.freshness.stale && <Chip tone="today"><Trans>Older than 180 days, or never verified: call first</Trans></Chip>}
        <Chip tone={place.openness.state === 'open' ? 'done' : 'plain'}>{opennessWords(place.openness, today)}</Chip>
        <Chip tone={place.capacity === 'has' ? 'done' : place.capacity === null ? 'plain' : 'today'}>{capacityWords(place.capacity)}</Chip>
        {openReports > 0 && <Chip tone="late"><Trans>A colleague says that something is wrong</Trans></Chip>}
        {alert && <Chip tone="late">{alert}</Chip>}
      </Chips>
    </Card>
  )
}

function AboutCard({ page: { about, places } }: { page: ServicePage }) {
  const [first] = places
  const mayKeep = useMay()('write-directory')
  return (
    <Card title={<Trans>What it is</Trans>} aside={mayKeep && <GoTo href={editorAt('services', about.id)}><Trans>Change this entry</Trans></GoTo>} padded>
      <dl className={classes.facts}>
        <Line name={t`What they do`} value={about.description} />
        <Line name={t`Meets`} value={about.needs.join(', ')} />
        <Line name={t`For whom`} value={first && [ageWords(first), first.eligibility].filter(Boolean).join('. ')} />
        <Line name={t`Serves`} value={first?.areas.join(', ')} />
        <Line name={t`Cost`} value={first && [costWords(first.cost), first.costWords].filter(Boolean).join('. ')} />
        <Line name={t`Accepts`} value={first?.payers.join(', ')} />
        <Line name={t`Bring`} value={first?.documents.join(', ')} />
        <Line name={t`Languages`} value={first && [first.languages.map(languageWords).join(', '), about.interpretation].filter(Boolean).join('. ')} />
        <Line name={t`How to get in`} value={about.applicationProcess} />
        <Line name={t`How to refer`} value={[referWords(about.referralMethod), about.referralNote].filter(Boolean).join('. ')} />
        <Line name={t`Wait`} value={[about.waitTime, about.capacityNote].filter(Boolean).join('. ')} />
        <Line name={t`Phone`} value={about.phones.map(({ number, note }) => [number, note].filter(Boolean).join(' ')).join('\n')} />
        <Line name={t`People`} value={about.contacts.map(({ name, title, email }) => [name, title, email].filter(Boolean).join(', ')).join('\n')} />
        <Line name={t`E-mail`} value={about.email} />
        <Line name={t`Website`} value={first?.url} />
        <Line name={t`About the organization`} value={about.organizationDescription} />
      </dl>
    </Card>
  )
}

function Line({ name, value }: { name: string; value: string | null | undefined }) {
  if (!value) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function referWords(said: string | null): string {
  const known = referralMethods.find((each) => each === said)
  return known ? methodWords(known) : (said ?? '')
}

function WhereCard({ places }: { places: Found[] }) {
  return (
    <Card title={<Trans>Where and when</Trans>} aside={places.length} padded>
      {places.map((place) => (
        <dl key={place.id} className={classes.facts}>
          <Line name={t`Place`} value={place.addressLines.join('\n')} />
          <Line name={t`Hours`} value={place.schedules.map(hoursWords).join('\n') || t`Hours unknown`} />
          <Line name={t`Wheelchair access`} value={wheelchairWords(place.wheelchair)} />
          <Line name={t`Room`} value={place.capacityOn ? t`${capacityWords(place.capacity)}, as of ${place.capacityOn}` : capacityWords(place.capacity)} />
        </dl>
      ))}
    </Card>
  )
}

function ExperienceCard({ page: { about, places } }: { page: ServicePage }) {
  const experience = places[0]?.experience ?? null
  if (experience === null && !about.experienceNote) return null
  const words = experience === null || experience === 0 ? t`Mixed` : experience > 0 ? t`It went well for our clients.` : t`It went badly for our clients.`
  return <Card title={<Trans>Our experience</Trans>} padded><p>{words} {about.experienceNote}</p></Card>
}
