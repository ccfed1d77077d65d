// Loads the demonstration agency into an empty database, with the product's own actions.
import type { MacKey } from '../platform/audit/keys.ts'
import { asSystem } from '../platform/jobs.ts'
import { analyze } from '../platform/postgres/analyze.ts'
import { openDatabase, type Database } from '../platform/db.ts'
import { addCivilDays } from '../platform/time/civil.ts'
import { agency } from './agency.ts'
import { loadDirectory } from './directory.ts'
import { foundAgency } from './founding.ts'
import { tellOfInbox } from './inbox.ts'
import { marked } from './interrupted.ts'
import { tellOfNeighbour } from './neighbours.ts'
import { neighbours } from './people.ts'
import { tellOfAndre } from './stories/andre.ts'
import { tellOfEvelyn } from './stories/evelyn.ts'
import { tellOfHarold, tellOfRuth } from './stories/harold.ts'
import { tellOfJenna } from './stories/jenna.ts'
import { tellOfLinda } from './stories/linda.ts'
import { tellOfMarcus } from './stories/marcus.ts'
import { tellOfSealed } from './stories/sealed.ts'
import { tellingOf, todayIn } from './telling.ts'

export interface Loading {
  /**
   * The connection that does the work: the application's, or an owner's that row-level security does not ask at each statement who may see
   * the row, which is most of the work. The record comes out the same.
   */
  url: string
  /** Vouches for the demonstration's audit, as for everything else's. */
  auditKey?: MacKey
  secret: Buffer
  /** The owner's connection, to mark the database while it loads. */
  ownerUrl: string
  progress: (done: number, total: number) => void
}

/** Eight people whose cases follow the scenarios of the practice model. */
const stories = [
  tellOfMarcus,
  tellOfLinda,
  tellOfEvelyn,
  tellOfHarold,
  tellOfRuth,
  tellOfAndre,
  tellOfJenna,
  tellOfSealed,
]

/** So many lives at a time: one more than the cores of a laptop. */
const width = 3
/** No commit waits for the disk, because the one that takes the mark away waits for all of them. */
const options = '-c synchronous_commit=off'

/** Into a database that has no agency. */
export async function loadDemonstration({ url, auditKey, ...how }: Loading): Promise<void> {
  const db = openDatabase(url, { max: width, options, auditKey })
  try {
    await load(db, how)
  } finally {
    await db.close()
  }
}

async function load(db: Database, { secret, ownerUrl, progress }: Omit<Loading, 'url' | 'auditKey'>): Promise<void> {
  const today = await todayIn(db, agency.timeZone)
  await marked(ownerUrl, async () => {
    const founded = await foundAgency({ db, secret, today, at: `${addCivilDays(today, -400)}T13:00:00Z` })
    const directory = loadDirectory({ inAgency: (act) => asSystem({ db, secret }, founded.agencyId, act), settle: () => analyze(ownerUrl, 'directory') }, today)
    const telling = tellingOf({ db, secret, ...founded, today, zone: agency.timeZone })
    const lives = [
      ...stories.map((tell) => () => tell(telling)),
      // The front door as it stands today; its receiver belongs to an organization of the directory.
      () => directory.then(() => tellOfInbox(telling)),
      ...neighbours.map((person, index) => () => directory.then(() => tellOfNeighbour(telling, person, index))),
    ]
    await Promise.all([directory, inTurns(lives, progress)])
  })
}

/** People's work overlaps, and the start is quick. */
async function inTurns(all: readonly (() => Promise<void>)[], progress: Loading['progress']): Promise<void> {
  const waiting = [...all]
  let done = 0
  const turn = async (): Promise<void> => {
    for (let tell = waiting.shift(); tell; tell = waiting.shift()) {
      await tell()
      progress(++done, all.length)
    }
  }
  await Promise.all(Array.from({ length: width }, turn))
}
