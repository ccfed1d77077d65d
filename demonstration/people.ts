// The clients of the demonstration who are not in one of the eight stories. Invented, and plainly so: nobody is called this.
import type { ProgramKey } from './agency.ts'

/** How far each of them has come. */
export type Standing = 'pending' | 'unreached' | 'declined' | 'active' | 'planned' | 'suspended' | 'closing' | 'closed'

export interface Neighbour {
  given: string
  family: string
  born: string
  pronouns: string
  language: string
  program: ProgramKey
  standing: Standing
  /** Days since the referral. */
  since: number
  reason: string
  wish: string
}

const compensation = 'workersCompensation'
const transitional = 'transitionalCare'
const community = 'communitySupport'

export const neighbours: Neighbour[] = [
  { given: 'Opal', family: 'Fernsby', born: '1951-04-02', pronouns: 'she/her', language: 'en', program: transitional, standing: 'planned', since: 52, reason: 'Second hospital stay for heart failure this year', wish: 'I want to water my own garden again' },
  { given: 'Rufus', family: 'Quillfeather', born: '1968-11-19', pronouns: 'he/him', language: 'en', program: compensation, standing: 'planned', since: 75, reason: 'Shoulder injury at the loading dock', wish: 'Back on the forklift by spring' },
  { given: 'Marigold', family: 'Thistlewood', born: '1990-06-30', pronouns: 'she/her', language: 'en', program: community, standing: 'active', since: 21, reason: 'Eviction notice and two school-age children', wish: 'A lease with my own name on it' },
  { given: 'Ignacio', family: 'Campanario', born: '1977-02-14', pronouns: 'he/him', language: 'es', program: compensation, standing: 'planned', since: 96, reason: 'Crush injury of the left hand', wish: 'Volver a tocar la guitarra' },
  { given: 'Wren', family: 'Applethorpe', born: '1999-09-09', pronouns: 'they/them', language: 'en', program: community, standing: 'active', since: 34, reason: 'Leaving a shelter; first own room', wish: 'A door that I can close' },
  { given: 'Barnaby', family: 'Sextant', born: '1944-01-23', pronouns: 'he/him', language: 'en', program: transitional, standing: 'planned', since: 41, reason: 'Hip fracture, going home from rehabilitation', wish: 'To walk to the chess club' },
  { given: 'Consuelo', family: 'Pajarita', born: '1959-12-05', pronouns: 'she/her', language: 'es', program: transitional, standing: 'active', since: 15, reason: 'New insulin, lives alone', wish: 'No más hospital' },
  { given: 'Thaddeus', family: 'Moonbeam', born: '1985-07-17', pronouns: 'he/him', language: 'en', program: compensation, standing: 'pending', since: 2, reason: 'Fall from a ladder, knee injury', wish: '' },
  { given: 'Philippa', family: 'Larkspur', born: '1972-03-28', pronouns: 'she/her', language: 'en', program: community, standing: 'planned', since: 120, reason: 'Caring for two parents and behind on rent', wish: 'One free afternoon a week' },
  { given: 'Cosmo', family: 'Bellweather', born: '1963-10-11', pronouns: 'he/him', language: 'en', program: compensation, standing: 'closed', since: 210, reason: 'Back strain, repetitive lifting', wish: 'Work a full shift without pain' },
  { given: 'Delphine', family: 'Seabright', born: '1938-08-01', pronouns: 'she/her', language: 'fr', program: transitional, standing: 'closed', since: 160, reason: 'Stroke, returning home with home health', wish: 'To write letters by hand' },
  { given: 'Augustin', family: 'Pebblebrook', born: '1981-05-05', pronouns: 'he/him', language: 'en', program: community, standing: 'suspended', since: 88, reason: 'Without housing since the summer', wish: 'To see my daughter on weekends' },
  { given: 'Clementine', family: 'Oakhollow', born: '2001-01-15', pronouns: 'she/her', language: 'en', program: community, standing: 'pending', since: 1, reason: 'Self-referral: no heating and a newborn', wish: '' },
  { given: 'Mortimer', family: 'Finch-Halloway', born: '1956-06-06', pronouns: 'he/him', language: 'en', program: transitional, standing: 'declined', since: 30, reason: 'COPD exacerbation', wish: '' },
  { given: 'Esperanza', family: 'Lucero del Mar', born: '1993-04-25', pronouns: 'she/her', language: 'es', program: community, standing: 'planned', since: 64, reason: 'Needs legal help and child care to keep her job', wish: 'Terminar mis estudios' },
  { given: 'Barrington', family: 'Snowdrop', born: '1970-09-30', pronouns: 'he/him', language: 'en', program: compensation, standing: 'active', since: 12, reason: 'Burn of the right forearm in the kitchen', wish: 'To cook for a living again' },
  { given: 'Zinnia', family: 'Cloudsley', born: '1988-02-29', pronouns: 'she/her', language: 'en', program: community, standing: 'unreached', since: 26, reason: 'Referred by the library, sleeps in her car', wish: '' },
  { given: 'Horatio', family: 'Winterbourne', born: '1949-11-11', pronouns: 'he/him', language: 'en', program: transitional, standing: 'planned', since: 58, reason: 'Three emergency visits in two months', wish: 'To sleep through the night' },
  { given: 'Juniper', family: 'Ashgrove', born: '1996-12-21', pronouns: 'she/her', language: 'en', program: compensation, standing: 'closing', since: 140, reason: 'Wrist fracture at the warehouse', wish: 'To carry my nephew' },
  { given: 'Linh', family: 'Bamboo-Garden', born: '1966-08-18', pronouns: 'she/her', language: 'vi', program: transitional, standing: 'planned', since: 49, reason: 'Dialysis started, transport uncertain', wish: 'To be home when my grandchildren come from school' },
  { given: 'Percival', family: 'Stonecrop', born: '1979-07-07', pronouns: 'he/him', language: 'en', program: compensation, standing: 'planned', since: 70, reason: 'Concussion after a vehicle accident on the job', wish: 'To drive my route again' },
  { given: 'Ottoline', family: 'Nightingale-Fox', born: '1935-05-19', pronouns: 'she/her', language: 'en', program: transitional, standing: 'active', since: 9, reason: 'Home from hospital after pneumonia, frail', wish: 'To stay in my own flat' },
  { given: 'Baxter', family: 'Honeycutt-Vane', born: '1987-10-02', pronouns: 'he/him', language: 'en', program: community, standing: 'closed', since: 190, reason: 'Lost his job and his licence', wish: 'A job with hours I can keep' },
  { given: 'Seraphina', family: 'Goldenrod', born: '1991-03-13', pronouns: 'she/her', language: 'en', program: community, standing: 'planned', since: 101, reason: 'Custody hearing, needs stable housing', wish: 'My boys under one roof' },
  { given: 'Lysander', family: 'Copperfield-Moss', born: '1974-01-01', pronouns: 'he/him', language: 'en', program: compensation, standing: 'pending', since: 4, reason: 'Lumbar sprain, off work', wish: '' },
  { given: 'Hyacinth', family: 'Butterworth-Jones', born: '1953-02-03', pronouns: 'she/her', language: 'en', program: transitional, standing: 'suspended', since: 77, reason: 'Back in hospital for a wound infection', wish: 'To dance at the wedding in June' },
  { given: 'Ambrose', family: 'Tidewater', born: '1969-06-24', pronouns: 'he/him', language: 'en', program: community, standing: 'active', since: 28, reason: 'Discharged veteran without income', wish: 'Somebody to answer my letters' },
  { given: 'Rosalind', family: 'Meadowsweet', born: '1983-09-14', pronouns: 'she/her', language: 'en', program: compensation, standing: 'planned', since: 83, reason: 'Carpal tunnel, data entry', wish: 'To type for an hour without numbness' },
  { given: 'Evander', family: 'Brightwater', born: '2003-11-03', pronouns: 'he/him', language: 'en', program: community, standing: 'declined', since: 45, reason: 'Referred by his school counselor', wish: '' },
  { given: 'Guinevere', family: 'Pumpernickel', born: '1947-07-29', pronouns: 'she/her', language: 'de', program: transitional, standing: 'closing', since: 110, reason: 'Knee replacement, lives on the third floor', wish: 'To climb my own stairs' },
  { given: 'Leopold', family: 'Harebell', born: '1961-12-12', pronouns: 'he/him', language: 'en', program: community, standing: 'planned', since: 57, reason: 'Utility shut-off and diabetes', wish: 'A warm kitchen' },
  { given: 'Tamsin', family: 'Overlook', born: '1994-08-08', pronouns: 'she/her', language: 'en', program: compensation, standing: 'closed', since: 230, reason: 'Needle-stick injury, anxious to return', wish: 'To go back to my ward' },
]
