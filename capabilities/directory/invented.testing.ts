// A small invented directory, in HSDS 3.0 tables and in the older ones, written to a folder of its own for the tests of import and export.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPackage } from './reading.actions.ts'
import type { Package } from './package.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const ids = { harbor: id(1), pantry: id(2), hall: id(3), pantryAtHall: id(4), phone: id(5), term: id(6), taxonomy: id(7), contact: id(8), program: id(9), legal: id(10) }

/** Every table of HSDS 3.0 has a row; the pantry has a column HSDS does not know. */
export const invented: Record<string, string> = {
  'datapackage.json': JSON.stringify({ name: 'Harbor County (invented)', resources: [{ name: 'organization', path: 'organizations.csv' }] }),
  'taxonomies.csv': `id,name,description,uri,version\n${ids.taxonomy},Plain needs,Invented for tests,,2\n`,
  'taxonomy_terms.csv': `id,code,name,description,parent_id,taxonomy,language,taxonomy_id,term_uri\n${id(61)},1.1,Pantry,,${ids.term},,en,${ids.taxonomy},\n${ids.term},1,Food,Something to eat,,,en,${ids.taxonomy},\n`,
  'organizations.csv': `id,name,alternate_name,description,email,website,tax_status,tax_id,year_incorporated,legal_status,logo,uri,parent_organization_id\n${id(11)},Harbor North,,A branch,,,,,,,,,${ids.harbor}\n${ids.harbor},Harbor House,,"Helps, with ""everything""",hi@harbor.example,https://harbor.example,,,1981,,,,\n`,
  'programs.csv': `id,organization_id,name,alternate_name,description\n${ids.program},${ids.harbor},Table,,Food for all\n`,
  'locations.csv': `id,location_type,url,organization_id,name,alternate_name,description,transportation,latitude,longitude,external_identifier,external_identifier_type\n${ids.hall},physical,,${ids.harbor},Parish hall,,,Bus 4,39.33704410000001,-76.5,,\n`,
  'services.csv': `id,organization_id,program_id,name,alternate_name,description,url,email,status,interpretation_services,application_process,fees_description,wait_time,fees,accreditations,eligibility_description,minimum_age,maximum_age,assured_date,assurer_email,licenses,alert,last_modified,shelf_color\n${ids.pantry},${ids.harbor},${ids.program},Pantry,,"Groceries\non Fridays",,,active,,Come in,Free,,,,Anyone,18,,2026-01-05,,,,2026-01-06T10:30:45.123Z,green\n${ids.legal},${ids.harbor},,Legal aid,,,,,inactive,,,,,,,,,65,,,,,,\n`,
  'service_at_location.csv': `id,service_id,location_id,description\n${ids.pantryAtHall},${ids.pantry},${ids.hall},Side door\n`,
  'contacts.csv': `id,organization_id,service_id,service_at_location_id,location_id,name,title,department,email\n${ids.contact},,${ids.pantry},,,Jo Pell,Steward,,\n`,
  'phones.csv': `id,location_id,service_id,organization_id,contact_id,service_at_location_id,number,extension,type,description\n${ids.phone},,,,${ids.contact},,+1 410 555 0142,7,voice,\n`,
  'addresses.csv': `id,location_id,attention,address_1,address_2,city,region,state_province,postal_code,country,address_type\n${id(12)},${ids.hall},,4 Quay St,,Harbor,,MD,21299,US,physical\n`,
  'schedules.csv': `id,service_id,location_id,service_at_location_id,valid_from,valid_to,dtstart,timezone,until,count,wkst,freq,interval,byday,byweekno,bymonthday,byyearday,description,opens_at,closes_at,schedule_link,attending_type,notes\n${id(13)},${ids.pantry},,,,,,,,,MO,WEEKLY,1,FR,,,,,09:00,12:30,,,\n`,
  'languages.csv': `id,service_id,location_id,phone_id,name,code,note\n${id(14)},,,${ids.phone},Spanish,es,\n`,
  'accessibility.csv': `id,location_id,description,details,url\n${id(15)},${ids.hall},Wheelchair,Ramp at the side,\n`,
  'required_documents.csv': `id,service_id,document,uri\n${id(16)},${ids.pantry},Proof of address,\n`,
  'cost_options.csv': `id,service_id,valid_from,valid_to,option,currency,amount,amount_description\n${id(17)},${ids.legal},2026-01-01,,sliding,USD,12.5,an hour\n`,
  'service_areas.csv': `id,service_id,name,description,extent,extent_type,uri\n${id(18)},${ids.pantry},Harbor County,,,,\n`,
  'funding.csv': `id,organization_id,service_id,source\n${id(19)},${ids.harbor},,County\n`,
  'organization_identifiers.csv': `id,organization_id,identifier_scheme,identifier_type,identifier\n${id(20)},${ids.harbor},US-EIN,EIN,00-0000000\n`,
  'meta_table_descriptions.csv': `id,name,language,character_set\n${id(21)},services,en,UTF-8\n`,
  'attributes.csv': `id,link_id,taxonomy_term_id,link_type,link_entity,value\n${id(22)},${ids.pantry},${ids.term},need,service,\n`,
  'metadata.csv': `id,resource_id,resource_type,last_action_date,last_action_type,field_name,previous_value,replacement_value,updated_by\n${id(23)},${ids.pantry},service,2026-01-06,update,name,Larder,Pantry,Jo Pell\n`,
}

/** Every way a directory is dirty, in the older form: nothing of it may be fatal, and nothing may vanish. */
export const dirtyOhana: Record<string, string> = {
  'organizations.csv': 'id,name,description,date_incorporated,licenses\n1,Harbor House,Helps,1981-05-01,L-77\n2,,Nameless,,\n',
  'locations.csv': 'id,organization_id,name,latitude,longitude,languages,virtual,accessibility\n10,1,Hall,39.2,-76.5,"Spanish, Vietnamese",,"elevator,ramp"\n11,9,Nowhere,,,Ask us.,,\n12,1,Half a point,39.2,,,true,\n',
  'addresses.csv': 'id,location_id,address_1,city,state_province,postal_code,country\n1,10,4 Quay St,Harbor,MD,21299,us\n',
  'mail_addresses.csv': 'id,location_id,address_1,city,state_province,postal_code,country\n1,10,PO Box 4,Harbor,MD,21299,us\n2,99,PO Box 9,Harbor,MD,21299,us\n',
  'services.csv': 'id,location_id,name,eligibility,fees,status,website,languages,funding_sources\n20,10,"Pantry\nand kitchen",Anyone,None,active,https://harbor.example,Spanish.,"County, State"\n21,,good food 4 u,,,open,,,\n20,10,Pantry again,,,active,,,\n',
  'phones.csv': 'id,service_id,location_id,organization_id,number,extension,number_type,vanity_number\n1,20,10,1,410 555 0142,x7,voice,410-FOOD\n2,20,10,1,,,voice,\n3,20\n',
  'regular_schedules.csv': 'id,service_id,weekday,opens_at,closes_at\n,20,Monday,9:00am,5pm\n',
  'eligibility.csv': 'id,service_id,eligibility\n1,20,County residents\n2,777,Whoever\n',
  'categories.csv': 'id,name,taxonomy_id,parent_id\n1,Food,101,\n2,Pantry,101-01,101\n',
  'service_categories.json': '{"20":["2","2"],"999":["1"]}',
  'unheard_of.csv': 'id,what\n1,nothing HSDS knows\n',
}

/** Writes the files to a folder, reads them as a package, and takes the folder away. */
export function packageOf(files: Record<string, string>, sourceName?: string): Package {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-directory-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return readPackage(folder, sourceName)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
