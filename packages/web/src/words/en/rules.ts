import type { rules as zh } from '../zh/rules.ts'

export const rules: typeof zh = {
  title: 'Rulebook', hint: 'every rule with its verbatim words, version and day of reading; dates are derived from it', search: 'Filter rules', searchHint: 'duty, law, article', count: (shown: string, all: string) => `${shown} of ${all}`, rule: 'Rule', must: 'Must', period: 'Period', source: 'Source', confidence: 'Confidence', area: 'Area', all: 'All areas', none: 'No rule fits', noneBody: 'Try another word, or all areas.', choose: 'Choose a rule to read its provision here.', noPeriod: 'no period', unverified: 'An unverified source starts no clock; it is shown for reading only.',
  level: { high: 'checked text', medium: 'transcribed', low: 'paraphrase', unverified: 'unverified' },
}
