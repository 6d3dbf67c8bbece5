// The law library over HTTP: everything in it can be read, every link leads somewhere, open matters are counted for each reader alone (issue 3).
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as law from '../src/http/wire-law.ts'
import { openOffice, type Client, type Office } from './office.ts'
import { open, step } from './steps.ts'

let office: Office
let lin: Client
before(async () => { office = await openOffice(); lin = await office.signIn('lin') })
after(async () => { await office?.close() })
type List<T> = { readonly items: readonly T[] }

test('the Decision has seventeen articles in its own words, and every rule of each class is there', async () => {
  const overview = law.LawOverview.parse(await lin.get('/api/law'))
  assert.equal(overview.decision.articles.length, 17)
  assert.ok(overview.decision.articles.every(({ text }) => text.length > 50))
  const rules = (await lin.get<List<{ articles: number[]; area: { id: string } }>>('/api/law/rules')).items
  assert.equal(overview.counts.rules, rules.length)
  assert.ok(rules.length >= 310)
  for (const { no, rules: count } of overview.decision.articles) assert.equal(count, rules.filter(({ articles }) => articles.includes(no)).length, `art. ${no}`)
  assert.equal(overview.areas.reduce((sum, area) => sum + area.rules, 0), rules.length)
})

test('every rule has its page, and what it links to exists', async () => {
  const ids = (await lin.get<List<{ id: string }>>('/api/law/rules')).items.map(({ id }) => id)
  const procedures = new Set((await lin.get<List<{ id: string }>>('/api/law/procedures')).items.map(({ id }) => id))
  const known = { rules: new Set(ids), instruments: new Set((await lin.get<List<{ id: string }>>('/api/law/instruments')).items.map(({ id }) => id)), powers: new Set((await lin.get<List<{ id: string }>>('/api/law/powers')).items.map(({ id }) => id)) }
  assert.equal(known.powers.size, 64)
  assert.ok(known.instruments.size >= 48)
  for (const id of ids) {
    const rule = law.RuleDetail.parse(await lin.get(`/api/law/rules/${id}`))
    assert.equal(rule.wordings.filter(({ current }) => current).length, 1, id)
    for (const { procedure } of rule.uses) assert.ok(procedures.has(procedure.id), `${id} → ${procedure.id}`)
    for (const one of [...rule.leads, ...rule.follows]) assert.ok(known.rules.has(one.id), `${id} → ${one.id}`)
    for (const one of rule.instruments) assert.ok(known.instruments.has(one.id), `${id} → ${one.id}`)
    for (const one of rule.powers) assert.ok(known.powers.has(one.id), `${id} → ${one.id}`)
  }
})

test('every procedure is a graph of its own acts', async () => {
  for (const { id, acts } of (await lin.get<List<{ id: string; acts: number }>>('/api/law/procedures')).items) {
    const graph = law.ProcedureGraph.parse(await lin.get(`/api/law/procedures/${id}`))
    assert.equal(graph.nodes.length, acts, id)
    assert.ok(graph.clocks.every(({ openedBy }) => openedBy.length > 0), id)
  }
})

test('open matters under a rule: counted for who may see them, for nobody else', async () => {
  const matter = (await open(lin)).id
  await step(lin, matter, 'inquire')
  const procedure = (await lin.get<{ procedure: { id: string } }>(`/api/matters/${matter}`)).procedure.id
  const counted = async (client: Client, path: string): Promise<number> => law.LawMatters.parse(await client.get(path)).total
  const [west, mine] = [await office.signIn('west'), await counted(lin, `/api/law/procedures/${procedure}/matters`)]
  assert.ok(mine >= 1)
  assert.equal(await counted(west, `/api/law/procedures/${procedure}/matters`), 0)
  const { duties } = await lin.get<{ duties: { rule: string; status: string }[] }>(`/api/matters/${matter}`)
  for (const { rule, status } of duties) if (status === 'open') {
    assert.ok(await counted(lin, `/api/law/rules/${rule}/matters`) >= 1, rule)
    assert.equal(await counted(west, `/api/law/rules/${rule}/matters`), 0, rule)
  }
})

test('the search ranks, and bad questions are refused in words', async () => {
  const { items } = law.LawSearch.parse(await lin.get(`/api/law/search?q=${encodeURIComponent('检察建议 回复')}`))
  assert.deepEqual([items[0]?.kind, items[0]?.id], ['rule', 'suggestion-reply'])
  assert.equal((await lin.call('GET', '/api/law/search?q=')).status, 400)
  assert.equal((await lin.call('GET', '/api/law/rules/no-such-rule')).status, 404)
  assert.equal((await lin.call('GET', '/api/law/procedures/no-such')).status, 404)
  assert.equal((await lin.call('GET', '/api/law/texts/nothing')).status, 404)
})

test('tables: words, settings with their reason, what nobody read', async () => {
  for (const [path, shape] of [['glossary', law.TermRow], ['settings', law.SettingRow], ['unverified', law.UnverifiedRow], ['instruments', law.InstrumentRow], ['powers', law.PowerRow]] as const) {
    const { items } = await lin.get<List<unknown>>(`/api/law/${path}`)
    assert.ok(items.length > 10, path)
    for (const item of items) shape.parse(item)
  }
  assert.equal(law.LawTexts.parse(await lin.get('/api/law/texts')).laws.length, 0)
})
