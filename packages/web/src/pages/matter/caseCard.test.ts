import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Act, Matter } from '../../api/wire.gen.ts'
import { caseCard } from './caseCard.ts'

const act = (n: number, kind: string, on: string): Act => ({ n, act: kind, on }) as Act

test('the case card is read from the acts: first service, first reply, last closing; what did not happen stays empty', () => {
  const matter = { no: '呼检建〔2026〕31号', openedOn: '2026-06-18', handler: '李某某', labels: [], instruments: [{ docNo: null }, { docNo: '呼检建〔2026〕17号' }], demands: [{ state: 'verified-done' }, { state: 'unanswered' }],
    acts: [act(1, 'issue', '2026-08-20'), act(2, 'serve', '2026-08-24'), act(3, 'reply', '2026-09-15'), act(4, 'reply', '2026-10-12')] } as unknown as Matter
  const card = Object.fromEntries(caseCard(matter).map((row) => [row.field, row.value]))
  assert.deepEqual([card.docNo, card.issued, card.served, card.acknowledged, card.replied, card.demands, card.done, card.closed, card.labels], ['呼检建〔2026〕17号', '2026-08-20', '2026-08-24', null, '2026-09-15', '2', '1', null, null])
})
