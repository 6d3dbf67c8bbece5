// The library's shapes of the wire as types.
import type { z } from 'zod'
import type * as wire from '../http/wire-law.ts'

export type RuleRow = z.infer<typeof wire.RuleRow>
export type LawOverview = z.infer<typeof wire.LawOverview>
export type CheckedSource = z.infer<typeof wire.CheckedSource>
export type Neighbour = z.infer<typeof wire.Neighbour>
export type RuleWording = z.infer<typeof wire.RuleWording>
export type RuleUse = z.infer<typeof wire.RuleUse>
export type RuleTests = z.infer<typeof wire.RuleTests>
export type RuleDetail = z.infer<typeof wire.RuleDetail>
export type LawMatters = z.infer<typeof wire.LawMatters>
export type LawSearch = z.infer<typeof wire.LawSearch>
export type ProcedureCard = z.infer<typeof wire.ProcedureCard>
export type ProcedureGraph = z.infer<typeof wire.ProcedureGraph>
export type InstrumentRow = z.infer<typeof wire.InstrumentRow>
export type PowerRow = z.infer<typeof wire.PowerRow>
export type TermRow = z.infer<typeof wire.TermRow>
export type SettingRow = z.infer<typeof wire.SettingRow>
export type UnverifiedRow = z.infer<typeof wire.UnverifiedRow>
export type LawTexts = z.infer<typeof wire.LawTexts>
export type LawTextPage = z.infer<typeof wire.LawTextPage>
