/** What the figures know of one proposal form. `readable` says whether the person asking may open it. */
export interface FormFact {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly category: string;
  readonly status: string;
  readonly readable: boolean;
}

/** One of several separate leads of a case: its first reply. */
export type CasePartFact = Pick<
  CaseFact,
  'unit' | 'unitCode' | 'extended' | 'repliedOn' | 'outcomeClass' | 'dueOn' | 'contacted'
>;

/** What the figures know of one case. Dates are Beijing dates; the reply is the first one, the class and the rating are those that stand. */
export interface CaseFact {
  readonly id: string;
  readonly ref: string;
  readonly number: string;
  readonly title: string;
  readonly category: string;
  readonly unit: string | null;
  readonly unitCode: string | null;
  /** Of separate leads, what each did for its part; null where one unit leads. */
  readonly parts?: readonly CasePartFact[] | null;
  readonly readable: boolean;
  readonly round: number;
  readonly assignedOn: string | null;
  /** The day by which the first reply was due, a granted extension included. */
  readonly dueOn: string | null;
  readonly extended: boolean;
  readonly repliedOn: string | null;
  readonly contacted: boolean;
  readonly outcomeClass: string | null;
  readonly rating: string | null;
  /** One of its ratings came on paper. */
  readonly ratedOnPaper: boolean;
  readonly promiseDueOn: string | null;
  readonly implemented: boolean;
  readonly concluded: boolean;
  /** The day on which its promise was classed anew. */
  readonly reclassifiedOn: string | null;
}

export interface Participation {
  readonly delegates: number;
  readonly active: number;
}

/** Everything that is counted of one session, as it stood on a day. */
export interface SessionFacts {
  readonly forms: readonly FormFact[];
  readonly cases: readonly CaseFact[];
  readonly participation: Participation;
  readonly asOf: string;
}
