// The names of a client with the time each was used.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useMe } from '../../../web/me.tsx'
import { nameText, type PersonName } from '../name.ts'
import { nameUseWords, periodWords } from './clientWords.ts'
import { Entries, Entry } from './Entry.tsx'
import { CardWithForm, EndMenu } from './InPlace.tsx'
import { NameForm } from './NameForm.tsx'

export function NamesCard({ names }: { names: PersonName[] }) {
  const { today } = useMe()
  return (
    <CardWithForm title={<Trans>Names</Trans>} add={t`Add a name`} form={(close) => <NameForm onDone={close} />}>
      <Entries label={t`Names`}>
        {names.map((name) => (
          <Entry
            key={name.id}
            kind={nameUseWords(name.use)}
            over={name.untilOn !== null}
            small={periodWords(name, today)}
            acts={name.untilOn === null && <EndMenu path={`/names/${name.id}`} what={nameText(name)} />}
          >
            {nameText(name)}
          </Entry>
        ))}
      </Entries>
    </CardWithForm>
  )
}
