import fc from "fast-check";
import { type Lexicon, lexiconOf } from "../../src/extraction/lexicon.js";
import type { Span } from "../../src/model/span.js";
import type { Extraction, Mention, Utterance } from "../../src/model/utterance.js";
import { READ_LANGUAGES } from "../../src/model/vocabulary.js";

/** Sentences of the news, in both languages. */
const SENTENCES = [
  "« La digue tiendra », a assuré Mme Delorme.",
  "« La digue, a dit Anna Noor, tiendra. Nous le savons. »",
  "Selon l'AFP, le maire Jean Morel a dit que le pont fermait.",
  "Le Kremlin accuse Kiev d’avoir menti.",
  "Norvia a condamné « l'attaque lâche » d'Estmark, qualifiée de « crime ».",
  "Il affirme avoir prévenu la préfecture, selon Reuters.",
  "“It is over,” said Ada Brook, head of the Valley Post.",
  '"No one came." "Not one."',
  "She told Reuters she would quit, adding that the party “deserves better”.",
  "« Rien », ajoute-t-elle.",
  "Ministère de la Défense d'Estmark : « Rien à dire. »",
];

/** Pieces of sentences, marks that nothing closes, and what stands in texts besides letters. */
const PIECES = [
  ..."«»“”„\"'’‘‹›()[]…–—-:;,.!?",
  "« Ouverte, jamais fermée",
  "a-t-il dit,",
  "déclare que",
  "accuse",
  "according to",
  "M. X.",
  "Erevan (Arménie),",
  "Human Rights Watch (HRW)",
  "😀👩‍🚀",
  "𝒜da Brook",
  "e\u0301te\u0301 n\u0303",
  "E\u0301tat",
  "İstanbul",
  "\ud83d",
  "\ude00",
  "\r\n\r\n",
  "\n\n",
  "\n",
  "\u00a0",
  "\u202f",
  "\u2009",
  "\u2028",
  "\ufeff",
];

/** Words of the lexicons, of every tag and verb of saying: some in capitals or with one, many of them names. */
const WORDS = READ_LANGUAGES.flatMap((language) => {
  const lexicon = lexiconOf(language) as Lexicon;
  return [...lexicon.tags.keys(), ...lexicon.cues.keys(), ...lexicon.firstNames.keys(), ...lexicon.countries];
});
const word = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom("small", "small", "Capital", "CAPITALS"))
  .map(([words, how]) =>
    how === "small" ? words : how === "CAPITALS" ? words.toUpperCase() : words.charAt(0).toUpperCase() + words.slice(1),
  );
const salad = fc.array(word, { minLength: 2, maxLength: 14 }).map((words) => words.join(" "));

/** Texts made of these pieces and of any characters, close together or apart. */
export const texts: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...SENTENCES) },
      { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 4, arbitrary: salad },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
    ),
    { maxLength: 24 },
  )
  .chain((pieces) => fc.constantFrom(pieces.join(" "), pieces.join("")));

/** All that an utterance names. */
export function mentionsOf(utterance: Utterance): Mention[] {
  const { speaker, about, addressees, relayedBy, onBehalfOf } = utterance;
  return [...(speaker ? [speaker] : []), ...about, ...addressees, ...relayedBy, ...onBehalfOf];
}

/** Every span of an extraction. */
export function spansOf({ utterances }: Extraction): Span[] {
  return utterances.flatMap((utterance) => [
    ...utterance.content,
    ...(utterance.cue ? [utterance.cue] : []),
    ...mentionsOf(utterance).map(({ span }) => span),
  ]);
}

/** Whether a span lies in a text, holds something, and cuts no character in two. */
export function isSound(text: string, { start, end }: Span): boolean {
  const whole = (at: number) =>
    !(/[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at)));
  const bounds = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
  return bounds && whole(start) && whole(end);
}
