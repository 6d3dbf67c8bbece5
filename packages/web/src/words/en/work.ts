import type { work as zh } from '../zh/work.ts'

export const work: typeof zh = {
  title: 'Due today', list: 'Duties', hint: 'who, must do what, by when, under which article', all: 'All open', ours: 'Ours', oursOther: 'Ours', theirs: 'Theirs', everything: 'All', items: (n: number) => `${n}`, filter: 'Filter by period', who: 'Filter by bearer', more: 'More', partial: (shown: number, total: number) => `${shown} of ${total} shown`,
  scope: { mine: 'Mine', group: 'Department', organ: 'Organ' },
  groups: { overdue: 'Overdue', today: 'Today', three: 'Within three days', seven: 'Within seven days', later: 'Later' }, nearest: (day: string, who: string) => `next ${day} ${who}`,
  creates: (what: string, by: string) => `Creates for us by ${by}: ${what}`, createsPlain: (what: string) => `Creates for us: ${what}`, open: 'Open', why: 'Why this date', sentence: (who: string, what: string, by: string) => `${who}: ${what}, ${by}`, columns: 'period, bearer and matter, article, next act',
  empty: { title: 'Nothing is due', body: 'Nobody has to do anything within a period right now. Duties that follow from a service, an acceptance or an answer will appear here.', matters: 'See matters', filtered: 'No duty under this filter', clear: 'See all open' },
  keys: { move: 'move', open: 'open', next: 'next act', why: 'why this date' }, exportLedger: 'Export ledger', print: 'Print',
  ledger: { file: (day: string) => `duties-${day}.csv`, head: ['Light', 'Due', 'Bearer', 'Must', 'Matter', 'Number', 'Basis', 'Computation', 'Creates'] },
  calendar: { title: 'Calendar', off: 'holiday', make: 'make-up day', offMark: 'H', makeMark: 'W', month: 'next weeks', back: 'today', day: (day: string, kind: string, n: number) => `${day}, ${kind}, ${n === 0 ? 'nothing due' : `${n} due`}`, kinds: { 'working': 'working day', 'weekend': 'weekend', 'holiday': 'public holiday', 'make-up': 'make-up working day', 'unpublished': 'calendar not published' }, unpublished: 'not published' },
  acts: { title: 'New acts of others', objections: (n: number) => `${n} objections`, none: 'No recent act of another organ.', hint: 'latest' },
  clues: { title: 'Clues to review', hint: 'bar = share', count: (n: number) => `${n}`, none: 'No clue waits for review.', open: 'See clues' },
  score: { title: 'Demands (counted each, no reply rates)', demands: 'made', done: 'verified', partly: 'partly', upheld: 'objection upheld', rest: (n: number) => `${n} not yet carried out or verified`, weeks: 'due in the next eight weeks', weeksHint: 'a week opens its list', week: (from: string, n: number) => `week from ${from}: ${n}`, asTable: 'as a table' },
  accept: 'New matter',
}
