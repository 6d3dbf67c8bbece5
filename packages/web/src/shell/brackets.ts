/** Any bracket form finds a number: （2026）, [2026], 【2026】 and 〔2026〕 are the same. */
export const plainBrackets = (words: string): string => words.trim().replaceAll(/[([【〔［（]/g, '〔').replaceAll(/[)\]】〕］）]/g, '〕')
