// A colleague's name by id, from the list of staff everybody may read.
import { useRead } from '../../../web/reads.ts'

export function StaffName({ id }: { id: string }) {
  const { data = [] } = useRead<Array<{ id: string; name: string }>>('/staff')
  return <>{data.find((each) => each.id === id)?.name ?? '…'}</>
}
