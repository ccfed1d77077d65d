// A client's names, addresses, numbers and answers: kept, changed, ended, and revealed where they are protected.
import { newId } from '../../platform/db.ts'
import { announceClient, writeAudit } from '../../platform/events.ts'
import { notFound, refuse } from '../../platform/refusal.ts'
import type { ClientWork } from '../../platform/work.ts'
import {
  addressFor,
  addressLines,
  confidentialBeside,
  zip3For,
  type Address,
  type NewAddress,
  type OutputAddress,
  type Purpose,
} from './address.ts'
import { clientRow, showAs } from './client.store.ts'
import type { ContactPoint, NewContactPoint } from './contactPoint.ts'
import type { DemographicAnswer } from './demographic.ts'
import { shownNumber, type Identifier, type NewIdentifier, type ShownIdentifier } from './identifier.ts'
import { displayName, type NewName, type PersonName } from './name.ts'
import { holds, type Ending } from './period.ts'
import {
  addAddress,
  addAnswer,
  addContactPoint,
  addIdentifier,
  addName,
  addressesOf,
  contactPointsOf,
  endEntry,
  findContactPoint,
  hideAddress,
  identifiersOf,
  keepApart,
  namesOf,
  protectedWords,
  saveContactPoint,
  type EntryTable,
} from './person.store.ts'
import { indexClient } from './search.store.ts'
import { tokensOf } from './searchToken.ts'

/** Adds a name; a new official name ends the one before it on the day it begins. */
export async function giveName(work: ClientWork, name: NewName): Promise<PersonName> {
  const kept = await keepName(work, name)
  await showName(work)
  await refreshSearch(work)
  await announceClient(work, 'client.renamed', { entity: 'person-name', id: kept.id, version: 1 }, { use: name.use })
  return kept
}

export async function keepName({ tx, clientId, today }: ClientWork, name: NewName): Promise<PersonName> {
  const replaced = (await namesOf(tx, [clientId])).filter(
    (old) => name.use === 'official' && old.use === 'official' && old.untilOn === null,
  )
  for (const old of replaced) await endEntry(tx, 'person_name', clientId, old.id, { on: name.fromOn ?? today, reason: 'changed' })
  return addName(tx, { ...name, id: newId(), clientId })
}

/** Keeps client.display_name, which every label shows, as the preferred name. @throws client.needs-a-name */
export async function showName({ tx, clientId, today }: ClientWork): Promise<void> {
  const shown = displayName(await namesOf(tx, [clientId]), today)
  if (shown === null)
    refuse('client.needs-a-name', 'A client needs a name that is in use. Add the new name first, then end this one.')
  await showAs(tx, clientId, shown)
}

export async function giveAddress(work: ClientWork, address: NewAddress): Promise<Address> {
  const kept = await keepAddress(work, address)
  await announceClient(
    work,
    'client.moved',
    { entity: 'address', id: kept.id, version: 1 },
    { kind: address.kind, confidential: kept.confidential },
  )
  return kept
}

/** Beside a substitute every other address is confidential: those there are hidden first, those added are hidden at once (INV-03). */
export async function keepAddress(work: ClientWork, address: NewAddress): Promise<Address> {
  const { tx, clientId, today } = work
  const others = (await addressesOf(tx, clientId)).filter((each) => holds(each, today))
  if (address.kind === 'substitute')
    for (const open of others.filter((each) => !each.confidential && each.kind !== 'substitute')) await hideAddress(work, open)
  const confidential = confidentialBeside(
    address,
    others.some(({ kind }) => kind === 'substitute'),
  )
  const id = newId()
  if (!confidential) return addAddress(tx, { ...address, id, clientId, confidential })
  const { line1, line2, city, region, postalCode, locator } = address
  const kept = await addAddress(tx, {
    ...address,
    id,
    clientId,
    confidential,
    line1: '',
    line2: '',
    city: '',
    region: '',
    postalCode: '',
    locator: '',
  })
  await keepApart(work, id, clientId, { line1, line2, city, region, postalCode, locator })
  return kept
}

/** The address that any output may carry (INV-03). Other capabilities ask here and nowhere else. */
export async function outputAddress({ tx, clientId, today }: ClientWork, purpose: Purpose): Promise<OutputAddress> {
  return addressFor(await addressesOf(tx, clientId), purpose, today)
}

/** The area of a person, coarse enough for figures: never an address (INV-38). */
export async function areaOf({ tx, clientId, today }: ClientWork): Promise<{ zip3: string | null }> {
  return { zip3: zip3For(await addressesOf(tx, clientId), today) }
}

/** Shows the words of a confidential address to a member of the team who says why; the audit keeps who, when and the reason. */
export async function revealAddress(
  work: ClientWork,
  { reason }: { reason: string },
  addressId: string,
): Promise<{ lines: string[] }> {
  const words = await protectedWords(work, work.clientId, addressId)
  await announceClient(work, 'address.revealed', { entity: 'address', id: addressId }, { reason })
  return { lines: addressLines({ ...words, country: 'US', program: '' }) }
}

export async function giveContactPoint(work: ClientWork, point: NewContactPoint): Promise<ContactPoint> {
  const kept = await keepContactPoint(work, point)
  await refreshSearch(work)
  await announceClient(
    work,
    'contact-point.added',
    { entity: 'contact-point', id: kept.id, version: 1 },
    { system: point.system, safety: point.safety },
  )
  return kept
}

export const keepContactPoint = ({ tx, clientId }: ClientWork, point: NewContactPoint): Promise<ContactPoint> =>
  addContactPoint(tx, { ...point, id: newId(), clientId })

export async function changeContactPoint(work: ClientWork, point: NewContactPoint, id: string): Promise<ContactPoint> {
  const before = await findContactPoint(work.tx, work.clientId, id)
  const saved = await saveContactPoint(work.tx, work.clientId, id, work.expectedVersion ?? 0, point)
  await refreshSearch(work)
  const details = { system: saved.system, before: before.safety, safety: saved.safety }
  await announceClient(work, 'contact-point.changed', { entity: 'contact-point', id, version: saved.version }, details)
  return saved
}

export async function giveIdentifier(work: ClientWork, identifier: NewIdentifier): Promise<ShownIdentifier> {
  const kept = await keepIdentifier(work, identifier)
  await refreshSearch(work)
  await announceClient(work, 'identifier.added', { entity: 'identifier', id: kept.id, version: 1 }, { system: identifier.system })
  return { ...kept, ...shownNumber(kept) }
}

/** A number whole, for whoever may read the client; the audit keeps who and when. @throws identifier.not-found */
export async function showIdentifier(work: ClientWork, id: string): Promise<{ value: string }> {
  const found = (await identifiersOf(work, [work.clientId])).find((each) => each.id === id)
  if (!found) return notFound('identifier')
  await writeAudit(work, 'read identifier', { entity: 'identifier', id }, work.clientId, { system: found.system })
  return { value: found.value }
}

export const keepIdentifier = (work: ClientWork, identifier: NewIdentifier): Promise<Identifier> =>
  addIdentifier(work, { ...identifier, id: newId(), clientId: work.clientId })

export async function recordAnswer(work: ClientWork, answer: DemographicAnswer): Promise<{ id: string }> {
  const id = newId()
  await addAnswer(work.tx, { ...answer, id, clientId: work.clientId, askedAt: work.now })
  await announceClient(
    work,
    'demographic.answered',
    { entity: 'demographic-answer', id },
    { question: answer.question, declined: answer.declined },
  )
  return { id }
}

const events: Record<EntryTable, { entity: string; type: string }> = {
  person_name: { entity: 'person-name', type: 'client.name-ended' },
  address: { entity: 'address', type: 'client.address-ended' },
  contact_point: { entity: 'contact-point', type: 'contact-point.ended' },
  identifier: { entity: 'identifier', type: 'identifier.ended' },
  support_member: { entity: 'support-member', type: 'support.ended' },
  household_member: { entity: 'household-member', type: 'household.left' },
}

/** Ends an entry of the record on a day, or marks it as entered in error. @throws entry.ends-in-the-future client.needs-a-name */
export async function endEntryOf(work: ClientWork, table: EntryTable, id: string, ending: Ending): Promise<null> {
  if (ending.on > work.today) refuse('entry.ends-in-the-future', 'Give today or an earlier day.')
  await endEntry(work.tx, table, work.clientId, id, ending)
  if (table === 'person_name') await showName(work)
  if (table !== 'support_member' && table !== 'household_member' && table !== 'address') await refreshSearch(work)
  await announceClient(work, events[table].type, { entity: events[table].entity, id }, { on: ending.on, reason: ending.reason })
  return null
}

/** Makes the client findable by what is true now, former names included. */
export async function refreshSearch(work: ClientWork): Promise<void> {
  const { tx, clientId } = work
  const [row, names, contactPoints, identifiers] = await Promise.all([
    clientRow(tx, clientId),
    namesOf(tx, [clientId]),
    contactPointsOf(tx, [clientId]),
    identifiersOf(work, [clientId]),
  ])
  const birthDate = row.birthDatePrecision === 'day' ? row.birthDate : null
  await indexClient(work, clientId, tokensOf({ names, birthDate, contactPoints, identifiers }))
}
