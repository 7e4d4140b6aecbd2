/** The closed vocabularies of the graph: each value with the sentence that describes it in the GraphQL schema. */

export const ACTOR_KINDS = {
  PERSON: "A human being.",
  ORGANIZATION: "A ministry, a party, a company, an association, an agency of a state or of states.",
  COUNTRY: "A state, or what claims to be one, speaking through its government.",
  PLACE: "A place that is spoken about: a city, a region, a corridor.",
  GROUP: "People who act together without a formal body: protesters, separatists, residents.",
  MEDIA: "A news agency, newspaper, broadcaster or site.",
  UNKNOWN: "The text does not tell.",
} as const;
export type ActorKind = keyof typeof ACTOR_KINDS;

export const SPEECH_MODES = {
  DIRECT: "The words stand in quotation marks as a sentence of their own.",
  INDIRECT: "The words are rephrased by the writer, without quotation marks.",
  MIXED: "Quoted words are built into the writer's clause.",
} as const;
export type SpeechMode = keyof typeof SPEECH_MODES;

export const SPEECH_ACTS = {
  ASSERTION: "Says that something is so.",
  DEMAND: "Asks that something be done.",
  COMMITMENT: "Promises or threatens to do something.",
  EVALUATION: "Praises, blames or otherwise judges.",
  QUESTION: "Asks whether something is so.",
} as const;
export type SpeechAct = keyof typeof SPEECH_ACTS;

export const STANCES = {
  SUPPORT: "The speaker is for the target.",
  OPPOSE: "The speaker is against the target.",
  NEUTRAL: "The speaker takes no side, and says so.",
} as const;
export type Stance = keyof typeof STANCES;

export const ORIGINS = {
  EXTRACTED: "Found in the text of a document by the extraction rules.",
  CODED: "Marked in the text of a document by a person.",
  IMPORTED: "Read from a structured file.",
} as const;
export type Origin = keyof typeof ORIGINS;

export const STATUSES = {
  ACTIVE: "Stands.",
  RETRACTED: "Withdrawn by a correction; kept with its evidence.",
} as const;
export type Status = keyof typeof STATUSES;

export const RUN_STATUSES = {
  RUNNING: "Batches are being written, or the process ended without finishing.",
  FINISHED: "Everything that could be read was written.",
  INTERRUPTED: "Stopped on request after a whole batch.",
  FAILED: "Ended by an error; the batches before it stand.",
} as const;
export type RunStatus = keyof typeof RUN_STATUSES;

/** The collection of a document that names none; everybody may read it. */
export const PUBLIC_COLLECTION = "public";

/** The languages that extraction has rules for, as ISO 639-1 codes. */
export const READ_LANGUAGES = ["fr", "en"] as const;

/** The code of ISO 639-2 for a language that is not known. */
export const UNDETERMINED = "und";
