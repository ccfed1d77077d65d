// The HTTP surface of editing the directory: organizations, services, locations, services at locations, and what hangs on them.
import { z } from 'zod'
import { change, read, write, type Route } from '../../platform/capability.ts'
import { organizationsCalled } from './around.store.ts'
import { addEntry, changeEntry, changesOf, dropDetail, entryToEdit, placeAt, saveDetail, takeOff } from './edit.actions.ts'
import { Detail, editable, Removal, type Editable } from './edit.ts'

const Place = z.object({ locationId: z.uuid() })
const entries: Record<string, Editable> = { organizations: 'organization', services: 'service', locations: 'location' }
const Called = z.object({ words: z.string().trim().max(200).default('') })

/** Whoever works with clients keeps the directory right; the administrator too. */
const keeps = 'write-directory'

export const editRoutes: Route[] = [
  ...Object.entries(entries).map(([path, entry]) =>
    write(`/directory/entries/${path}`, keeps, editable[entry], (work, values) => addEntry(work, entry, values), { summary: `Add to the ${path} of the directory` })),
  ...Object.entries({ ...entries, places: 'service_at_location' as const }).flatMap(([path, entry]) => [
    read(`/directory/entries/${path}/:id`, 'signed-in', (work, _, { id }) => entryToEdit(work, entry, id)),
    change(`/directory/entries/${path}/:id`, keeps, editable[entry], (work, values, { id }) => changeEntry(work, entry, id, values)),
    read(`/directory/entries/${path}/:id/changes`, 'signed-in', (work, _, { id }) => changesOf(work, entry, id), { summary: 'Who changed what, newest first' }),
    write(`/directory/entries/${path}/:id/removal`, keeps, Removal, (work, _, { id }) => takeOff(work, entry, id, true)),
    write(`/directory/entries/${path}/:id/return`, keeps, Removal, (work, _, { id }) => takeOff(work, entry, id, false)),
    write(`/directory/entries/${path}/:id/details`, keeps, Detail, (work, detail, { id }) => saveDetail(work, entry, id, detail), { summary: 'Add or change a phone, hours, a language, …' }),
    write(`/directory/entries/${path}/:id/details/:detailId/removal`, keeps, Removal, (work, _, { id, detailId }) => dropDetail(work, entry, id, detailId)),
  ]),
  write('/directory/entries/services/:id/places', keeps, Place, (work, { locationId }, { id }) => placeAt(work, id, locationId), { summary: 'A service is given at a location' }),
  read('/directory/entries/organizations', 'signed-in', ({ tx }, { words }) => organizationsCalled(tx, words), { query: Called, summary: 'Organizations by the words of their name' }),
]
