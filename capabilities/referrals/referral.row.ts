// A referral as the database holds it, column by column, and as the rest of the product knows it.
import type { ColumnType } from 'kysely'
import type { ReferredPerson } from './person.ts'
import type { Danger, Funding, SourceKind, Urgency, Channel } from './reason.ts'
import type { DecisionColumns, Referral } from './page.ts'
import type { Facts, ReferralStatus, Scope } from './referral.ts'

export type PersonDetails = Pick<ReferredPerson, 'otherNames' | 'contactWays' | 'addresses' | 'identifiers' | 'selfDescribed'>

export interface FactColumns {
  channel: Channel
  receivedOn: string
  sourceKind: SourceKind | null
  sourceOrganization: string | null
  sourcePerson: string | null
  sourcePhone: string | null
  sourceEmail: string | null
  sourceFax: string | null
  sourceAddress: string | null
  givenName: string | null
  familyName: string | null
  preferredName: string | null
  pseudonym: string | null
  birthDate: string | null
  birthDatePrecision: ReferredPerson['birthDatePrecision']
  deceasedOn: string | null
  pronouns: string | null
  spokenLanguage: string | null
  interpreter: ReferredPerson['interpreter']
  personDetails: PersonDetails
  safeContact: Facts['safeContact']
  safeContactNote: string | null
  reason: string | null
  questions: string | null
  urgency: Urgency | null
  danger: Danger | null
  programId: string | null
  scopeAsked: string | null
  funding: Funding
  payer: string | null
  memberId: string | null
  claimNumber: string | null
  injuredOn: string | null
  employer: string | null
  authorizedServices: string | null
  authorizedMinutes: number | null
  authorizationEndsOn: string | null
}

type Optional<Columns> = { [Name in keyof Columns]: ColumnType<Columns[Name], Columns[Name] | undefined, Columns[Name]> }
export type ReferralTable = FactColumns &
  Optional<DecisionColumns> & {
    id: string
    status: ColumnType<ReferralStatus, ReferralStatus | undefined, ReferralStatus>
    receivedAt: ColumnType<string, never, never>
    version: ColumnType<number, number | undefined, number>
    createdAt: ColumnType<string, never, never>
    createdBy: ColumnType<string | null, never, never>
  }

export interface ReferralRow extends FactColumns, DecisionColumns {
  id: string
  status: ReferralStatus
  receivedAt: string
  version: number
  createdBy: string | null
}

export function factsToColumns({ channel, receivedOn, source, person, scope, ...rest }: Facts): FactColumns {
  const { otherNames, contactWays, addresses, identifiers, selfDescribed, ...plain } = person
  const { asked, ...funded } = scope
  return {
    channel,
    receivedOn,
    sourceKind: source.kind,
    sourceOrganization: source.organization,
    sourcePerson: source.person,
    sourcePhone: source.phone,
    sourceEmail: source.email,
    sourceFax: source.fax,
    sourceAddress: source.address,
    ...plain,
    personDetails: { otherNames, contactWays, addresses, identifiers, selfDescribed },
    ...rest,
    scopeAsked: asked,
    ...funded,
  }
}

export function referralFrom(row: ReferralRow): Referral {
  const { id, status, receivedAt, version, createdBy } = row
  return { id, status, receivedAt, version, createdBy, facts: factsFrom(row), ...decisionsFrom(row) }
}

function factsFrom(row: ReferralRow): Facts {
  const scope: Scope = {
    asked: row.scopeAsked,
    funding: row.funding,
    payer: row.payer,
    memberId: row.memberId,
    claimNumber: row.claimNumber,
    injuredOn: row.injuredOn,
    employer: row.employer,
    authorizedServices: row.authorizedServices,
    authorizedMinutes: row.authorizedMinutes,
    authorizationEndsOn: row.authorizationEndsOn,
  }
  return {
    channel: row.channel,
    receivedOn: row.receivedOn,
    source: {
      kind: row.sourceKind,
      organization: row.sourceOrganization,
      person: row.sourcePerson,
      phone: row.sourcePhone,
      email: row.sourceEmail,
      fax: row.sourceFax,
      address: row.sourceAddress,
    },
    person: {
      givenName: row.givenName,
      familyName: row.familyName,
      preferredName: row.preferredName,
      pseudonym: row.pseudonym,
      birthDate: row.birthDate,
      birthDatePrecision: row.birthDatePrecision,
      deceasedOn: row.deceasedOn,
      pronouns: row.pronouns,
      spokenLanguage: row.spokenLanguage,
      interpreter: row.interpreter,
      ...row.personDetails,
    },
    safeContact: row.safeContact,
    safeContactNote: row.safeContactNote,
    reason: row.reason,
    questions: row.questions,
    urgency: row.urgency,
    danger: row.danger,
    programId: row.programId,
    scope,
  }
}

export const decisionColumns = [
  'safetyDone',
  'background',
  'informationQuestion',
  'informationAskedOf',
  'informationDueOn',
  'reviewOn',
  'decisionReason',
  'decisionNote',
  'decidedOn',
  'alternatives',
  'toldOn',
  'notToldBecause',
  'handoffOrganization',
  'handoffPerson',
  'handoffHow',
  'handoffKind',
  'handedOverOn',
  'handoffBasis',
  'withdrawnBy',
  'duplicateOfReferralId',
  'duplicateOfClientId',
  'duplicateOfCaseId',
  'clientId',
  'caseId',
] as const satisfies readonly (keyof DecisionColumns)[]

function decisionsFrom(row: ReferralRow): DecisionColumns {
  const { safetyDone, background, informationQuestion, informationAskedOf, informationDueOn, reviewOn } = row
  const { decisionReason, decisionNote, decidedOn, alternatives, toldOn, notToldBecause, withdrawnBy } = row
  const { handoffOrganization, handoffPerson, handoffHow, handoffKind, handedOverOn, handoffBasis } = row
  const { duplicateOfReferralId, duplicateOfClientId, duplicateOfCaseId, clientId, caseId } = row
  return {
    safetyDone,
    background,
    informationQuestion,
    informationAskedOf,
    informationDueOn,
    reviewOn,
    decisionReason,
    decisionNote,
    decidedOn,
    alternatives,
    toldOn,
    notToldBecause,
    withdrawnBy,
    handoffOrganization,
    handoffPerson,
    handoffHow,
    handoffKind,
    handedOverOn,
    handoffBasis,
    duplicateOfReferralId,
    duplicateOfClientId,
    duplicateOfCaseId,
    clientId,
    caseId,
  }
}
