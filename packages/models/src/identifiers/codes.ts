import { dayFault } from '@hengjian/law'

/** What is wrong with an identifier. `check`: only the last character, which `should` be another. */
export type CodeFault = { readonly fault: 'form' } | { readonly fault: 'check'; readonly should: string } | { readonly fault: 'day' }

const personWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const personSigns = '10X98765432'

/** Check character of the first 17 digits of a citizen identity number (GB 11643-1999). */
export function personCheck(code: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (code.charCodeAt(i) - 48) * (personWeights[i] ?? 0)
  return personSigns[sum % 11] ?? ''
}

/** A citizen identity number of 18 characters, upper case: form, birth day and check character. */
export function personFault(code: string): CodeFault | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(code)) return { fault: 'form' }
  if (dayFault(`${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`) !== null) return { fault: 'day' }
  const should = personCheck(code)
  return should === code[17] ? null : { fault: 'check', should }
}

/** The 15-digit number of before 1999 as the 18-character one: century 19, then the check character. */
export const personOf15 = (code: string): string => { const long = `${code.slice(0, 6)}19${code.slice(6)}`; return long + personCheck(long) }

const creditSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditValue = new Map([...creditSigns].map((sign, value) => [sign, value]))
const creditWeights = Array.from({ length: 17 }, (_, i) => Number(3n ** BigInt(i) % 31n))

/** Check character of the first 17 of a unified social credit code (GB 32100-2015), or null when a character is not of its alphabet. */
export function creditCheck(code: string): string | null {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = creditValue.get(code[i] ?? '')
    if (value === undefined) return null
    sum += value * (creditWeights[i] ?? 0)
  }
  return creditSigns[(31 - (sum % 31)) % 31] ?? null
}

/** A unified social credit code, upper case: form and check character. */
export function creditFault(code: string): CodeFault | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return { fault: 'form' }
  const should = creditCheck(code)
  return should === null ? { fault: 'form' } : should === code[17] ? null : { fault: 'check', should }
}
