/** Every address of the interface. A page links to another only through these. */
export const paths = {
  home: '/', signIn: '/sign-in', identity: '/identity', work: '/work', matters: '/matters', matter: '/matters/$id', why: '/matters/$id/why/$duty', write: '/matters/$id/write', writeOne: '/matters/$id/write/$key',
  liaison: '/liaison', liaisonMatter: '/liaison/$id', deliveries: '/deliveries', models: '/models', model: '/models/$id', clues: '/clues', ladder: '/ladder', rules: '/rules', rule: '/rules/rule/$id', lawProcedures: '/rules/procedures', lawProcedure: '/rules/procedures/$id', lawInstruments: '/rules/instruments', lawPowers: '/rules/powers', lawGlossary: '/rules/glossary', lawSettings: '/rules/settings',
  lawUnverified: '/rules/unverified', lawTexts: '/rules/texts', lawText: '/rules/texts/$law', lawSets: '/rules/sets', lawPractice: '/rules/practice', lawMoved: '/rules/recalculations', verify: '/verify', states: '/states',
} as const

export type Path = (typeof paths)[keyof typeof paths]

/** Where to go after signing in: only addresses of our own are followed, and never back to the door. */
export const safeNext = (next: string | undefined): string => (next !== undefined && /^\/(?![/\\])/.test(next) && !next.startsWith(paths.signIn) ? next : paths.home)
