// Who is referred, and in which language to speak with them.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ChoiceField } from '../../../web/design/Form.tsx'
import { languageOptions } from '../../clients/web/PersonFields.tsx'
import { changePerson, type FieldsProps } from './factsDraft.ts'
import { Choice, Text } from './fields.tsx'
import classes from './referrals.module.css'

export function NameFields({ draft, change, problem }: FieldsProps) {
  const { person } = draft.facts
  const text = (part: 'givenName' | 'familyName' | 'pseudonym', label: string, description?: string) => (
    <Text
      path={`person.${part}`}
      label={label}
      description={description}
      optional
      problem={problem}
      value={person[part]}
      onText={(words) => change(changePerson(draft, { [part]: words }))}
    />
  )
  return (
    <fieldset className={classes.fieldset}>
      <legend>
        <Trans>Who is referred?</Trans>
      </legend>
      <div className={classes.pair}>
        {text('givenName', t`First name`)}
        {text('familyName', t`Last name`)}
      </div>
      <div className={classes.pair}>
        <Text
          path="person.birthDate"
          label={t`Birth date`}
          description={t`1984-05-17, 1984-05, or only 1984`}
          optional
          problem={problem}
          value={draft.birth}
          onText={(words) => change({ ...draft, birth: words ?? '' })}
        />
        {text('pseudonym', t`Or a name from outreach`, t`When the person has not given one`)}
      </div>
    </fieldset>
  )
}

export function LanguageFields({ draft, change, problem }: FieldsProps) {
  const { spokenLanguage, interpreter } = draft.facts.person
  const known = { unknown: t`Nobody has asked yet`, 'not-needed': t`Not needed`, preferred: t`Preferred`, needed: t`Needed` }
  const options = languageOptions()
  const listed = spokenLanguage === null || options.some(({ value }) => value === spokenLanguage)
  return (
    <div className={classes.pair}>
      <ChoiceField
        path="person.spokenLanguage"
        optional
        label={t`Speaks`}
        searchable
        problem={problem}
        data={listed ? options : [{ value: spokenLanguage, label: spokenLanguage }, ...options]}
        value={spokenLanguage}
        onChange={(value) => change(changePerson(draft, { spokenLanguage: value }))}
      />
      <Choice
        path="person.interpreter"
        label={t`Interpreter`}
        problem={problem}
        words={known}
        value={interpreter}
        onCode={(code) => change(changePerson(draft, { interpreter: code ?? interpreter }))}
      />
    </div>
  )
}
