// HTTP for safekeeping.
import { z } from 'zod'
import { read, write, type Route } from '../../platform/capability.ts'
import { holdsInView, legalHolds, liftHold, placeHold } from './hold.actions.ts'
import { Lifting, NewHold } from './hold.ts'
import { approvePurge, carryOutPurge, purgeList, reachOfPurge, requestPurge, withdrawPurge } from './purge.actions.ts'
import { NewPurge, Refusing, UpTo } from './purge.ts'
import { recordSeal } from './seal.actions.ts'

const one = '/audit-purges/:purgeId'
const nothing = z.object({})
export const safekeepingRoutes: Route[] = [
  read('/record-seal', 'keep-record', recordSeal, { summary: 'How the seal of the audit stands' }),
  read('/audit-purges', 'keep-record', purgeList),
  read('/audit-purges/reach', 'keep-record', reachOfPurge, { query: UpTo, summary: 'How many payloads a purge up to a day would remove, and how many legal holds keep' }),
  write('/audit-purges', 'keep-record', NewPurge, requestPurge, { summary: 'Ask for the removal of audit payloads whose time has passed' }),
  write(`${one}/approval`, 'keep-record', nothing, (work, _, { purgeId }) => approvePurge(work, purgeId), { summary: 'One of the two approvals' }),
  write(`${one}/withdrawal`, 'keep-record', Refusing, (work, refusing, { purgeId }) => withdrawPurge(work, refusing, purgeId), { summary: 'Take it back, or refuse it, with the reason' }),
  write(`${one}/deed`, 'keep-record', nothing, (work, _, { purgeId }) => carryOutPurge(work, purgeId), { summary: 'Remove the payloads; those under a legal hold stay' }),
  read('/legal-holds', 'hold-record', holdsInView, { summary: 'Legal holds on clients the reader may know' }),
  read('/clients/:clientId/legal-holds', 'read-clients', legalHolds),
  write('/clients/:clientId/legal-holds', 'hold-record', NewHold, placeHold, { summary: 'From now on nothing kept about this client is removed' }),
  write('/clients/:clientId/legal-holds/:holdId/lifting', 'hold-record', Lifting, (work, lifting, { holdId }) => liftHold(work, lifting, holdId)),
]
