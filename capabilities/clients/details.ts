// What the client's page and its Details tab are told about a client.
import type { Address, OutputAddress } from './address.ts'
import type { Client } from './client.ts'
import type { GivenAnswer } from './demographic.ts'
import type { ShownIdentifier } from './identifier.ts'
import type { ClientLink } from './link.ts'
import type { PersonName } from './name.ts'
import type { JudgedRisk } from './risk.ts'
import type { SafeContactNow } from './safeContact.ts'

/** What the header of a client's page shows. */
export interface ClientCard extends Client {
  deceasedSource: string | null
  reach: SafeContactNow
  risks: JudgedRisk[]
  outputAddress: OutputAddress
}

export interface ClientDetails {
  client: Client
  names: PersonName[]
  addresses: Address[]
  outputs: { letter: OutputAddress; visit: OutputAddress }
  reach: SafeContactNow
  identifiers: ShownIdentifier[]
  answers: GivenAnswer[]
  risks: JudgedRisk[]
  links: ClientLink[]
}
