// Registering and finding people: search before create, likely duplicates, and the facts others ask about a client.
import { announceClient } from '../../platform/events.ts'

import { refuse } from '../../platform/refusal.ts'
import { readPartialDate, type PartialDate } from '../../platform/time/partial.ts'
import { may, saw, type ClientWork, type Work } from '../../platform/work.ts'
import { NewClient, type Client, type ClientChange, type ClientLine } from './client.ts'
import { addClient, birthOf, clientLines, clientRow, clientsAtHand, findClient, saveClient } from './client.store.ts'
import { keepAddress, keepContactPoint, keepIdentifier, keepName, refreshSearch, showName } from './detail.actions.ts'
import { likeness, type Duplicate } from './duplicate.ts'
import { nameText, type NewName } from './name.ts'
import { contactPointsOf, identifiersOf, namesOf } from './person.store.ts'
import { candidates, clientsMatching, clientsNearly } from './search.store.ts'
import { exactTokens, termsOf, type Findable } from './searchToken.ts'
import { linksOf } from './safety.store.ts'

/** What is known of somebody who may already be here. `birthDate` as told: '1984', '1984-05-17' or ''. */
export interface Asked extends Omit<Findable, 'birthDate' | 'names'> {
  names: readonly Pick<NewName, 'given' | 'family'>[]
  birthDate: string
  birthDateEstimated?: boolean
}

/** Registers a person. The caller has looked for duplicates (INV-01); see registerAfterSearch for the screen's way. @throws client.registered-by-intake */
export async function registerClient(work: Work, wanted: NewClient & { id: string }): Promise<Client> {
  if (!may(work, 'register-clients'))
    refuse(
      'client.registered-by-intake',
      'New people are registered by intake, who can see whether they are already here. Hand in a referral instead.',
      { status: 403 },
    )
  const { names, birthDate, birthDateEstimated, contactPoints, addresses, identifiers, ...facts } = NewClient.parse(wanted)
  const birth = partial(birthDate, birthDateEstimated)
  const on: ClientWork = { ...work, clientId: wanted.id }
  const shown = names.find(({ use }) => use === 'usual') ?? names[0]
  await addClient(work.tx, {
    id: wanted.id,
    ...facts,
    displayName: shown ? nameText(shown) : '',
    birthDate: birth.date,
    birthDatePrecision: birth.precision,
    birthDateEstimated: birth.estimated,
  })
  for (const name of names) await keepName(on, name)
  for (const address of [...addresses].sort(substituteFirst)) await keepAddress(on, address)
  for (const point of contactPoints) await keepContactPoint(on, point)
  for (const identifier of identifiers) await keepIdentifier(on, identifier)
  await showName(on)
  await refreshSearch(on)
  await announceClient(on, 'client.registered', { entity: 'client', id: wanted.id, version: 1 })
  return findClient(work.tx, wanted.id)
}

const substituteFirst = (a: { kind: string }, b: { kind: string }) =>
  Number(b.kind === 'substitute') - Number(a.kind === 'substitute')

/** The screen's way in: refused while a likely duplicate has not been looked at and said to be somebody else (INV-01). @throws client.likely-duplicate */
export async function registerAfterSearch(
  work: Work,
  wanted: NewClient & { id: string; differentFrom: string[] },
): Promise<Client> {
  const { names, birthDate, birthDateEstimated, contactPoints, identifiers } = NewClient.parse(wanted)
  const likely = (await likelyDuplicates(work, { names, birthDate, birthDateEstimated, contactPoints, identifiers })).filter(
    ({ verdict, client }) => verdict === 'likely' && !wanted.differentFrom.includes(client.id),
  )
  if (likely.length > 0)
    refuse(
      'client.likely-duplicate',
      'Somebody who is probably this person is already here. Open that record, or say that this is somebody else.',
      {
        status: 409,
        current: likely,
        missing: likely.map(({ client }) => ({
          code: 'client.likely-duplicate',
          message: `Compare with ${client.displayName}`,
          href: `/clients/${client.id}/details`,
        })),
      },
    )
  return registerClient(work, wanted)
}

/**
 * Who this may be already, the likeliest first, each explained in words. Only among clients the caller may see: a sealed client is
 * absent here as anywhere (INV-02). Pairs that a person found to be different people are not suggested again to anyone.
 */
export async function likelyDuplicates(work: Work, asked: Asked, { except }: { except?: string } = {}): Promise<Duplicate[]> {
  const birth = partial(asked.birthDate, asked.birthDateEstimated ?? false)
  const spelled = termsOf(asked.names.map(nameText).join(' '))
  const exact = exactTokens({ ...asked, birthDate: birth.precision === 'day' ? birth.date : null })
  const ids = (await candidates(work, exact, spelled.pieces, 60)).filter((id) => id !== except)
  if (ids.length === 0) return []
  const [lines, names, points, identifiers, links] = await Promise.all([
    clientLines(work.tx, ids),
    namesOf(work.tx, ids),
    contactPointsOf(work.tx, ids),
    identifiersOf(work, ids),
    except ? linksOf(work.tx, [except]) : [],
  ])
  const of = <T extends { clientId: string }>(rows: T[], id: string) => rows.filter(({ clientId }) => clientId === id)
  const judged = new Set(
    links.filter(({ verdict }) => verdict === 'different').flatMap(({ clientId, otherClientId }) => [clientId, otherClientId]),
  )
  const found = lines
    .filter(({ id }) => !judged.has(id))
    .map((client) => {
      const theirs = {
        names: of(names, client.id),
        birth: partial(client.birthDate),
        contactPoints: of(points, client.id),
        identifiers: of(identifiers, client.id),
      }
      return { client, ...likeness({ ...asked, birth }, theirs) }
    })
    .flatMap(({ verdict, ...rest }) => (verdict === 'unlikely' ? [] : [{ ...rest, verdict }]))
    .sort((a, b) => b.points - a.points)
    .slice(0, 10)
  saw(
    work,
    found.map(({ client }) => client.id),
  )
  return found
}

export interface Found {
  clients: ClientLine[]
  /** 'at-hand' without a search, 'found', or 'near' when nothing matches and these are spelled alike. */
  how: 'at-hand' | 'found' | 'near'
}

export async function findClients(work: Work, { search, limit }: { search: string; limit: number }): Promise<Found> {
  const found = await lookFor(work, search, limit)
  saw(
    work,
    found.clients.map(({ id }) => id),
  )
  return found
}

async function lookFor(work: Work, search: string, limit: number): Promise<Found> {
  const { tx } = work
  if (search.trim() === '') return { clients: await clientsAtHand(tx, limit), how: 'at-hand' }
  const terms = termsOf(search)
  const clients = await clientsMatching(work, terms, limit)
  if (clients.length > 0) return { clients, how: 'found' }
  const near = await clientsNearly(work, terms, Math.min(limit, 5))
  return { clients: await clientLines(tx, near), how: near.length > 0 ? 'near' : 'found' }
}

export async function changeClient(work: ClientWork, change: ClientChange): Promise<Client> {
  const { birthDate, birthDateEstimated, ...facts } = change
  const row = await clientRow(work.tx, work.clientId)
  const birth = birthDate === undefined ? birthOf(row) : partial(birthDate)
  const estimated = birthDateEstimated ?? (birthDate === undefined ? row.birthDateEstimated : false)
  const saved = await saveClient(work.tx, work.clientId, work.expectedVersion ?? 0, {
    ...facts,
    birthDate: birth.date,
    birthDatePrecision: birth.precision,
    birthDateEstimated: estimated,
  })
  await refreshSearch(work)
  await announceClient(
    work,
    'client.changed',
    { entity: 'client', id: work.clientId, version: saved.version },
    { fields: Object.keys(change) },
  )
  return saved
}

/** A death: from now on nothing is sent to the client. `source` says how we know. */
export async function recordDeath(work: ClientWork, { on, source }: { on: string; source: string }): Promise<Client> {
  if (on > work.today) refuse('client.death-in-the-future', 'The day of death cannot be in the future.')
  const saved = await saveClient(work.tx, work.clientId, work.expectedVersion ?? 0, { deceasedOn: on, deceasedSource: source })
  await announceClient(
    work,
    'client.died',
    { entity: 'client', id: work.clientId, version: saved.version },
    { on, source },
    { occurredAt: work.now },
  )
  return saved
}

/** Has anybody asked how to reach this client safely (3.3, H5)? */
export async function safeContactAsked(work: ClientWork): Promise<boolean> {
  return (await clientRow(work.tx, work.clientId)).safeContact !== 'not-asked'
}

function partial(text: string, estimated = false): PartialDate {
  return readPartialDate(text, estimated) ?? { date: null, precision: 'unknown', estimated }
}

/** The client as recorded. */
export const clientOf = ({ tx, clientId }: ClientWork): Promise<Client> => findClient(tx, clientId)
