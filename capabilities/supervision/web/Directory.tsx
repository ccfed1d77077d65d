// Who works here: name, credential, roles and languages, for everybody who is no supervisor.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useRead } from '../../../web/reads.ts'
import { languageWords } from '../../../web/words.ts'
import type { StaffMember } from '../../team/staff.ts'
import { roleName } from '../../team/web/teamWords.ts'

export function Directory() {
  const staff = useRead<StaffMember[]>('/staff')
  return (
    <Card title={<Trans>Colleagues</Trans>}>
      <Reading of={staff}>
        {(people) => people.length === 0
          ? <Empty title={<Trans>Nobody is here yet.</Trans>} />
          : (
            <Rows label={t`Colleagues`}>
              {people.filter(({ status }) => status === 'active').map((each) => (
                <Row key={each.id} plain title={each.credentialLine ? `${each.name}, ${each.credentialLine}` : each.name} why={[each.roles.map(roleName).join(', '), each.languages.map(languageWords).join(', ')].filter(Boolean).join(' · ')} />
              ))}
            </Rows>
          )}
      </Reading>
    </Card>
  )
}
