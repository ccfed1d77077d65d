// HTTP for finding, registering and describing clients.
import { z } from 'zod'
import { change, read, write, type Route } from '../../platform/capability.ts'
import { Day } from '../../platform/time/day.ts'
import type { ClientWork } from '../../platform/work.ts'
import { addressFor, NewAddress } from './address.ts'
import { changeClient, findClients, likelyDuplicates, recordDeath, registerAfterSearch } from './client.actions.ts'
import { BirthDate, ClientChange, NewClient } from './client.ts'
import { clientRow, findClient } from './client.store.ts'
import { NewContactPoint } from './contactPoint.ts'
import { DemographicAnswer } from './demographic.ts'
import {
  changeContactPoint,
  endEntryOf,
  giveAddress,
  giveContactPoint,
  giveIdentifier,
  giveName,
  recordAnswer,
  revealAddress,
  showIdentifier,
} from './detail.actions.ts'
import type { ClientCard, ClientDetails } from './details.ts'
import type { Duplicate } from './duplicate.ts'
import { NewIdentifier, shownNumber } from './identifier.ts'
import { NewName } from './name.ts'
import { Ending } from './period.ts'
import { addressesOf, identifiersOf, latestAnswers, namesOf } from './person.store.ts'
import { risksOf, safeContactNow } from './safety.actions.ts'
import { linksOf } from './safety.store.ts'

const Search = z.object({ search: z.string().max(200).default(''), limit: z.coerce.number().int().min(1).max(50).default(20) })
const Alike = z.object({
  names: z.array(NewName).max(10),
  birthDate: BirthDate.default(''),
  birthDateEstimated: z.boolean().default(false),
  contactPoints: z.array(NewContactPoint).max(10).default([]),
  identifiers: z.array(NewIdentifier).max(20).default([]),
})
const Registration = NewClient.extend({ id: z.uuid(), differentFrom: z.array(z.uuid()).max(20).default([]) })
const one = '/clients/:clientId'

export const clientRoutes: Route[] = [
  read('/clients', 'read-clients', findClients, {
    query: Search,
    summary: 'Clients found by name, birth date or number; those at hand without a search',
  }),
  write('/clients', 'register-clients', Registration, registerAfterSearch, {
    summary: 'Register a client, after looking for duplicates',
    secret: 'body',
  }),
  write('/clients/likely-duplicates', 'register-clients', Alike, (work, asked) => likelyDuplicates(work, asked), {
    summary: 'Who this may be already, explained',
    secret: 'done again',
  }),
  read(one, 'read-clients', cardOf, { summary: 'A client, how to reach them now, and standing risk flags' }),
  change(one, 'write-clients', ClientChange, changeClient),
  read(`${one}/details`, 'read-clients', detailsOf, { summary: 'Names, addresses, numbers, answers' }),
  read(`${one}/safe-contact`, 'read-clients', safeContactNow, {
    summary: 'How the client may be reached at this moment, and why',
  }),
  read(`${one}/likely-duplicates`, 'read-clients', duplicatesOf),
  change(`${one}/death`, 'write-clients', z.object({ on: Day, source: z.string().trim().min(1).max(300) }), recordDeath),
  write(`${one}/names`, 'write-clients', NewName, giveName),
  write(`${one}/names/:entryId/ending`, 'write-clients', Ending, (work, ending, { entryId }) =>
    endEntryOf(work, 'person_name', entryId, ending),
  ),
  write(`${one}/addresses`, 'write-clients', NewAddress, giveAddress, { secret: 'body' }),
  write(`${one}/addresses/:entryId/ending`, 'write-clients', Ending, (work, ending, { entryId }) =>
    endEntryOf(work, 'address', entryId, ending),
  ),
  write(
    `${one}/addresses/:entryId/reveal`,
    'read-clients',
    z.object({ reason: z.string().trim().min(3, 'Say why you need it.').max(300) }),
    (work, reason, { entryId }) => revealAddress(work, reason, entryId),
    { secret: 'done again' },
  ),
  write(`${one}/contact-points`, 'write-clients', NewContactPoint, giveContactPoint),
  change(`${one}/contact-points/:entryId`, 'write-clients', NewContactPoint, (work, point, { entryId }) =>
    changeContactPoint(work, point, entryId),
  ),
  write(`${one}/contact-points/:entryId/ending`, 'write-clients', Ending, (work, ending, { entryId }) =>
    endEntryOf(work, 'contact_point', entryId, ending),
  ),
  write(`${one}/identifiers`, 'write-clients', NewIdentifier, giveIdentifier, { secret: 'body and answer' }),
  read(`${one}/identifiers/:entryId`, 'read-clients', (work, _, { entryId }) => showIdentifier(work, entryId), {
    summary: 'One number whole; the audit keeps who asked',
  }),
  write(`${one}/identifiers/:entryId/ending`, 'write-clients', Ending, (work, ending, { entryId }) =>
    endEntryOf(work, 'identifier', entryId, ending),
  ),
  write(`${one}/demographics`, 'write-clients', DemographicAnswer, recordAnswer),
]

async function cardOf(work: ClientWork): Promise<ClientCard> {
  const { tx, clientId, today } = work
  const [row, client, reach, risks, addresses] = await Promise.all([
    clientRow(tx, clientId),
    findClient(tx, clientId),
    safeContactNow(work),
    risksOf(work),
    addressesOf(tx, clientId),
  ])
  return {
    ...client,
    deceasedSource: row.deceasedSource,
    reach,
    risks: risks.filter(({ standing }) => standing !== 'ended'),
    outputAddress: addressFor(addresses, 'anything', today),
  }
}

async function detailsOf(work: ClientWork): Promise<ClientDetails> {
  const { tx, clientId, today } = work
  const [client, names, addresses, reach, identifiers, answers, risks, links] = await Promise.all([
    findClient(tx, clientId),
    namesOf(tx, [clientId]),
    addressesOf(tx, clientId),
    safeContactNow(work),
    identifiersOf(work, [clientId]),
    latestAnswers(tx, clientId),
    risksOf(work),
    linksOf(tx, [clientId]),
  ])
  const outputs = { letter: addressFor(addresses, 'letter', today), visit: addressFor(addresses, 'visit', today) }
  const shown = identifiers.map((each) => ({ ...each, ...shownNumber(each) }))
  return { client, names, addresses, outputs, reach, identifiers: shown, answers, risks, links }
}

async function duplicatesOf(work: ClientWork): Promise<Duplicate[]> {
  const { tx, clientId } = work
  const [client, reach, identifiers, names] = await Promise.all([
    findClient(tx, clientId),
    safeContactNow(work),
    identifiersOf(work, [clientId]),
    namesOf(tx, [clientId]),
  ])
  const asked = {
    names,
    birthDate: client.birthDate,
    birthDateEstimated: client.birthDateEstimated,
    contactPoints: reach.points,
    identifiers,
  }
  return likelyDuplicates(work, asked, { except: clientId })
}
