// The law library: the rulebook as people read it, its procedures as graphs, who uses what, what was imported.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { door, type Door } from '../door.ts'
import { Id, Limit } from '../places.ts'
import * as wire from '../wire-law.ts'
import { lists } from './matters.ts'

const One = z.object({ id: Id })
const items = <T extends z.ZodType>(of: T) => z.object({ items: z.array(of) })

export function lawDoors(desk: Desk): readonly Door[] {
  return [
    door('law', 'GET /api/law', 'The Decision article by article, areas and organs with the number of their rules, and what else the library holds.', { answer: wire.LawOverview, handle: ({ who }) => desk.lawOverview(who) }),
    door('law', 'GET /api/law/search', 'Rules, provisions, procedures, instruments, powers and words in which every word of the question is found, best first.', {
      query: z.object({ q: z.string().min(1).max(200), limit: Limit }), answer: wire.LawSearch, handle: ({ who, query }) => desk.lawSearch(who, query),
    }),
    door('law', 'GET /api/law/rules', 'Every rule in one line.', { answer: items(wire.RuleRow), handle: async ({ who }) => lists(await desk.lawRules(who)) }),
    door('law', 'GET /api/law/rules/:id', 'One rule whole: wordings side by side, the provision among its neighbours, who uses it, what tests it.', { params: One, answer: wire.RuleDetail, handle: ({ who, params }) => desk.lawRule(who, params) }),
    door('law', 'GET /api/law/rules/:id/matters', 'Open matters in which a rule has a duty running, as far as this identity may see them.', { params: One, answer: wire.LawMatters, handle: ({ who, params }) => desk.lawMatters(who, { rule: params.id }) }),
    door('law', 'GET /api/law/procedures', 'Kinds of matters, with articles of the Decision, stages, acts and duties.', { answer: items(wire.ProcedureCard), handle: async ({ who }) => lists(await desk.lawProcedures(who)) }),
    door('law', 'GET /api/law/procedures/:id', 'A kind of matter as a graph: acts, what they wait for, the duties between them.', { params: One, answer: wire.ProcedureGraph, handle: ({ who, params }) => desk.lawProcedure(who, params) }),
    door('law', 'GET /api/law/procedures/:id/matters', 'Open matters of a kind, as far as this identity may see them.', { params: One, answer: wire.LawMatters, handle: ({ who, params }) => desk.lawMatters(who, { procedure: params.id }) }),
    door('law', 'GET /api/law/instruments', 'Instruments: what must stand in them, on which basis, who decides.', { answer: items(wire.InstrumentRow), handle: async ({ who }) => lists(await desk.lawInstruments(who)) }),
    door('law', 'GET /api/law/powers', 'The power list: who may decide what, and in which acts.', { answer: items(wire.PowerRow), handle: async ({ who }) => lists(await desk.lawPowers(who)) }),
    door('law', 'GET /api/law/glossary', 'The words of the product.', { answer: items(wire.TermRow), handle: async ({ who }) => lists(await desk.lawGlossary(who)) }),
    door('law', 'GET /api/law/settings', 'What no source decides or sources decide differently: the choice, its reason, its standing.', { answer: items(wire.SettingRow), handle: async ({ who }) => lists(await desk.lawSettings(who)) }),
    door('law', 'GET /api/law/unverified', 'What is believed but was not read; computed on by nobody.', { answer: items(wire.UnverifiedRow), handle: async ({ who }) => lists(await desk.lawUnverified(who)) }),
    door('law', 'GET /api/law/texts', 'Imported full texts, and how many quotations of the rulebook stand in them.', { answer: wire.LawTexts, handle: ({ who }) => desk.lawTexts(who) }),
    door('law', 'GET /api/law/texts/:law', 'One imported law, article by article, with the rules that rest on each.', { params: z.object({ law: z.string().min(1).max(200) }), answer: wire.LawTextPage, handle: ({ who, params }) => desk.lawText(who, { key: params.law }) }),
  ]
}
