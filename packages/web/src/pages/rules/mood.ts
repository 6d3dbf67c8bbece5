// Whether 应当 goes before what a rule says, or the sentence brings its own word.
const own = /^(可以|有权|不得|应当|应|必须|可|依法可以|不予|不)/

/** True where the obligation is a plain verb that needs “must”. */
export const isDuty = (obligation: string): boolean => !own.test(obligation)
