import type { matter as zh } from '../zh/matter.ts'

export const matter: typeof zh = {
  crumb: 'Matters', facts: { no: 'Matter', subject: 'Supervised organ', handler: 'Handler', opened: 'Filed', rulebook: 'Rules applied', source: 'Source', clue: (model) => `Model clue ${model}` },
  actions: { verify: 'Verify record', knownAt: 'As known on a day', print: 'Print', write: 'Write instrument' },
  sealed: 'Sealed', closed: 'Closed', stages: 'Stages', stageDone: 'done', stageNow: 'now', stageNext: 'ahead',
  duties: { title: 'Duties', hint: 'derived from acts and rulebook', none: 'No duty is open. See what can be done now.', earlier: (n) => `settled ${n}`, showEarlier: 'Show settled duties', hideEarlier: 'Open duties only', start: (day, what) => `${day} ${what}`, today: 'today', earliest: (day) => `from ${day} at the earliest` },
  powers: { title: 'Who may decide', none: 'The power list has no row for this procedure.', source: 'Power list' },
  tabs: { acts: 'Acts', papers: 'Instruments', evidence: 'Evidence', card: 'Case card', auto: 'auto', links: 'Links', readings: 'Readings' },
  papers: {
    none: 'No instrument yet. Drafts appear here.', docNo: 'Number', to: 'To', open: 'Open file', view: 'View pages', download: 'Download', noNumber: 'numbered when issued', rest: 'Go on writing',
    stage: { drafted: 'Draft', submitted: 'Submitted', approved: 'Approved', returned: 'Returned', issued: 'Issued', served: 'Served', acknowledged: 'Acknowledged', answered: 'Answered', withdrawn: 'Withdrawn' },
  },
  evidence: { none: 'No files yet.', name: 'Name', from: 'From', size: 'Size', fingerprint: 'Fingerprint' },
  card: { hint: 'Read from the acts; nothing is typed twice', none: 'Nothing to fill yet.', filled: (n) => `${n} fields filled automatically`, fields: { no: 'Matter no.', title: 'Title', procedure: 'Procedure', area: 'Area', owner: 'Organ', subject: 'Supervised organ', handler: 'Handler', opened: 'Filed on', stage: 'Stage', acts: 'Acts', docNo: 'Document no.', issued: 'Issued on', served: 'Served on', acknowledged: 'Acknowledged on', replied: 'First reply on', closed: 'Closed on', demands: 'Demands', done: 'Verified true', labels: 'Campaigns' } },
  links: { none: 'No linked matter.', clue: 'Clue it came from', why: 'Why' },
  readings: { none: 'Nobody has read it yet.', at: 'Time', person: 'Person', organ: 'Organ', what: 'What', purpose: 'Purpose', refused: 'Readings are open to the handlers, case management and audit of this organ.' },
  law: { title: (day) => `Why ${day}`, plain: 'Why', text: 'Provision', whatIf: 'What if', none: 'Select a duty: its date is computed here step by step, with the words of the law.', provisional: 'Provisional', version: (from) => `in force from ${from}`, quote: 'Words of the law', strip: 'Calendar around the last day', ends: 'ends', close: 'Close', open: 'Law', rule: 'Rule', noDate: 'No fixed date', rulesHere: (n) => `${n} rules apply to this matter`, rulebook: (version) => `Rulebook ${version}` },
  known: { title: 'As known on a day', hint: 'Only acts recorded by 24:00 of that day, and the duties that followed from them', day: 'Day', show: 'Show', back: 'Back to now', banner: (day) => `As known at 24:00 on ${day}. Later acts are left out; nothing can be done here` },
  drawer: {
    record: 'Put on record', cancel: 'Cancel', again: 'Look again', saved: 'Draft kept on this machine', recording: 'Recording', done: (title) => `Recorded: ${title}`, version: (n) => `version ${n}`, receipt: 'Receipt', opened: 'Duties that follow', discharged: 'Duties settled', none: 'No new duty',
    decidedBy: (text) => `decided by ${text}`, confirm: (title) => `“${title}” will be recorded in your name. It cannot be deleted, only corrected.`, nothingToFill: 'This act needs nothing more.', demand: 'Demand', answer: 'Answer', finding: 'Finding', draftKept: 'What you wrote is kept',
    conflict: { title: 'Somebody recorded an act first', body: 'What you wrote is kept. Look at the acts below, then decide whether yours still stands.', by: (who, at) => `${who} · ${at}`, go: 'Seen; go on from here', now: (n) => `the matter is now at version ${n}` },
    refused: 'Not recorded', refusedSafe: 'No act was recorded; what you wrote is kept.', earliest: (day) => `possible from ${day}`, unblock: (act) => `first: ${act}`, field: (name, message) => `${name}: ${message}`,
  },
  act: { n: (n) => `Act ${n}`, on: 'Day', recorded: 'Recorded', by: 'By', to: 'To', content: 'Content', files: 'Files', hash: 'Chain hash', of: 'On', yes: 'yes', no: 'no' },
  print: { demands: 'Demands and answers', foot: (no, checkpoint) => `Matter ${no} · checkpoint ${checkpoint}`, service: 'Proof of service', receiver: 'Served on', paper: 'Instrument', served: 'Day of service', ack: 'Acknowledged', sign: 'Signature (seal)', server: 'Served by' },
}
