// What other capabilities may ask of the team.
export { validCredential } from './credential.actions.ts'
