// Changing the directory: one plain form for an organization, a service, a location or a service at its place, with what hangs on it and its versions.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useGo, useParam, useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { Named } from '../around.store.ts'
import type { EntryToEdit } from '../edit.actions.ts'
import { DetailCards } from './DetailCards.tsx'
import { EntryForm } from './EntryForm.tsx'
import { isPath, type Path } from './fields.ts'
import { editorAt, LinkedCard, PlacesCard } from './PlacesCard.tsx'
import { VersionsCard } from './VersionsCard.tsx'

export default function EntryScreen() {
  const path = useParam('kind')
  const id = useParam('entryId')
  const mayKeep = useMay()('write-directory')
  if (!isPath(path)) return <Screen title={t`Directory`}><Card><Empty title={<Trans>There is nothing of that kind in the directory.</Trans>} action={<GoTo href="/directory"><Trans>Directory</Trans></GoTo>} /></Card></Screen>
  if (!mayKeep) return <Screen title={t`Directory`}><Card><Empty title={<Trans>You may read the directory, not change it.</Trans>} action={<GoTo href="/directory"><Trans>Directory</Trans></GoTo>}><Trans>On a service, “Something is wrong here” tells whoever keeps it.</Trans></Empty></Card></Screen>
  return id === 'new' ? <NewEntry path={path} /> : <KnownEntry key={id} path={path} id={id} />
}

function NewEntry({ path }: { path: Path }) {
  const go = useGo()
  const [organizationId] = useSearchParam('organization')
  const [serviceId] = useSearchParam('service')
  const owner = useRead<EntryToEdit>(`/directory/entries/organizations/${organizationId}`, { enabled: organizationId !== '' })
  const place = useWrite<object>('POST', `/directory/entries/services/${serviceId}/places`, { renews: [serviceId] })
  const titles: Record<Path, string> = { organizations: t`New organization`, services: t`New service`, locations: t`New location`, places: t`New place` }
  const added = async (id: string) => {
    if (path === 'locations' && serviceId) await place.save({ locationId: id })
    sayDone(t`Added. Now what hangs on it.`)
    go(editorAt(path, id))
  }
  const form = (organization: Named | null) => <Card label={titles[path]} padded><EntryForm path={path} opened={null} organization={organization} renews={[organizationId, serviceId].filter(Boolean)} onAdded={(id) => void added(id)} /></Card>
  return (
    <Screen title={titles[path]} lead={path === 'services' && <Trans>First whose it is and what it does; then its phones, hours and places. <GoTo href="/directory/entries/organizations/new">The organization is not there yet</GoTo></Trans>}>
      {organizationId ? <Reading of={owner}>{({ around }) => form(around.organization)}</Reading> : form(null)}
    </Screen>
  )
}

function KnownEntry({ path, id }: { path: Path; id: string }) {
  const opened = useRead<EntryToEdit>(editorAt(path, id))
  const said = opened.data
  const titles: Record<Path, string> = { organizations: t`Change the organization`, services: t`Change the service`, locations: t`Change the location`, places: t`Change what is so at this place` }
  const name = said && (path === 'places' ? [said.around.service?.name, said.around.location?.name].filter(Boolean).join(', ') : (said.around[path === 'organizations' ? 'organization' : path === 'services' ? 'service' : 'location']?.name ?? ''))
  return (
    <Screen title={titles[path]} lead={said && <Lead path={path} around={said.around} name={name ?? ''} />} actions={said && <Standing path={path} id={id} opened={said} />} aside={said && <Aside path={path} id={id} opened={said} />}>
      <Reading of={opened} lines={10}>
        {(entry) => (
          <>
            {Boolean(entry.entry.gone_at) && <Card padded><p><strong><Trans>This was taken off.</Trans></strong> <Trans>Searches leave it out; “Put it back” offers it again.</Trans></p></Card>}
            <Card title={name || t`What it is`} padded><EntryForm path={path} opened={entry} organization={entry.around.organization} renews={renewed(entry, id)} /></Card>
            {path === 'services' && <PlacesCard serviceId={id} around={entry.around} renews={renewed(entry, id)} />}
            <DetailCards path={path} id={id} details={entry.details} renews={renewed(entry, id)} />
          </>
        )}
      </Reading>
    </Screen>
  )
}

const renewed = ({ around }: EntryToEdit, id: string): string[] => [id, ...(around.service ? [around.service.id] : []), ...around.services.map((each) => each.id)]

function Lead({ path, around: { organization, service }, name }: { path: Path; around: EntryToEdit['around']; name: string }) {
  if (service) return <GoTo href={`/directory/services/${service.id}`}>{path === 'places' ? name : <Trans>Back to {service.name}</Trans>}</GoTo>
  return path === 'locations' && organization ? <GoTo href={editorAt('organizations', organization.id)}>{organization.name}</GoTo> : <GoTo href="/directory"><Trans>Directory</Trans></GoTo>
}

/** Nothing is deleted: what is taken off can be put back. */
function Standing({ path, id, opened }: { path: Path; id: string; opened: EntryToEdit }) {
  const renews = renewed(opened, id)
  const back = useWrite<object>('POST', `${editorAt(path, id)}/return`, { renews, onSaved: () => sayDone(t`It is offered again.`) })
  const off = useWrite<object>('POST', `${editorAt(path, id)}/removal`, { renews, onSaved: () => sayDone(t`Taken off.`, () => void back.save({})) })
  return opened.entry.gone_at
    ? <Button loading={back.saving} onClick={() => void back.save({})}><Trans>Put it back</Trans></Button>
    : <Button variant="default" loading={off.saving} onClick={() => void off.save({})}><Trans>Take it off</Trans></Button>
}

function Aside({ path, id, opened: { around } }: { path: Path; id: string; opened: EntryToEdit }) {
  const owner = path === 'services' && around.organization ? [around.organization] : []
  return (
    <>
      {owner.length > 0 && <LinkedCard title={t`Organization`} linked={owner} path="organizations" />}
      {path === 'organizations' && <LinkedCard title={t`Services`} linked={around.services} path="services" add={`/directory/entries/services/new?organization=${id}`} />}
      {path === 'locations' && <LinkedCard title={t`Given here`} linked={around.services} path="services" />}
      {path === 'organizations' && <LinkedCard title={t`Locations`} linked={around.locations} path="locations" add={`/directory/entries/locations/new?organization=${id}`} />}
      <VersionsCard path={path} id={id} />
    </>
  )
}
