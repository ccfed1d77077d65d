// Where a service is given: the places it has, each opened to be changed, and one more of the organization's locations.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { Around, Named } from '../around.store.ts'
import classes from './directory.module.css'
import type { Path } from './fields.ts'

export const editorAt = (path: Path, id: string): string => `/directory/entries/${path}/${id}`
const nameOr = (name: string) => name || t`A place without a name`

export function PlacesCard({ serviceId, around: { places, locations, organization }, renews }: { serviceId: string; around: Around; renews: string[] }) {
  const [chosen, choose] = useState<string | null>(null)
  const add = useWrite<object>('POST', `/directory/entries/services/${serviceId}/places`, { renews, onSaved: () => { choose(null); sayDone(t`Added.`) } })
  const free = locations.filter(({ id }) => !places.some(({ locationId }) => locationId === id))
  return (
    <Card title={<Trans>Where it is given</Trans>} aside={organization && <GoTo href={`/directory/entries/locations/new?organization=${organization.id}&service=${serviceId}`}><Trans>New location</Trans></GoTo>}>
      <ul className={classes.details} aria-label={t`Where it is given`}>
        {places.map(({ id, locationId, name }) => (
          <li key={id} className={classes.detail}>
            <span>{nameOr(name)}</span>
            <span><GoTo href={editorAt('places', id)} aria-label={t`Room, hours and phone here: ${nameOr(name)}`}><Trans>Room, hours and phone here</Trans></GoTo> · <GoTo href={editorAt('locations', locationId)} aria-label={t`Address: ${nameOr(name)}`}><Trans>Address</Trans></GoTo></span>
          </li>
        ))}
      </ul>
      {places.length === 0 && <p className={classes.note}><Trans>No place yet: it is given by phone or online, or nobody said where.</Trans></p>}
      {free.length > 0 && (
        <div className={classes.inPlace}>
          <ProblemNotice problem={add.problem} />
          <div className={classes.detail}>
            <Select aria-label={t`One more location of this organization`} placeholder={t`One more location of this organization`} searchable value={chosen} onChange={choose} data={free.map(({ id, name }) => ({ value: id, label: nameOr(name) }))} style={{ flex: 1 }} />
            <Button variant="default" disabled={chosen === null} loading={add.saving} onClick={() => void add.save({ locationId: chosen })}><Trans>Add</Trans></Button>
          </div>
        </div>
      )}
    </Card>
  )
}

/** Other entries that belong to this one. */
export function LinkedCard({ title, linked, path, add }: { title: string; linked: Named[]; path: Path; add?: string }) {
  if (linked.length === 0 && !add) return null
  return (
    <Card title={title} aside={add && <GoTo href={add}><Trans>Add</Trans></GoTo>}>
      <ul className={classes.details} aria-label={title}>{linked.map(({ id, name }) => <li key={id} className={classes.detail}><GoTo href={editorAt(path, id)}>{nameOr(name)}</GoTo></li>)}</ul>
      {linked.length === 0 && <p className={classes.note}><Trans>Nothing yet.</Trans></p>}
    </Card>
  )
}
