// HTTP for labels and clearances.
import { read, write, type Route } from '../../platform/capability.ts'
import { clearancesOfStaff, endClearance, everyClearance, grantClearance, labelsOfClient, setLabels } from './label.actions.ts'
import { EndingClearance, NewClearance, SetLabels } from './label.ts'

export const labelRoutes: Route[] = [
  read('/clients/:clientId/labels', 'read-case', labelsOfClient, { summary: 'What of this client has special protection, and why' }),
  write('/clients/:clientId/labels', 'write-case', SetLabels, setLabels, { summary: 'Set the labels of one row, with the reason' }),
  read('/clearances', 'read-team', everyClearance, { summary: 'Who is cleared for which labels, by whom, why and until when' }),
  read('/staff/:staffId/clearances', 'read-team', (work, _, { staffId }) => clearancesOfStaff(work, staffId)),
  write('/staff/:staffId/clearances', 'manage-team', NewClearance, (work, wanted, { staffId }) => grantClearance(work, staffId, wanted)),
  write('/staff/:staffId/clearances/:clearanceId/ending', 'manage-team', EndingClearance, (work, ending, { staffId, clearanceId }) => endClearance(work, ending, staffId, clearanceId), { summary: 'From the next request on, with the reason' }),
]
