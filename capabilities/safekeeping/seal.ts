// The state of the record's seal, as whoever answers for the record sees it.
export interface SealView {
  /** Events in the tree. */
  size: number
  checkpoint: { size: number; at: string; note: string } | null
  /** Seconds the oldest event has waited for its seal; 0 when nothing waits. */
  waitsSeconds: number
  /** Beyond it something is wrong. */
  alarmSeconds: number
  /** Whether the witness has the newest checkpoint. */
  witnessed: boolean
  /** What `npm run audit -- verify` found the last time; null when nobody ever ran it. */
  verified: Verification | null
}
export interface Verification {
  verifiedAt: string
  sealed: number
  /** Checkpoints of the witness that were compared; 0 without a witness, and then a rollback could not be seen. */
  witnessed: number
  findings: number
  /** What was wrong, as words without places. */
  kinds: string[]
}

/** alarm: something is behind or was found; waiting: it is being sealed or published at this moment. */
export function standingOf({ waitsSeconds, alarmSeconds, witnessed, verified }: SealView): 'sealed' | 'waiting' | 'alarm' {
  if (waitsSeconds > alarmSeconds || (verified?.findings ?? 0) > 0) return 'alarm'
  return witnessed && waitsSeconds <= 1 ? 'sealed' : 'waiting'
}
