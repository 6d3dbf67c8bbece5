import type { signin as zh } from '../zh/signin.ts'

export const signin: typeof zh = {
  title: 'Sign in', product: 'Legal supervision, together', motto: ['Every supervision has', 'a source, a date, an answer'], body: 'Procuratorates, courts, police, departments and the standing committee work on one record. Nobody can change it alone.',
  facts: { rulebook: 'Rulebook', calendar: 'Calendar', checkpoint: 'Checkpoint', server: 'Service', version: (v: string) => `Hengjian ${v}`, up: 'running', down: 'the database is not available' },
  step1: 'Verify person', step2: 'Choose organ and identity', account: 'Account', password: 'Password', code: 'One-time code', codeHint: '6 digits, required for staff', show: 'Show password', go: 'Sign in', going: 'Signing in', note: 'Passwords and codes can be pasted; password managers work. Wrong attempts slow down this source only, they never lock another person’s account.',
  verified: (name: string) => `${name}, verified`, choose: 'Work as', note2: 'What can be seen and done differs by identity; every act records the one it was done in. Matters from which one identity is recused do not appear under another.', enter: 'Enter', other: 'Another person', last: 'current identity',
  counts: { overdue: (n: number) => `${n} overdue`, near: (n: number) => `${n} near`, sign: (n: number) => `${n} to sign` },
  tools: { dark: 'Dark', light: 'Light', large: 'Large type', normal: 'Standard type', keys: 'Keyboard and readers', language: '中文' }, foot: { local: 'single machine', demo: 'Demonstration data; persons are fictional' },
  demo: { title: 'Demonstration accounts', hint: 'demonstration mode only; a click fills account, password and code', fill: (who: string) => `Sign in as ${who}`, show: 'Show demonstration accounts', none: 'demonstration accounts are not available' },
}
