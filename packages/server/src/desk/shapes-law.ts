// The library's shapes of the wire as types.
import type { z } from 'zod'
import type * as base from '../http/wire.ts'
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

export type Moved = z.infer<typeof base.Moved>
export type MovedPage = z.infer<typeof base.MovedPage>
export type LawSet = z.infer<typeof base.LawSet>
export type LawSets = z.infer<typeof base.LawSets>
export type LawSetWhole = z.infer<typeof base.LawSetWhole>
export type SetCheck = z.infer<typeof base.SetCheck>
export type SetMove = z.infer<typeof base.SetMove>
export type SetPreview = z.infer<typeof base.SetPreview>
export type SetDone = z.infer<typeof base.SetDone>
export type Practice = z.infer<typeof base.Practice>
export type Practices = z.infer<typeof base.Practices>
export type NewPractice = z.infer<typeof base.NewPractice>
export type PracticeDone = z.infer<typeof base.PracticeDone>
export type OfficeFact = z.infer<typeof base.OfficeFact>
export type OfficeFacts = z.infer<typeof base.OfficeFacts>
export type NewOfficeFact = z.infer<typeof base.NewOfficeFact>
