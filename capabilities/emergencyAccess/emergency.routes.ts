// HTTP for emergency access.
import { z } from 'zod'
import { read, write, type Route } from '../../platform/capability.ts'
import { emergenciesOfClient, emergencyOf, endEmergency, findInEmergency, myEmergencies, openInEmergency, reviewEmergency } from './emergency.actions.ts'
import { EmergencyReview, EmergencySearch, OpenInEmergency } from './emergency.ts'

const one = '/emergency-access/:accessId'
export const emergencyRoutes: Route[] = [
  read('/emergency-access', 'signed-in', myEmergencies, { summary: 'Records I opened in an emergency, and those I was told of' }),
  write('/emergency-access', 'open-in-emergency', OpenInEmergency, openInEmergency, { summary: 'Open a record in an emergency, for four hours at most' }),
  write('/emergency-access/search', 'open-in-emergency', EmergencySearch, findInEmergency, { summary: 'Somebody in danger, by whole name and birth date' }),
  read(one, 'signed-in', (work, _, { accessId }) => emergencyOf(work, accessId)),
  write(`${one}/ending`, 'signed-in', z.object({}), (work, _, { accessId }) => endEmergency(work, accessId)),
  write(`${one}/review`, 'signed-in', EmergencyReview, (work, review, { accessId }) => reviewEmergency(work, review, accessId), { summary: 'What somebody else found when looking at it afterwards' }),
  read('/clients/:clientId/emergency-access', 'read-clients', emergenciesOfClient, { summary: 'When and why this record was opened in an emergency' }),
]
