// Addresses and what they load. Everything behind `desk` needs a session; every page is fetched when it is first opened.
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { sessionQuery } from './api/session.ts'
import { GonePage } from './pages/gone/GonePage.tsx'
import { Failed, Loading } from './parts/states.tsx'
import { lookOf } from './shell/look.ts'
import { homeOf } from './shell/navigation.ts'
import { Shell } from './shell/Shell.tsx'
import type { Words } from './words/words.ts'

type Search = Readonly<Record<string, unknown>>
const text = (search: Search, name: string): Readonly<Record<string, string>> => (typeof search[name] === 'string' && search[name] !== '' ? { [name]: search[name] } : typeof search[name] === 'number' ? { [name]: String(search[name]) } : {})
const texts = (search: Search, names: readonly string[]): Readonly<Record<string, string>> => Object.assign({}, ...names.map((name) => text(search, name))) as Record<string, string>

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({ component: Outlet, notFoundComponent: GonePage })

const signIn = createRoute({
  getParentRoute: () => root, path: '/sign-in', validateSearch: (search: Search): { readonly next?: string; readonly ended?: boolean } => ({ ...texts(search, ['next']), ...(search.ended === true ? { ended: true } : {}) }),
  component: lazyRouteComponent(() => import('./pages/signin/SignInPage.tsx'), 'SignInPage'),
})
const identity = createRoute({
  getParentRoute: () => root, path: '/identity', validateSearch: (search: Search): { readonly next?: string } => texts(search, ['next']),
  beforeLoad: async ({ context }) => { if (await context.queries.ensureQueryData(sessionQuery()) === null) throw redirect({ to: '/sign-in' }) },
  component: lazyRouteComponent(() => import('./pages/signin/SignInPage.tsx'), 'IdentityPage'),
})

const desk = createRoute({
  getParentRoute: () => root, id: 'desk', component: Shell, errorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery())
    if (session === null) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } })
    await lookOf(session.person.id)
    if (location.pathname === '/') throw redirect({ to: homeOf(session), replace: true })
  },
})
const home = createRoute({ getParentRoute: () => desk, path: '/', component: () => null })
const work = createRoute({ staticData: { title: (words) => words.work.title }, getParentRoute: () => desk, path: '/work', validateSearch: (search: Search): { readonly group?: string; readonly who?: string; readonly from?: string } => texts(search, ['group', 'who', 'from']), component: lazyRouteComponent(() => import('./pages/work/WorkPage.tsx'), 'WorkPage') })
const matters = createRoute({ staticData: { title: (words) => words.matters.title }, getParentRoute: () => desk, path: '/matters', validateSearch: (search: Search): { readonly q?: string; readonly state?: string; readonly new?: string; readonly subject?: string } => texts(search, ['q', 'state', 'new', 'subject']), component: lazyRouteComponent(() => import('./pages/matters/MattersPage.tsx'), 'MattersPage') })
const matter = createRoute({
  staticData: { title: (words) => words.matter.crumb },
  getParentRoute: () => desk, path: '/matters/$id', component: lazyRouteComponent(() => import('./pages/matter/MatterPage.tsx'), 'MatterPage'),
  validateSearch: (search: Search): { readonly duty?: string; readonly act?: number; readonly do?: string; readonly tab?: string; readonly knownAt?: string } => ({ ...texts(search, ['duty', 'do', 'tab', 'knownAt']), ...(Number.isInteger(search.act) ? { act: search.act as number } : {}) }),
})
const why = createRoute({ staticData: { title: (words) => words.why.title }, getParentRoute: () => desk, path: '/matters/$id/why/$duty', validateSearch: (search: Search): { readonly from?: string; readonly variant?: string; readonly custody?: string; readonly extend?: string; readonly pauseFrom?: string; readonly pauseTo?: string } => texts(search, ['from', 'variant', 'custody', 'extend', 'pauseFrom', 'pauseTo']), component: lazyRouteComponent(() => import('./pages/why/WhyPage.tsx'), 'WhyPage') })
const write = createRoute({ staticData: { title: (words) => words.editor.title }, getParentRoute: () => desk, path: '/matters/$id/write', component: lazyRouteComponent(() => import('./pages/editor/EditorPage.tsx'), 'EditorPage') })
const writeOne = createRoute({ staticData: { title: (words) => words.editor.title }, getParentRoute: () => desk, path: '/matters/$id/write/$key', component: lazyRouteComponent(() => import('./pages/editor/EditorPage.tsx'), 'EditorPage') })
const liaison = createRoute({ staticData: { title: (words) => words.liaison.title }, getParentRoute: () => desk, path: '/liaison', component: lazyRouteComponent(() => import('./pages/liaison/LiaisonPage.tsx'), 'LiaisonPage') })
const liaisonMatter = createRoute({ staticData: { title: (words) => words.liaison.title }, getParentRoute: () => desk, path: '/liaison/$id', component: lazyRouteComponent(() => import('./pages/liaison/LiaisonMatterPage.tsx'), 'LiaisonMatterPage') })
const deliveries = createRoute({ staticData: { title: (words) => words.deliveries.title }, getParentRoute: () => desk, path: '/deliveries', validateSearch: (search: Search): { readonly dataset?: string; readonly delivery?: string } => texts(search, ['dataset', 'delivery']), component: lazyRouteComponent(() => import('./pages/deliveries/DeliveriesPage.tsx'), 'DeliveriesPage') })
const models = createRoute({ staticData: { title: (words) => words.model.list.title }, getParentRoute: () => desk, path: '/models', component: lazyRouteComponent(() => import('./pages/model/ModelsPage.tsx'), 'ModelsPage') })
const model = createRoute({ staticData: { title: (words) => words.model.list.title }, getParentRoute: () => desk, path: '/models/$id', validateSearch: (search: Search): { readonly clue?: string } => texts(search, ['clue']), component: lazyRouteComponent(() => import('./pages/model/ModelPage.tsx'), 'ModelPage') })
const clues = createRoute({ staticData: { title: (words) => words.clues.title }, getParentRoute: () => desk, path: '/clues', validateSearch: (search: Search): { readonly clue?: string } => texts(search, ['clue']), component: lazyRouteComponent(() => import('./pages/clues/CluesPage.tsx'), 'CluesPage') })
const ladder = createRoute({ staticData: { title: (words) => words.ladder.title }, getParentRoute: () => desk, path: '/ladder', validateSearch: (search: Search): { readonly knownAt?: string } => texts(search, ['knownAt']), component: lazyRouteComponent(() => import('./pages/ladder/LadderPage.tsx'), 'LadderPage') })
const rules = createRoute({ staticData: { title: (words) => words.library.title }, getParentRoute: () => desk, path: '/rules', validateSearch: (search: Search): { readonly q?: string; readonly by?: string; readonly of?: string; readonly kind?: string; readonly rule?: string } => texts(search, ['q', 'by', 'of', 'kind', 'rule']), component: lazyRouteComponent(() => import('./pages/rules/RulesPage.tsx'), 'RulesPage') })
const rule = createRoute({ staticData: { title: (words) => words.library.tabs.rules }, getParentRoute: () => desk, path: '/rules/rule/$id', component: lazyRouteComponent(() => import('./pages/rules/RulePage.tsx'), 'RulePage') })
const lawProcedures = createRoute({ staticData: { title: (words) => words.library.procedures.title }, getParentRoute: () => desk, path: '/rules/procedures', validateSearch: (search: Search): { readonly q?: string } => texts(search, ['q']), component: lazyRouteComponent(() => import('./pages/procedures/ProceduresPage.tsx'), 'ProceduresPage') })
const lawProcedure = createRoute({ staticData: { title: (words) => words.library.graph.title }, getParentRoute: () => desk, path: '/rules/procedures/$id', validateSearch: (search: Search): { readonly node?: string; readonly view?: string } => texts(search, ['node', 'view']), component: lazyRouteComponent(() => import('./pages/procedures/ProcedurePage.tsx'), 'ProcedurePage') })
const lawInstruments = createRoute({ staticData: { title: (words) => words.library.instruments.title }, getParentRoute: () => desk, path: '/rules/instruments', validateSearch: (search: Search): { readonly q?: string; readonly id?: string } => texts(search, ['q', 'id']), component: lazyRouteComponent(() => import('./pages/lawtables/InstrumentsPage.tsx'), 'InstrumentsPage') })
const lawPowers = createRoute({ staticData: { title: (words) => words.library.powers.title }, getParentRoute: () => desk, path: '/rules/powers', validateSearch: (search: Search): { readonly q?: string; readonly id?: string; readonly kind?: string } => texts(search, ['q', 'id', 'kind']), component: lazyRouteComponent(() => import('./pages/lawtables/PowersPage.tsx'), 'PowersPage') })
const lawGlossary = createRoute({ staticData: { title: (words) => words.library.glossary.title }, getParentRoute: () => desk, path: '/rules/glossary', validateSearch: (search: Search): { readonly q?: string; readonly kind?: string } => texts(search, ['q', 'kind']), component: lazyRouteComponent(() => import('./pages/lawtables/GlossaryPage.tsx'), 'GlossaryPage') })
const lawSettings = createRoute({ staticData: { title: (words) => words.library.settings.title }, getParentRoute: () => desk, path: '/rules/settings', validateSearch: (search: Search): { readonly q?: string; readonly kind?: string } => texts(search, ['q', 'kind']), component: lazyRouteComponent(() => import('./pages/lawtables/SettingsPage.tsx'), 'SettingsPage') })
const lawUnverified = createRoute({ staticData: { title: (words) => words.library.unverified.title }, getParentRoute: () => desk, path: '/rules/unverified', validateSearch: (search: Search): { readonly q?: string } => texts(search, ['q']), component: lazyRouteComponent(() => import('./pages/lawtables/UnverifiedPage.tsx'), 'UnverifiedPage') })
const lawTexts = createRoute({ staticData: { title: (words) => words.library.texts.title }, getParentRoute: () => desk, path: '/rules/texts', validateSearch: (search: Search): { readonly q?: string } => texts(search, ['q']), component: lazyRouteComponent(() => import('./pages/lawtexts/TextsPage.tsx'), 'TextsPage') })
const lawText = createRoute({ staticData: { title: (words) => words.library.texts.title }, getParentRoute: () => desk, path: '/rules/texts/$law', validateSearch: (search: Search): { readonly q?: string; readonly article?: string } => texts(search, ['q', 'article']), component: lazyRouteComponent(() => import('./pages/lawtexts/TextPage.tsx'), 'TextPage') })
const lawSets = createRoute({ staticData: { title: (words) => words.lawadmin.sets.title }, getParentRoute: () => desk, path: '/rules/sets', component: lazyRouteComponent(() => import('./pages/lawadmin/SetsPage.tsx'), 'SetsPage') })
const lawPractice = createRoute({ staticData: { title: (words) => words.lawadmin.practice.title }, getParentRoute: () => desk, path: '/rules/practice', component: lazyRouteComponent(() => import('./pages/lawadmin/PracticePage.tsx'), 'PracticePage') })
const lawMoved = createRoute({ staticData: { title: (words) => words.lawadmin.moved.title }, getParentRoute: () => desk, path: '/rules/recalculations', component: lazyRouteComponent(() => import('./pages/lawadmin/MovedPage.tsx'), 'MovedPage') })
const verify = createRoute({ staticData: { title: (words) => words.verify.title }, getParentRoute: () => desk, path: '/verify', component: lazyRouteComponent(() => import('./pages/verify/VerifyPage.tsx'), 'VerifyPage') })
const states = createRoute({ staticData: { title: (words) => words.states.page.title }, getParentRoute: () => desk, path: '/states', component: lazyRouteComponent(() => import('./pages/states/StatesPage.tsx'), 'StatesPage') })

const tree = root.addChildren([signIn, identity, desk.addChildren([home, work, matters, matter, why, write, writeOne, liaison, liaisonMatter, deliveries, models, model, clues, ladder, rules, rule, lawProcedures, lawProcedure, lawInstruments, lawPowers, lawGlossary, lawSettings, lawUnverified, lawTexts, lawText, lawSets, lawPractice, lawMoved, verify, states])])

export const makeRouter = (queries: QueryClient) => createRouter({
  routeTree: tree, context: { queries }, defaultPreload: 'intent', defaultPendingComponent: () => <Loading onCancel={undefined} />, defaultPendingMs: 300,
  defaultErrorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />, defaultNotFoundComponent: GonePage, scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register { router: ReturnType<typeof makeRouter> }
  interface StaticDataRouteOption { readonly title?: (words: Words) => string }
}
