// Founds the agency of the demonstration: programs, staff with roles and licences, supervisors; as an administrator would.
import { sql } from 'kysely'
import { recordCredential } from '../capabilities/team/credential.actions.ts'
import { addStaff } from '../capabilities/team/staff.actions.ts'
import { newId, type Database } from '../platform/db.ts'
import { asSystem } from '../platform/jobs.ts'
import { addCivilDays } from '../platform/time/civil.ts'
import { agency, programKeys, programs, staff, staffKeys, type ProgramKey, type StaffKey } from './agency.ts'

export interface Founded {
  agencyId: string
  programs: Record<ProgramKey, string>
  staff: Record<StaffKey, string>
}
interface Options {
  db: Database
  secret: Buffer
  today: string
  /** An instant before everything else in the demonstration. */
  at: string
}
const licences: Partial<Record<StaffKey, { title: string; number: string; days: number }>> = {
  laura: { title: 'Registered Nurse', number: 'RN-104422', days: 610 },
  tom: { title: 'Licensed Master Social Worker', number: 'MSW-20918', days: 27 },
  nia: { title: 'Licensed Master Social Worker', number: 'MSW-31177', days: 400 },
  grace: { title: 'Licensed Clinical Social Worker', number: 'CSW-11820', days: 500 },
}

export async function foundAgency({ db, secret, today, at }: Options): Promise<Founded> {
  const founded: Founded = {
    agencyId: newId(),
    programs: { workersCompensation: newId(), transitionalCare: newId(), communitySupport: newId() },
    staff: {
      alex: newId(),
      grace: newId(),
      laura: newId(),
      tom: newId(),
      nia: newId(),
      ben: newId(),
      sam: newId(),
      rita: newId(),
    },
  }
  const { agencyId } = founded
  const { alex } = staff
  await db.inTransaction({ kind: 'none' }, (tx) =>
    sql`select authz.found_agency(${secret}, ${agencyId}, ${agency.name}, ${agency.slug}, ${agency.timeZone}, true, ${founded.staff.alex}, ${alex.name}, ${alex.email}, null)`.execute(
      tx,
    ),
  )
  await asSystem(
    { db, secret },
    agencyId,
    async (work) => {
      for (const key of programKeys) {
        const { name, kind, clientLabel, jurisdiction } = programs[key]
        await sql`insert into program (id, name, kind, client_label, jurisdiction) values (${founded.programs[key]}, ${name}, ${kind}, ${clientLabel}, ${jurisdiction})`.execute(
          work.tx,
        )
      }
    },
    { asStaff: founded.staff.alex, at },
  )
  await asSystem(
    { db, secret },
    agencyId,
    async (work) => {
      const { staff: ids } = founded
      for (const key of staffKeys.filter((each) => each !== 'alex')) {
        const { roles, languages, ...person } = staff[key]
        await addStaff(work, {
          ...person,
          id: ids[key],
          roles: [...roles],
          languages: [...languages],
          caseloadCap: 60,
          supervisorId: ['laura', 'tom', 'nia'].includes(key) ? ids.grace : null,
        })
        const licence = licences[key]
        if (licence)
          await recordCredential(work, ids[key], {
            kind: 'licence',
            title: licence.title,
            jurisdiction: 'NC',
            alsoValidIn: [],
            number: licence.number,
            issuedOn: addCivilDays(today, -900),
            expiresOn: addCivilDays(today, licence.days),
          })
      }
      await recordCredential(work, ids.laura, {
        kind: 'certification',
        title: 'Certified Case Manager',
        jurisdiction: null,
        alsoValidIn: [],
        number: 'CCM-55810',
        issuedOn: addCivilDays(today, -900),
        expiresOn: addCivilDays(today, 920),
      })
      for (const key of programKeys)
        await sql`insert into program_supervisor (program_id, staff_id) values (${founded.programs[key]}, ${ids.grace})`.execute(
          work.tx,
        )
    },
    { asStaff: founded.staff.alex, at },
  )
  return founded
}
