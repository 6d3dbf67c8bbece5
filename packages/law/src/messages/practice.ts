import type { Text } from '../rule.ts'
import { legalDay, type Day, type Instant } from '../day.ts'

/** Said on the ledger of every date that a local practice decides: whose, from when, set by whom and when, why. */
export const practiceReason = ({ organName, from, by, at, reason }: { readonly organName: string; readonly from: Day; readonly by: string; readonly at: Instant; readonly reason: string }): Text => ({
  zh: `院内规则：${organName}自${from}起采用（${by}，${legalDay(at)}设定）。理由：${reason}`,
  en: `House rule of ${organName} from ${from} on (set by ${by} on ${legalDay(at)}). Reason: ${reason}`,
})
