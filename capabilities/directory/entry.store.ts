// Reading entries as search keeps them, for the service page, the comparison, and the choices the search form offers.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Work } from '../../platform/work.ts'
import type { Option } from './finding.ts'
import { upToDate } from './kept.store.ts'

export async function optionsById(tx: Tx, ids: readonly string[]): Promise<Option[]> {
  const { rows } = await sql<{ shown: Option }>`select shown from directory_entry where id = any (${[...ids]}::uuid[])`.execute(tx)
  return ids.flatMap((id) => rows.filter(({ shown }) => shown.id === id).map(({ shown }) => shown))
}

export async function optionsOfService(tx: Tx, serviceId: string): Promise<Option[]> {
  const { rows } = await sql<{ shown: Option }>`select shown from directory_entry where service_id = ${serviceId}::uuid order by shown ->> 'postalCode', id`.execute(tx)
  return rows.map(({ shown }) => shown)
}

/** What a service says of itself beyond what a result shows. */
export interface About {
  id: string
  name: string
  organization: string
  organizationId: string | null
  status: string
  gone: boolean
  description: string | null
  applicationProcess: string | null
  waitTime: string | null
  alert: string | null
  email: string | null
  interpretation: string | null
  capacityNote: string | null
  referralMethod: string | null
  referralNote: string | null
  experienceNote: string | null
  organizationDescription: string | null
  needs: string[]
  phones: { number: string; kind: string | null; note: string | null }[]
  contacts: { name: string | null; title: string | null; email: string | null }[]
  version: number
}

export async function aboutService(tx: Tx, id: string): Promise<About | undefined> {
  const { rows } = await sql<About>`
    select s.id, s.name, coalesce(o.name, '') as organization, s.organization_id as "organizationId", s.status, s.gone_at is not null as gone, s.description,
      s.application_process as "applicationProcess", s.wait_time as "waitTime", s.alert, coalesce(s.email, o.email) as email, s.interpretation_services as interpretation,
      s.capacity_note as "capacityNote", s.referral_method as "referralMethod", s.referral_note as "referralNote", s.experience_note as "experienceNote",
      o.description as "organizationDescription", s.version,
      array(select distinct t.name from directory_attribute a join directory_taxonomy_term t on t.agency_id = a.agency_id and t.id = a.taxonomy_term_id
        where a.link_id = s.id and a.gone_at is null order by 1) as needs,
      (select coalesce(json_agg(json_build_object('number', d.body ->> 'number', 'kind', d.body ->> 'type', 'note', d.body ->> 'description')), '[]') from directory_detail d
        where d.kind = 'phone' and d.gone_at is null and (d.service_id = s.id or d.organization_id = s.organization_id)) as phones,
      (select coalesce(json_agg(json_build_object('name', d.body ->> 'name', 'title', d.body ->> 'title', 'email', d.body ->> 'email')), '[]') from directory_detail d
        where d.kind = 'contact' and d.gone_at is null and (d.service_id = s.id or d.organization_id = s.organization_id)) as contacts
    from directory_service s left join directory_organization o on o.agency_id = s.agency_id and o.id = s.organization_id where s.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

export interface Choices {
  needs: { id: string; name: string; parentId: string | null }[]
  languages: string[]
  payers: string[]
  entries: number
}

/** The needs that some entry meets, and the languages and payers that occur: what the form offers never finds nothing by itself. */
export async function choicesOf(work: Work): Promise<Choices> {
  const { index } = await upToDate(work)
  const met = index.marksNow('need')
  const { rows } = await sql<Choices['needs'][number]>`
    select id, name, parent_id as "parentId" from directory_taxonomy_term where id = any (${met}::uuid[]) and gone_at is null order by name`.execute(work.tx)
  return { needs: rows, languages: index.marksNow('language'), payers: index.marksNow('payer'), entries: index.size > 0 ? 1 : 0 }
}
