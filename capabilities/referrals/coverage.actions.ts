// Who pays for a client's care, as the latest referral we accepted says. Not a payer's permission for a service.
import type { ClientWork } from '../../platform/work.ts'
import { payerOfClient } from './coverage.store.ts'

/** Null where no referral says it, or where the caller may not read the referral. */
export const payerOf = ({ tx, clientId }: ClientWork): Promise<string | null> => payerOfClient(tx, clientId)
