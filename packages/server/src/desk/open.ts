// The desk opened: every use case bound to one store, one lawbook, one data folder.
import type { Instant, Lawbook } from '@hengjian/law'
import type { Store } from '@hengjian/store'
import { clue, clues, decideClue } from './clues.ts'
import { dataset } from './datasets.ts'
import { deliveries as openDeliveries } from './deliveries.ts'
import type { Desk } from './desk.ts'
import { getFile, putFile } from './files.ts'
import { ladder, scorecard } from './ladder.ts'
import { lawMatters, lawOverview, lawRules, lawSearch } from './library-browse.ts'
import { lawProcedure, lawProcedures } from './library-procedures.ts'
import { lawRule } from './library-rule.ts'
import { lawGlossary, lawInstruments, lawPowers, lawSettings, lawUnverified } from './library-tables.ts'
import { lawText, lawTexts } from './library-texts.ts'
import { recalculations } from './law-moves.ts'
import { practise, practices } from './law-practice.ts'
import { adoptSet, checkSet, lawSet, lawSets, previewSet, previewWithdrawal, withdrawSet } from './law-sets.ts'
import { consistency, logHead, organs, procedures, receipt, rules, versions } from './library.ts'
import { matter, matters, openMatter, putAct, readings } from './matters.ts'
import { model, models, openRuns } from './models.ts'
import { addOffice, endOffice, offices } from './office-facts.ts'
import { instrumentFile, instrumentPages, preview } from './papers.ts'
import { namesFrom, type Room } from './room.ts'
import { why } from './why.ts'
import { acts, calendar, counts, duties } from './worklist.ts'

export type DeskOptions = { readonly store: Store; readonly lawbook: Lawbook; readonly dataDir: string; readonly say?: (line: string) => void; readonly now?: () => Instant }

export function openDesk({ store, lawbook, dataDir, say = () => undefined, now = () => new Date().toISOString() as Instant }: DeskOptions): Desk {
  const room: Room = { store, lawbook, dataDir, say, names: namesFrom(store), now }
  const intake = openDeliveries(room)
  const runs = openRuns(room)
  // The law may change while the product runs: what reads it is bound anew to each lawbook, once.
  const made = new WeakMap<Lawbook, Following>()
  const of = (book: Lawbook): Following => { const known = made.get(book) ?? bound({ ...room, lawbook: book }); made.set(book, known); return known }
  const following = Object.fromEntries(Object.keys(of(lawbook)).map((name) => [name, async (...args: readonly unknown[]): Promise<unknown> => {
    const { book } = await store.law.fresh()
    return (of(book)[name as keyof Following] as (...given: readonly unknown[]) => unknown)(...args)
  }])) as unknown as Following
  return {
    ...following, deliveries: intake.list, delivery: intake.one, deliver: intake.deliver, decideDelivery: intake.decide, rejects: intake.rejects, watchDelivery: intake.watch, runModel: runs.start, run: runs.one,
    close: async () => { await Promise.all([intake.close(), runs.close()]) },
  }
}

type Following = ReturnType<typeof bound>
/** The use cases that hold no running work, bound to one lawbook. */
function bound(room: Room) {
  return {
    duties: duties(room), acts: acts(room), calendar: calendar(room), counts: counts(room), versions: versions(room),
    matters: matters(room), matter: matter(room), openMatter: openMatter(room), putAct: putAct(room), why: why(room), readings: readings(room),
    preview: preview(room), instrumentPages: instrumentPages(room), instrumentFile: instrumentFile(room), putFile: putFile(room), getFile: getFile(room),
    datasets: dataset(room),
    models: models(room), model: model(room), clues: clues(room), clue: clue(room), decideClue: decideClue(room),
    lawOverview: lawOverview(room), lawRules: lawRules(room), lawRule: lawRule(room), lawSearch: lawSearch(room), lawMatters: lawMatters(room), lawProcedures: lawProcedures(room), lawProcedure: lawProcedure(room),
    lawInstruments: lawInstruments(room), lawPowers: lawPowers(room), lawGlossary: lawGlossary(room), lawSettings: lawSettings(room), lawUnverified: lawUnverified(room), lawTexts: lawTexts(room), lawText: lawText(room),
    lawSets: lawSets(room), lawSet: lawSet(room), checkSet: checkSet(room), previewSet: previewSet(room), previewWithdrawal: previewWithdrawal(room), adoptSet: adoptSet(room), withdrawSet: withdrawSet(room), practices: practices(room), practise: practise(room), recalculations: recalculations(room), offices: offices(room), addOffice: addOffice(room), endOffice: endOffice(room),
    ladder: ladder(room), scorecard: scorecard(room), rules: rules(room), procedures: procedures(room), organs: organs(room), receipt: receipt(room), logHead: logHead(room), consistency: consistency(room),
  }
}
