import type { IdentifierKind } from '../contract/contract.ts'
import { words } from '../reading/words.ts'
import { creditFault, personFault, personOf15, type CodeFault } from './codes.ts'
import { courtCaseNumber, documentNumber } from './numbers.ts'

/** An identifier read: its one spelling (null when it has none) and what was found wrong. `expected` is shown beside the delivered value. */
export type IdentifierRead = { readonly value: string | null; readonly fault: null | 'masked' | 'check-character' | 'identifier-malformed' | 'identifier-birth-day' | 'number-precision'; readonly expected: string }

const mask = /[*＊×]|[xX]{3,}/
const good = (value: string): IdentifierRead => ({ value, fault: null, expected: '' })
const bad = (fault: Exclude<IdentifierRead['fault'], null>, expected: string, value: string | null = null): IdentifierRead => ({ value, fault, expected })
const squeezed = (raw: string): string => raw.normalize('NFKC').replace(/(?:\s|\u200b|\u200c|\u200d|\ufeff|['’`\-–—])+/g, '').toUpperCase()
/** A number without any bracket is somebody's own scheme and can be compared as it is; one with half a bracket was cut off and cannot. */
const bracket = new RegExp(`[${[...words.brackets.open, ...words.brackets.close].map((sign) => `\\${sign}`).join('')}]`)
const own = (raw: string): string | null => (bracket.test(raw) ? null : raw.normalize('NFKC').replace(/\s+/g, ''))
const forms: Partial<Readonly<Record<IdentifierKind, RegExp>>> = { police_case_no: /^A\d{22}$/, lawyer_licence: /^\d{10,17}$/, licence_file_no: /^\d{12}$/, vin: /^[A-HJ-NPR-Z0-9]{17}$/, admin_div_gb2260: /^\d{6}(?:\d{3}|\d{6})?$/, gbt4754: /^[A-T]?\d{2,4}$/ }

/** A number that a spreadsheet or a program made of an identifier: its last digits are lost for good. */
const ruined = /^\d(?:\.\d+)?E\+?\d{1,3}$/i

const judged = (code: string, fault: CodeFault | null): IdentifierRead => {
  switch (fault?.fault) {
    case undefined: return good(code)
    case 'check': return bad('check-character', `${code.slice(0, -1)}${fault.should}`, code)
    case 'day': return bad('identifier-birth-day', '19000101–', null)
    // A passport or another paper has its own length and can be compared; a code near eighteen signs was cut or mistyped and cannot.
    case 'form': return bad('identifier-malformed', '18', code.length < 13 || code.length > 20 ? code : null)
  }
}

const person = (code: string): IdentifierRead => (/^\d{15}$/.test(code) && personFault(personOf15(code)) === null ? good(personOf15(code)) : judged(code, personFault(code)))

/** Reads one identifier of a kind. A wrong check character keeps the value: it is dirt, not proof of a false identity. */
export function readIdentifier(kind: IdentifierKind, raw: string): IdentifierRead {
  const code = squeezed(raw)
  if (ruined.test(code)) return bad('number-precision', '')
  switch (kind) {
    case 'cn_id18': return mask.test(raw) ? bad('masked', '18') : person(code)
    case 'uscc18': return mask.test(raw) ? bad('masked', '18') : judged(code, creditFault(code))
    case 'cn_id18_or_uscc18': {
      if (mask.test(raw)) return bad('masked', '18')
      if (/^[1-9]\d{5}(?:19|20)\d{9}[\dX]$/.test(code) && personFault(code) === null) return good(code)
      return creditFault(code) === null ? good(code) : /^[1-9]\d{5}(?:19|20)\d{9}[\dX]$/.test(code) || /^\d{15}$/.test(code) ? person(code) : judged(code, creditFault(code))
    }
    case 'court_case_no': { const value = courtCaseNumber(raw); return value === null ? bad('identifier-malformed', `${words.courtBrackets[0]}2024${words.courtBrackets[1]}…${words.number}`, own(raw)) : good(value) }
    case 'admin_doc_no': case 'proc_doc_no': { const value = documentNumber(raw); return value === null ? bad('identifier-malformed', `…${words.brackets.as[0]}2024${words.brackets.as[1]}1${words.number}`, own(raw)) : good(value) }
    case 'police_case_no': case 'lawyer_licence': case 'licence_file_no': case 'vin': case 'admin_div_gb2260': case 'gbt4754':
      return mask.test(raw) ? bad('masked', '') : forms[kind]?.test(code) === true ? good(code) : bad('identifier-malformed', forms[kind]?.source ?? '', code)
    case 'proc_case_no': case 'cause_code': case 'offence_code': case 'asset_id': return good(raw.normalize('NFKC').replace(/\s+/g, ''))
  }
}
