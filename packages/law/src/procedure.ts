import type { ActPattern, Bearer, Condition, Period, Text } from './rule.ts'

/** An office as the identity of a person carries it (wire: Office). */
export type Office = 'assistant' | 'prosecutor' | 'department-head' | 'chief' | 'committee' | 'case-management' | 'liaison' | 'congress'
export type Side = 'procuratorate' | 'other' | 'congress'
/** The procedural law that governs a matter. */
export type GovernedBy = 'criminal' | 'civil' | 'administrative' | 'public-interest' | 'suggestion'

/** A field of an act's form; the same shape as `Field` of core, here as data of a procedure file. */
export type FormField = {
  readonly name: string
  readonly kind: 'text' | 'long-text' | 'day' | 'choice' | 'organ' | 'organs' | 'demands' | 'answers' | 'findings' | 'files' | 'amount' | 'number' | 'yes-no'
  readonly label: Text
  readonly required?: boolean
  readonly choices?: readonly { readonly id: string; readonly label: Text }[]
  readonly hint?: Text
}

/** What is said when a guard does not hold: short for the list (at most sixteen characters), the whole sentence, the provision or rule, what unblocks it. */
export type Said = {
  readonly short: Text
  readonly because: Text
  readonly provision?: string
  readonly rule?: string
  /** Key of the act that would remove the obstacle. */
  readonly unblockedBy?: string
}

/**
 * A named, tested condition of core with plain arguments, and what is said when it does not hold.
 * `inner`: a step inside an office (draft, sign, number) that a record made from outside cannot show; replays of published cases do not ask for it.
 */
export type Guard = Condition & { readonly inner?: boolean; readonly otherwise: Said }

/** Who may do an act: organ by role or side or by being addressed, person by office. */
export type Doer = {
  readonly roles?: readonly string[]
  readonly side?: Side
  readonly offices?: readonly Office[]
  /** Only an organ on which a paper of the matter was served: any, or one of these instruments. */
  readonly addressed?: true | string | readonly string[]
}

/** Where an act brings the instrument that it is about. `reviewed`: a lower level has agreed, the deciding one has not. */
export type Life = 'drafted' | 'submitted' | 'reviewed' | 'approved' | 'returned' | 'issued' | 'served' | 'acknowledged' | 'answered' | 'withdrawn'

/** A rung of the ladder of non-performance. */
export type Rung = 'urge' | 'superior' | 'congress' | 'sue'

/** One act that a kind of matter knows. */
export type ProcedureAct = {
  readonly key: string
  /** Id of the vocabulary of acts. */
  readonly act: string
  readonly title: Text
  readonly by: Doer
  /** Roles that may be addressed; absent: nobody is addressed, or anybody may be. */
  readonly to?: readonly string[]
  readonly instrument?: string | readonly string[]
  readonly what?: string | readonly string[]
  readonly result?: string | readonly string[]
  /** Keys of the acts that this one may point at with `of`. */
  readonly of?: readonly string[]
  readonly guards: readonly Guard[]
  /** The row of the power list or the rule whose approval says who decides. */
  readonly power?: string
  readonly approvalOf?: string
  /** Filled in by `assembleProcedures` from `power` or `approvalOf`. */
  readonly decidedBy?: { readonly level: string; readonly text: Text; readonly provision: string; readonly offices: readonly Office[] }
  readonly form: readonly FormField[]
  /** Stage line: the stage that the matter has reached once this is on record. */
  readonly stage?: string
  readonly life?: Life
  readonly rung?: Rung
  readonly closes?: boolean
  readonly reopens?: boolean
  /** May be done after the matter was closed. */
  readonly afterClose?: boolean
  /** Kinds of linked matters that this act may begin. */
  readonly begins?: readonly string[]
}

/** An earlier act that another one asks for (`after`) or is ruled out by (`unless`): any of these keys of the procedure. */
export type Need = {
  readonly act: string | readonly string[]
  /** The rule whose first source is cited; `provision` instead of it, or beside it. Neither: the house's own order, said as such. */
  readonly rule?: string
  readonly provision?: string
  /** Only acts of the organ that wants to act count. */
  readonly mine?: boolean
  /** The law itself asks for it, so records from outside are held to it too. */
  readonly law?: boolean
  /** Other words than those made from the titles. */
  readonly short?: Text
  readonly because?: Text
}
/** At most once on record (void and withdrawn ones do not count); `each`: once for each act that it may point at. */
export type Once = Omit<Need, 'act'> & { readonly each?: boolean }

/** What a file may write instead of guards; `assembleProcedures` puts the guards in its place. */
export type Shorthand = { readonly after?: readonly Need[]; readonly once?: true | Once; readonly unless?: readonly Need[] }
/** An act as a file writes it. */
export type ActEntry = Partial<ProcedureAct> & Shorthand

/** The acts that a kind of matter knows, and the line of its stages. */
export type Procedure = {
  readonly id: string
  readonly title: Text
  readonly area: string
  /** The procedural law that governs it; tells bindings of the same act apart (a protest is criminal, civil or administrative). */
  readonly governedBy: GovernedBy
  /** Articles of the Decision. */
  readonly articles: readonly number[]
  readonly mission: readonly string[]
  readonly subjectRoles: readonly string[]
  readonly stages: readonly { readonly id: string; readonly title: Text }[]
  readonly acts: readonly ProcedureAct[]
}

/**
 * What binds a rule to acts: which acts open its duty, who owes it, what discharges it. A rule may have several (`label` tells them apart).
 * Lives in `rulebook/bindings/*.yaml`; `rule` is the id of a rule of the rulebook.
 */
export type RuleBinding = {
  readonly rule: string
  readonly label?: string
  readonly governedBy?: readonly GovernedBy[]
  readonly procedures?: readonly string[]
  /** First pattern first: with `once`, the act that matches the earliest pattern opens. */
  readonly opens: readonly OpeningPattern[]
  readonly once?: boolean
  readonly if?: readonly Condition[]
  readonly owedBy: Bearer
  readonly discharge: readonly DischargePattern[]
  /** The opening act is itself the performance (rules without a period). */
  readonly dischargedByOpening?: boolean
  readonly perDemand?: boolean
  /** The period starts at the end of another rule's period opened by the same act, not on the act's own day. */
  readonly startsAtEndOf?: string
  /** Opens only when another rule's period, opened by the same act, ran out unanswered; its start is the day after. */
  readonly opensOnBreachOf?: string
  /** A period variant of the rule (its id), instead of the main period. */
  readonly variant?: string
  /** The length is fixed by the act: names of form fields with the amount; `atLeast` where it is not stated. */
  readonly lengthFromAct?: { readonly field: string; readonly unit: Period['unit']; readonly atLeast?: Period }
  /** A period that the organ set itself because the source gives none: a key of the settings, shown as 院内规则. */
  readonly periodFromSetting?: string
  readonly inclusive?: boolean
  readonly noRoll?: boolean
  /** A time to wait out (announcement, test period): never owed as a performance, over when the day has passed. */
  readonly waiting?: boolean
  /** Something that the organ may do, not must (要求复议, 申诉, 申请监督): it lapses with its last day and nobody is late. */
  readonly right?: boolean
  readonly superseded?: readonly ActPattern[]
  /** The duty comes again and again, each time with its own last day. `true`: the rule's own period is the cadence and only the close ends it. */
  readonly recurs?: true | Recurring
  readonly obligation?: Text
}

/**
 * A duty that comes again: the k-th time from the end of the one before to k cadences after the start. `every`: the cadence where it is not the rule's
 * period (a setting of the house, a number of the opening act's form). Ends with `until`, a close of the matter, the withdrawal of its paper.
 */
export type Recurring = {
  readonly every?: Period | { readonly setting: string } | { readonly field: string; readonly unit: Period['unit'] }
  readonly until?: readonly OpeningPattern[]
}

/** `by`: roles of the organ that acts; `to`: roles of an addressee; `bare`: the act names neither instrument nor `what`. */
export type OpeningPattern = ActPattern & { readonly by?: readonly string[]; readonly to?: readonly string[]; readonly bare?: boolean }
/** `byAnyone`: the discharge need not come from the organ that owes (an application is shown by its acceptance). */
export type DischargePattern = ActPattern & { readonly by?: readonly string[]; readonly byAnyone?: boolean }

/**
 * An act that the law lets through only when its guards hold, in whatever kind of matter it is tried: a suit before the reply period is over,
 * a protest after the last day. Lives beside the bindings; `if` narrows it to matters where its question arises.
 */
export type Bar = {
  readonly id: string
  readonly on: OpeningPattern
  readonly governedBy?: readonly GovernedBy[]
  readonly procedures?: readonly string[]
  readonly if?: readonly Condition[]
  readonly guards: readonly Guard[]
}

/** One file of `rulebook/bindings`: what opens and discharges duties, what bars acts, which law governs kinds of matters that have no procedure file yet. */
export type BindingFile = { readonly bindings?: readonly RuleBinding[]; readonly bars?: readonly Bar[]; readonly kinds?: Readonly<Record<string, GovernedBy>> }

/** A procedure file before its shared sets are put in and its powers resolved. */
export type ProcedureFile = Omit<Procedure, 'acts'> & {
  /** Ids of shared sets of acts, in order; an act of the file with the same key replaces the shared one. */
  readonly include?: readonly string[]
  /** Plain values put in place of `$name` in the shared sets (instrument, rule, power); a list only where `$name` is the whole text. */
  readonly with?: Readonly<Record<string, string | readonly string[]>>
  /** Keys of shared acts that this procedure does not know. */
  readonly without?: readonly string[]
  readonly acts: readonly ActEntry[]
}

/** Acts that several procedures share (`set` is its id). */
export type ActSet = { readonly set: string; readonly acts: readonly ActEntry[] }
