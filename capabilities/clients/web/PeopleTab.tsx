// The People tab: who is around the client, what each may know and decide, and who lives with them.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { KnownSupport } from '../support.ts'
import type { HouseholdMember } from '../household.ts'
import { authorityStateWords, authorityWords, mayKnowWords, periodWords, relationshipWords } from './clientWords.ts'
import { Entries, Entry } from './Entry.tsx'
import { HouseholdCard } from './HouseholdCard.tsx'
import { CardWithForm, EndMenu } from './InPlace.tsx'
import { SupportForm } from './SupportForm.tsx'
import classes from './details.module.css'

interface People {
  support: KnownSupport[]
  household: HouseholdMember[]
}

export default function PeopleTab() {
  const { clientId } = useClient()
  const people = useRead<People>(`/clients/${clientId}/people`)
  return (
    <Reading of={people} lines={6}>
      {({ support, household }) => (
        <TwoColumns aside={<HouseholdCard household={household} />}>
          <CardWithForm
            title={<Trans>People around them</Trans>}
            add={t`Add a person`}
            form={(close) => <SupportForm onDone={close} />}
          >
            {support.length === 0 && (
              <Empty title={<Trans>Nobody is named yet.</Trans>}>
                <Trans>
                  Who helps, who worries, who decides? Being family or the emergency contact tells nobody anything; the client’s
                  word does.
                </Trans>
              </Empty>
            )}
            <Entries label={t`People around the client`}>
              {support.map((member) => (
                <Member key={member.id} member={member} />
              ))}
            </Entries>
          </CardWithForm>
        </TwoColumns>
      )}
    </Reading>
  )
}

function Member({ member }: { member: KnownSupport }) {
  const { today } = useMe()
  const may = useMay()
  const [editing, setEditing] = useState(false)
  if (editing)
    return (
      <li className={classes.entry}>
        <div style={{ flex: 1 }}>
          <SupportForm member={member} onDone={() => setEditing(false)} />
        </div>
      </li>
    )
  const acts = member.current && may('write-clients') && (
    <>
      <Button variant="subtle" size="compact-sm" aria-label={t`Change ${member.name}`} onClick={() => setEditing(true)}>
        <Trans>Change</Trans>
      </Button>
      <EndMenu path={`/support-members/${member.id}`} what={member.name} />
    </>
  )
  return (
    <Entry
      kind={[relationshipWords(member.relationship), member.relationshipNote].filter(Boolean).join(', ')}
      over={!member.current}
      small={<MemberFacts member={member} today={today} />}
      acts={acts}
    >
      <b>{member.name}</b> {member.current && <Knows member={member} />}
    </Entry>
  )
}

function Knows({ member }: { member: KnownSupport }) {
  if (member.allegedAbuser)
    return (
      <Chip tone="late">
        <Trans>named as alleged abuser: told nothing</Trans>
      </Chip>
    )
  return (
    <>
      <Chip tone={member.mayKnow.length > 0 ? 'done' : 'plain'}>{mayKnowWords(member.mayKnow)}</Chip>{' '}
      {member.represents && (
        <Chip tone="language">
          <Trans>decides for them</Trans>
        </Chip>
      )}
    </>
  )
}

function MemberFacts({ member, today }: { member: KnownSupport; today: string }) {
  const state = authorityStateWords(member.authorityState)
  const facts = [
    member.emergencyContact && t`emergency contact`,
    [member.phone, member.email].filter(Boolean).join(', '),
    member.caregivingHoursWeekly !== null && t`cares ${member.caregivingHoursWeekly} hours a week`,
    member.caregivingTasks,
    member.caregiverNeeds && t`needs: ${member.caregiverNeeds}`,
    member.authority !== 'none' && `${authorityWords(member.authority)}${state && ` (${state})`}: ${member.authorityDocument}`,
    member.permissionBasis && t`permission: ${member.permissionBasis}`,
    periodWords(member, today),
  ]
  return <>{facts.filter(Boolean).join(' · ')}</>
}
