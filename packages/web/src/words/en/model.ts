import type { model as zh } from '../zh/model.ts'

export const model: typeof zh = {
  crumb: 'Models', list: { title: 'Supervision models', hint: 'models propose, people decide', none: 'The catalogue is empty.', missing: 'data missing', ready: 'ready', lastRun: 'last run', never: 'never run', open: 'Open', inputs: 'Data', supervised: 'Supervises', basis: 'Basis' },
  run: 'Run', running: 'Running', asOf: 'Data as of', took: (seconds) => `${seconds} s`, at: (at) => `run ${at}`, by: (who) => who, none: 'Not run yet.', missing: (names) => `missing data: ${names}`, failed: 'The run did not finish; no clue was made', interrupted: 'The run was interrupted; no clue was made', history: 'Runs',
  steps: { title: 'Steps and rows', hint: 'bars are logarithmic', less: (n) => `−${n}`, more: (n) => `+${n}`, rows: (n) => `${n} rows`, none: 'Row counts appear after a run.', definition: 'Steps' },
  parameters: { title: 'Parameters', locked: 'fixed by law', own: 'adjustable', source: 'Source', changed: 'changed; used by the next run', value: 'Value' },
  basis: { title: 'Legal basis' }, inputs: { title: 'Data', have: 'present', lack: 'missing' },
  sql: { title: 'Compiled query', show: 'Show query', hide: 'Hide query', hint: 'the model compiles to one read-only query', copy: 'Copy', copied: 'Copied' },
  toClues: 'See clues',
}
