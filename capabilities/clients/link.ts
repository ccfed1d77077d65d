// A person's judgement about two records: of the same person, or surely not. It joins nothing and can be taken back (INV-01).
export interface ClientLink {
  id: string
  clientId: string
  otherClientId: string
  verdict: 'same' | 'different'
  basis: string
  undoneAt: string | null
  undoneBy: string | null
  undoneReason: string | null
  createdAt: string
  createdBy: string | null
}
