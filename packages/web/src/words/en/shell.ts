import type { shell as zh } from '../zh/shell.ts'

export const shell: typeof zh = {
  brand: 'Hengjian', titled: (page: string) => `${page} · Hengjian`, skip: 'Skip to content', main: 'Main navigation', collapse: 'Collapse', expand: 'Expand navigation', demo: 'Demonstration data; matters and persons are fictional',
  workday: 'working day', restday: 'day off', holiday: (name: string) => name, makeUp: 'make-up working day', unpublished: 'calendar of the year not published',
  search: { hint: 'Case or document number, organ, matter…', label: 'Search', title: 'Search', none: (words: string) => `Nothing found for “${words}”. Sealed matters are never searched.`, hintKeys: '↑ ↓ choose, Enter open, Esc close', matters: 'Matters', pages: 'Pages', rules: 'Provisions', go: 'Go', typing: 'Type a case or document number, an organ or a title; any bracket form will do' },
  identity: { switch: 'Switch identity', title: 'Switch organ and identity', current: 'current identity', body: 'What can be seen and done differs by identity; every act records the one it was done in.', go: 'Work as this', only: 'You have this identity only.', failed: 'Not switched; you are still in the former identity.' },
  person: { menu: 'Person and display', out: 'Sign out', look: 'Display', theme: 'Theme', light: 'Light', dark: 'Dark', size: 'Type size', normal: 'Standard', large: 'Large', density: 'Density', standard: 'Standard', compact: 'Compact', language: 'Language', zh: '中文', en: 'English', keys: 'Single-key shortcuts', on: 'On', off: 'Off', states: 'States and marks' },
  bell: { label: 'Notices', title: 'Notices', none: 'Nothing overdue or due within three days.', overdue: (n: number) => `${n} overdue`, near: (n: number) => `${n} due within three days`, open: 'See what is due', count: (n: number) => `${n} need attention` },
  help: { label: 'Help', title: 'Keyboard and help', body: 'Single keys work only while a list has the focus; they can be switched off under “Person and display”.', keys: { search: 'Search', goto: 'G then W S I D L M R V', gotoWhat: 'workbench, matters, clues, data, ladder, models, rules, receipts', move: 'move up and down', open: 'open', next: 'do the next act', why: 'why this date', acts: 'to the permitted acts', law: 'to duties and law', nav: 'collapse or expand navigation', help: 'this page', sign: 'sign or send (always asks once)', esc: 'close and go back' } },
  status: { zone: (zone: string) => `${zone} · internal`, rulebook: 'Rulebook', calendar: 'Calendar', checkpoint: 'Checkpoint', sealedAt: (time: string) => `sealed ${time}`, witnessed: (time: string, who: string) => `${time}, witnessed by ${who}`, unwitnessed: (time: string) => `sealed ${time}, no witness yet`, stale: (minutes: number) => `not renewed for ${minutes} min; acts are recorded and wait for sealing`, none: 'no checkpoint yet', label: 'System state' },
  nav: {
    work: 'Workbench', matters: 'Matters', clues: 'Intake and clues', deliveries: 'Data', models: 'Models', ladder: 'Ladder', states: 'States and marks', liaison: 'Our matters', supply: 'Data reports', scorecard: 'Scorecards', allMatters: 'All matters', board: 'Ladder',
    ability: 'Capabilities', manage: 'Administration', cooperation: 'Cooperation', materials: 'Materials', resources: 'Resources', home: 'Home',
  },
  gone: { title: 'No such page', body: 'The address may be wrong, or the thing does not exist or is not yours to see. Sealed matters look the same as absent ones.', home: 'Home', search: 'Search' },
  signedOut: 'Your session has ended; please sign in again. Drafts are kept on this machine.',
}
