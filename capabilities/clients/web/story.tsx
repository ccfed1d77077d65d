// How the story tells what changed about a client: names, addresses, safe contact, people, warnings.
import { Trans } from '@lingui/react/macro'
import type { StoryEvent, StoryLines } from '../../../web/story.ts'
import { demographicKeys, relationships, riskKinds, topics } from '../codes.ts'
import { mayKnowWords, relationshipWords, riskWords } from './clientWords.ts'
import { questionWords } from './demographicWords.ts'

const text = ({ details }: StoryEvent, name: string): string => (typeof details[name] === 'string' ? details[name] : '')
const oneOf = <T extends string>(values: readonly T[], said: string): T | undefined => values.find((value) => value === said)
const risk = (event: StoryEvent) => riskWords(oneOf(riskKinds, text(event, 'kind')) ?? 'other')

function knows({ details }: StoryEvent) {
  const said = Array.isArray(details['mayDiscuss']) ? details['mayDiscuss'] : []
  return details['allegedAbuser'] === true ? (
    <Trans>Named as alleged abuser: told nothing</Trans>
  ) : (
    mayKnowWords(topics.filter((topic) => said.includes(topic)))
  )
}

function person(event: StoryEvent) {
  const relationship = oneOf(relationships, text(event, 'relationship'))
  return (
    <>
      {text(event, 'name')}
      {relationship && `, ${relationshipWords(relationship)}`}
    </>
  )
}

function answered(event: StoryEvent) {
  const question = oneOf(demographicKeys, text(event, 'question'))
  return (
    <>
      {question && questionWords(question)}
      {event.details['declined'] === true && (
        <>
          : <Trans>prefers not to say</Trans>
        </>
      )}
    </>
  )
}

export const storyLines: StoryLines = {
  'client.registered': () => ({ tone: 'brand', text: <Trans>Registered</Trans> }),
  'client.changed': () => ({ tone: 'plain', text: <Trans>Details changed</Trans> }),
  'client.renamed': () => ({ tone: 'plain', text: <Trans>A name was added</Trans> }),
  'client.name-ended': () => ({ tone: 'plain', text: <Trans>A name is no longer used</Trans> }),
  'client.moved': (event) => ({
    tone: 'plain',
    text:
      event.details['confidential'] === true ? <Trans>A protected address was added</Trans> : <Trans>An address was added</Trans>,
  }),
  'client.address-ended': () => ({ tone: 'plain', text: <Trans>An address no longer holds</Trans> }),
  'address.revealed': (event) => ({
    tone: 'caution',
    text: <Trans>The protected address was shown</Trans>,
    detail: text(event, 'reason'),
  }),
  'client.died': (event) => ({ tone: 'late', text: <Trans>Died on {text(event, 'on')}</Trans>, detail: text(event, 'source') }),
  'client.confidentiality-set': (event) => ({
    tone: 'caution',
    text:
      text(event, 'level') === 'sealed' ? (
        <Trans>The record was sealed</Trans>
      ) : text(event, 'level') === 'restricted' ? (
        <Trans>The record was restricted</Trans>
      ) : (
        <Trans>The record was opened again</Trans>
      ),
  }),
  'client.compared': (event) => ({
    tone: 'plain',
    text:
      text(event, 'verdict') === 'same' ? (
        <Trans>Another record is of the same person</Trans>
      ) : (
        <Trans>Another record is of somebody else</Trans>
      ),
  }),
  'client.comparison-undone': () => ({ tone: 'plain', text: <Trans>A judgement about another record was taken back</Trans> }),
  'contact-point.added': () => ({ tone: 'plain', text: <Trans>A number or address to reach them was added</Trans> }),
  'contact-point.changed': (event) => ({
    tone: text(event, 'safety') === 'unsafe' ? 'caution' : 'plain',
    text:
      text(event, 'safety') === 'unsafe' ? (
        <Trans>A number is no longer safe</Trans>
      ) : (
        <Trans>The rules for a number changed</Trans>
      ),
  }),
  'contact-point.ended': () => ({ tone: 'plain', text: <Trans>A number is no longer used</Trans> }),
  'identifier.added': (event) => ({ tone: 'plain', text: <Trans>Number added: {text(event, 'system')}</Trans> }),
  'identifier.ended': () => ({ tone: 'plain', text: <Trans>A number no longer holds</Trans> }),
  'demographic.answered': (event) => ({ tone: 'plain', text: <Trans>Said about themselves</Trans>, detail: answered(event) }),
  'safe-contact.asked': (event) => ({
    tone: 'agreement',
    text:
      text(event, 'answer') === 'required' ? (
        <Trans>To be reached in safe ways only</Trans>
      ) : (
        <Trans>May be reached without limits</Trans>
      ),
  }),
  'risk.raised': (event) => ({ tone: 'late', text: <Trans>Warning: {risk(event)}</Trans> }),
  'risk.reviewed': (event) => ({ tone: 'caution', text: <Trans>Warning looked at again: {risk(event)}</Trans> }),
  'risk.ended': (event) => ({ tone: 'moved', text: <Trans>Warning ended: {risk(event)}</Trans>, detail: text(event, 'reason') }),
  'support.named': (event) => ({ tone: 'plain', text: <Trans>Around them: {person(event)}</Trans>, detail: knows(event) }),
  'support.changed': (event) => ({ tone: 'plain', text: <Trans>Changed: {person(event)}</Trans>, detail: knows(event) }),
  'support.ended': () => ({ tone: 'plain', text: <Trans>Somebody is no longer around them</Trans> }),
  'household.joined': (event) => ({ tone: 'plain', text: <Trans>Lives with {text(event, 'name')}</Trans> }),
  'household.left': () => ({ tone: 'plain', text: <Trans>Somebody left the household</Trans> }),
}
