// The FHIR R4 resources a referral can bring, each with only the elements we read.
import { z } from 'zod'
import {
  Address,
  Coding,
  Concept,
  ContactPoint,
  Extension,
  Flag,
  HumanName,
  Identifier,
  listOf,
  one,
  Period,
  PersonContact,
  Reference,
  Text,
} from './element.ts'

export const Patient = z.object({
  id: Text,
  extension: listOf(Extension),
  identifier: listOf(Identifier),
  name: listOf(HumanName),
  telecom: listOf(ContactPoint),
  gender: Text,
  birthDate: Text,
  deceasedBoolean: Flag,
  deceasedDateTime: Text,
  address: listOf(Address),
  maritalStatus: one(Concept),
  contact: listOf(PersonContact),
  communication: listOf(z.object({ language: one(Concept), preferred: Flag })),
  generalPractitioner: listOf(Reference),
  managingOrganization: one(Reference),
})
export type Patient = z.infer<typeof Patient>

export const Condition = z.object({
  clinicalStatus: one(Concept),
  verificationStatus: one(Concept),
  category: listOf(Concept),
  code: one(Concept),
  subject: one(Reference),
  onsetDateTime: Text,
  recordedDate: Text,
})
export type Condition = z.infer<typeof Condition>

export const Coverage = z.object({
  status: Text,
  type: one(Concept),
  subscriberId: Text,
  identifier: listOf(Identifier),
  beneficiary: one(Reference),
  payor: listOf(Reference),
  period: one(Period),
})
export type Coverage = z.infer<typeof Coverage>

/** A paid bill: read only for who paid last and who was named as the care team. */
export const ExplanationOfBenefit = z.object({
  status: Text,
  patient: one(Reference),
  created: Text,
  billablePeriod: one(Period),
  insurer: one(Reference),
  contained: listOf(z.looseObject({ resourceType: z.string(), id: Text })),
  insurance: listOf(z.object({ focal: Flag, coverage: one(Reference) })),
  careTeam: listOf(z.object({ provider: one(Reference), role: one(Concept) })),
})
export type ExplanationOfBenefit = z.infer<typeof ExplanationOfBenefit>

export const Encounter = z.object({
  status: Text,
  class: one(Coding),
  type: listOf(Concept),
  subject: one(Reference),
  period: one(Period),
  participant: listOf(z.object({ individual: one(Reference) })),
  serviceProvider: one(Reference),
})
export type Encounter = z.infer<typeof Encounter>

export const Practitioner = z.object({
  active: Flag,
  name: listOf(HumanName),
  telecom: listOf(ContactPoint),
  address: listOf(Address),
  identifier: listOf(Identifier),
})
export type Practitioner = z.infer<typeof Practitioner>

export const PractitionerRole = z.object({
  active: Flag,
  practitioner: one(Reference),
  organization: one(Reference),
  code: listOf(Concept),
  specialty: listOf(Concept),
  telecom: listOf(ContactPoint),
})
export type PractitionerRole = z.infer<typeof PractitionerRole>

export const Organization = z.object({
  active: Flag,
  type: listOf(Concept),
  name: Text,
  telecom: listOf(ContactPoint),
  address: listOf(Address),
})
export type Organization = z.infer<typeof Organization>

export const CareTeam = z.object({
  status: Text,
  name: Text,
  subject: one(Reference),
  participant: listOf(
    z.object({ role: listOf(Concept), member: one(Reference), onBehalfOf: one(Reference), period: one(Period) }),
  ),
})
export type CareTeam = z.infer<typeof CareTeam>

export const RelatedPerson = z.object({
  active: Flag,
  patient: one(Reference),
  relationship: listOf(Concept),
  name: listOf(HumanName),
  telecom: listOf(ContactPoint),
})
export type RelatedPerson = z.infer<typeof RelatedPerson>

export const ServiceRequest = z.object({
  status: Text,
  intent: Text,
  priority: Text,
  code: one(Concept),
  category: listOf(Concept),
  subject: one(Reference),
  authoredOn: Text,
  requester: one(Reference),
  reasonCode: listOf(Concept),
  note: listOf(z.object({ text: Text })),
  patientInstruction: Text,
})
export type ServiceRequest = z.infer<typeof ServiceRequest>
