// The case manager of the browser's bench: 2,000 open cases, and clients whose page holds what a real one holds.
import { newId } from '../platform/db.ts'
import { askedSafely, papersOf } from '../test/situations.ts'
import type { Person, World } from '../test/world.ts'
import { generate, type Carried } from './generate.ts'

/** Maya's cases, those due first at the beginning, as her list shows them; the first `charts` of them have a full page. */
export async function writeCaseload(w: World, caseloadSize: number, charts: number): Promise<Carried[]> {
  // Odd, so that what is numbered by fours falls on Maya's cases as on the others'.
  const load = await generate(w, 2 * caseloadSize + 1, () => {}, caseloadSize)
  const { body } = await w.as('maya').get('/api/caseload')
  const first: string[] = body.items.slice(0, charts).map(({ id }: { id: string }) => id)
  const listed: Carried[] = []
  for (const id of first) listed.push(await withFullChart(w, await carriedOf(w, id)))
  return [...listed, ...load.carried.filter(({ caseId }) => !first.includes(caseId))]
}

/** Hands cases of somebody who is not looked at, and what is due on them, to a person. */
export async function giveCases(w: World, to: Person, count: number): Promise<void> {
  const others = await w.asOwner('select case_id from case_team where agency_id = $1 and staff_id <> $2 limit $3', [
    w.agencyId,
    w.staffId.maya,
    count,
  ])
  const ids = others.map(({ case_id: id }) => id)
  await w.asOwner('set session_replication_role = replica')
  for (const table of ['case_team', 'task'])
    await w.asOwner(`update ${table} set staff_id = $1 where case_id = any ($2::uuid[])`, [w.staffId[to], ids])
  await w.asOwner('set session_replication_role = origin')
}

async function carriedOf(w: World, caseId: string): Promise<Carried> {
  const [one] = await w.asOwner(
    `select k.id as "caseId", k.client_id as "clientId", array(select g.id from goal g where g.case_id = k.id order by g.id) as "goalIds" from case_record k where k.id = $1`,
    [caseId],
  )
  return one
}

const said =
  'She walked to the shop and back on four days and slept through on five. Her sister came on Sunday. The dietitian has seen her; less salt, and she cooks herself again. The knee still wakes her towards morning, and she wants to ask the doctor whether the film can be done before the holidays. '

/** People around the client, papers, what must be known first, and sixty more entries of the story with the words of a note. */
async function withFullChart(w: World, carried: Carried): Promise<Carried> {
  const { clientId, caseId } = carried
  await papersOf(w, clientId)
  await askedSafely(w, clientId)
  const maya = w.as('maya')
  for (const name of ['Minh Tran', 'Dr. Pham', 'Sister Agnes'])
    await maya.post(`/api/clients/${clientId}/support-members`, {
      name,
      relationship: 'friend',
      relationshipNote: '',
      contactText: '',
    })
  await maya.post('/api/tasks', { title: 'Send the food list', due: '2099-01-05', caseId, clientId })
  for (let each = 0; each < 60; each++)
    await w.asOwner(
      `insert into case_event (agency_id, id, client_id, case_id, type, entity, entity_id, staff_id, occurred_at, recorded_at, details)
       values ($1, $2, $3, $4, 'contact.signed', 'contact', $5, $6, now() - $7 * interval '1 day', now() - $7 * interval '1 day', $8)`,
      [w.agencyId, newId(), clientId, caseId, newId(), w.staffId.maya, each, JSON.stringify(contactTold(each))],
    )
  return carried
}

const contactTold = (each: number) => ({
  kind: 'completed',
  mode: each % 3 === 0 ? 'home' : 'phone',
  durationMinutes: 20 + (each % 5) * 5,
  distanceTenthsMile: each % 3 === 0 ? 74 : 0,
  said: said.slice(0, 120 + ((each * 37) % 160)),
  nextStep: 'Call on Friday',
  participants: each % 4 === 0 ? [{ role: 'support', name: 'Minh Tran' }] : [],
})

/** A note of so many words, in paragraphs as people write them. */
export function noteOf(words: number): string {
  const paragraph = said.trim().split(' ')
  return Array.from(
    { length: words },
    (_, each) => `${paragraph[each % paragraph.length] ?? ''}${(each + 1) % paragraph.length === 0 ? '\n\n' : ' '}`,
  ).join('')
}
