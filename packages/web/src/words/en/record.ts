import type { record as zh } from '../zh/record.ts'

export const record: typeof zh = {
  ordinal: (n) => String(n), ours: 'We',
  item: (n) => `Item ${n}`,
  itemList: (ns) => `Items ${ns.join(', ')}`,
  demands: {
    title: 'Demands and answers', no: 'No.', demand: 'Demand', answer: 'Answer', answerOf: (organ) => `Answer of ${organ}`, finding: 'Our verification', findingSeen: 'Verification',
    none: 'No demand yet. Numbered demands appear here once an instrument is issued.', evidence: (n) => `evidence ${n}`, notAnswered: 'Not answered yet', objection: (text) => `Objection: ${text}`,
    standard: 'Standard', by: (day) => `by ${day}`, verifiedHow: 'Verify', planned: (day) => `expected by ${day}`, summary: 'State of the demands',
    state: { 'unanswered': 'Unanswered', 'answered': 'To verify', 'objected': 'Objected', 'in-review': 'Under review', 'amended': 'Amended', 'withdrawn': 'Withdrawn', 'verified-done': 'Verified true', 'verified-partly': 'Partly done', 'verified-not-done': 'Not done' },
    answerState: { done: 'Carried out', partly: 'Partly', planned: 'Planned', disagreed: 'Disagree' },
    result: { 'done': 'True', 'partly': 'Partly', 'not-done': 'Not true', 'unverifiable': 'Cannot verify' },
    count: (state, n) => `${state} ${n}`,
  },
  acts: {
    title: 'What can be done now', hint: 'Locked ones say why', do: 'Do', none: 'No act of this matter is open to this identity.', why: (title) => `${title}: why not yet`,
    needs: 'First', earliest: (day) => `from ${day}`, provision: 'Provision', decidedBy: (level) => `decided by ${level}`, locked: 'Not yet', allowed: 'Permitted', tally: (can, cannot) => `${can} open · ${cannot} locked`,
  },
  lanes: {
    ours: 'Procuratorate', date: 'Date', theirs: 'Other organ', today: (day) => `Today ${day}`, receiptNo: 'Log entry', starts: 'period starts', due: 'Period ends', future: 'Ahead', pending: 'not sealed yet', empty: 'No acts yet.',
    by: (person) => person, of: (n) => `on act ${n}`, open: (title) => `Open: ${title}`, demands: (n) => `${n} demands`, answers: (items) => `answers ${items}`, files: (n) => `${n} files`, result: (text) => `result: ${text}`,
    band: 'The green band is a running period', summary: (acts, ahead) => `${acts} acts, ${ahead} periods ahead`,
  },
  receipt: {
    title: 'Receipt', verify: 'Verify', verifying: 'Verifying', download: 'Download receipt', export: 'Export', no: (n) => `Log entry ${n}`, waiting: 'waiting for the log', close: 'Close', of: (title) => `Receipt of ${title}`,
    bytes: 'Content matches its SHA-256 fingerprint', bytesBad: 'Content does not match its fingerprint', sm3: 'Content matches its SM3 fingerprint', sm3Bad: 'Content does not match its SM3 fingerprint', leaf: 'The leaf is computed from this act', leafBad: 'The leaf is not that of this act', path: (size) => `In the log of ${size} entries; its path leads to the root`, pathBad: 'The path does not lead to the stated root',
    signature: 'The checkpoint is signed', signatureBad: 'The signature of the checkpoint is wrong', head: 'Same log as the current checkpoint', headBad: 'Not the same log as the current checkpoint: it may have been rewritten', noLeaf: 'Not in the log yet; this usually takes seconds',
    checked: 'Checked', notChecked: 'Not checked', notCheckedWhat: 'Whether the recorded facts are true is for people to verify; ask a witness whether it holds the same checkpoint.', good: 'Verified', bad: 'Verification failed: do not use this receipt and tell case management', offline: 'Checked inside the browser; nothing is sent to anyone.',
    seenHere: 'The public key comes from the receipt; off line, compare it with the one that the witnesses publish.',
  },
}
