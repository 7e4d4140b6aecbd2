import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { pick, randomFrom } from "./random.mjs";

/** 100,000 statements and about 350,000 relations, as the numbers of the design were measured on. */
export const NEWSROOM = { statements: 100_000, actors: 5_000, topics: 200, perDocument: 10, filler: 0, seed: 2023 };

const OUTLETS = 40;
const SHARE_ABOUT_ACTOR = 0.4;
const STANCES = ["SUPPORT", "OPPOSE", "NEUTRAL", undefined];
const SYLLABLES = "ba ko ri ze mul ta ven dor shi lan gre po nak tis ul fer".split(" ");
const SUBJECTS = "le gouvernement,la délégation,le comité,l'assemblée,la commission,le conseil".split(",");
const VERBS = "a proposé,a rejeté,examinera,soutient,conteste,publiera,attend,a reporté".split(",");
const OBJECTS = "le calendrier,le budget,l'accord,le rapport,la feuille de route,le plan,la réforme".split(",");
const ENDS = "dans la région,avant la fin du mois,malgré les critiques,avec ses partenaires,sans condition".split(",");

/**
 * The records of a generated newsroom, in the order in which they would be read: actors, topics, documents with their
 * statements. Each record depends on the seed and its number alone, so a longer newsroom starts like a shorter one.
 */
export function* newsroom(options = {}) {
  const given = { ...NEWSROOM, ...options };
  for (let number = 0; number < given.actors; number++) yield actor(number);
  for (let number = 0; number < given.topics; number++) yield topic(number);
  const documents = Math.ceil(given.statements / given.perDocument);
  for (let number = 0; number < documents; number++) yield document(number, given);
}

/** Writes a newsroom as JSON lines, until it is whole or the file has `bytes`; resolves to what was written. */
export async function writeNewsroom(path, options = {}, bytes = Number.POSITIVE_INFINITY) {
  const file = createWriteStream(path);
  const written = { bytes: 0, documents: 0, statements: 0 };
  for (const record of newsroom(options)) {
    const line = `${JSON.stringify(record)}\n`;
    if (!file.write(line)) await once(file, "drain");
    written.bytes += Buffer.byteLength(line);
    written.documents += record.type === "document" ? 1 : 0;
    written.statements += record.statements?.length ?? 0;
    if (written.bytes >= bytes) break;
  }
  file.end();
  await finished(file);
  return written;
}

function actor(number) {
  const kind = number < OUTLETS ? "MEDIA" : number % 5 === 0 ? "ORGANIZATION" : "PERSON";
  return { type: "actor", key: actorKey(number), name: { fr: actorName(number) }, kind };
}

function topic(number) {
  return {
    type: "topic",
    key: topicKey(number),
    name: { fr: `Dossier ${OBJECTS[number % OBJECTS.length]} ${number + 1}` },
  };
}

/** Statements refer to actors and topics by key, as coded data do; by name, each document would also say whom it names. */
function actorKey(number) {
  return actorName(number).toLowerCase().replace(" ", "-");
}

function topicKey(number) {
  return `dossier-${number + 1}`;
}

/** Two pronounceable words; the number in base 16, one syllable a digit, keeps names apart. */
function actorName(number) {
  const digits = [...number.toString(16).padStart(4, "0")].map((digit) => SYLLABLES[Number.parseInt(digit, 16)]);
  return `${capital(digits[0] + digits[1])} ${capital(digits[2] + digits[3])}ov`;
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}

function document(number, { seed, actors, topics, perDocument, statements, filler }) {
  const random = randomFrom(seed * 1_000_003 + number);
  const day = new Date(Date.UTC(2020, 0, 1) + pick(random, 1_500) * 86_400_000).toISOString().slice(0, 10);
  const first = number * perDocument;
  const draft = { text: `Compte rendu numéro ${number + 1}\n\n`, statements: [] };
  for (let index = first; index < Math.min(first + perDocument, statements); index++) {
    addStatement(draft, { random, index, day, actors, topics });
  }
  return {
    type: "document",
    url: `https://news${number % OUTLETS}.example/${day}/${number + 1}`,
    title: `Compte rendu numéro ${number + 1}`,
    outlet: actorName(number % OUTLETS),
    publishedAt: day,
    language: "fr",
    text: filler > 0 ? `${draft.text}\n${fillerOf(filler, random)}` : draft.text,
    statements: draft.statements,
  };
}

function addStatement(draft, { random, index, day, actors, topics }) {
  const number = pick(random, actors, 2);
  const speaker = actorName(number);
  const text = sentence(random, index);
  const opening = `${speaker} a déclaré : « `;
  const start = draft.text.length + opening.length;
  draft.statements.push({
    type: "statement",
    text,
    mode: "DIRECT",
    act: "ASSERTION",
    saidAt: day,
    language: "fr",
    speakers: [{ key: actorKey(number), verb: "déclarer", asWritten: speaker }],
    about: aboutOf(random, { speaker: number, actors, topics }),
    spans: [{ start, end: start + text.length }],
    speakerSpan: { start: draft.text.length, end: draft.text.length + speaker.length },
  });
  draft.text += `${opening}${text} ».\n`;
}

function aboutOf(random, { speaker, actors, topics }) {
  const stance = STANCES[pick(random, STANCES.length)];
  const about = [{ topic: topicKey(pick(random, topics, 2)), ...(stance && { stance }) }];
  const target = pick(random, actors, 2);
  if (random() < SHARE_ABOUT_ACTOR && target !== speaker) about.push({ actor: { key: actorKey(target) } });
  return about;
}

/** Over eight words, and another one for each number: two speakers' statements are never one. */
function sentence(random, index) {
  const [subject, verb, object, end] = [SUBJECTS, VERBS, OBJECTS, ENDS].map(
    (words) => words[pick(random, words.length)],
  );
  return `${capital(subject)} ${verb} ${object} ${end}, comme le rappelle le point ${index + 1} de la déclaration`;
}

function fillerOf(length, random) {
  const sentences = [];
  for (let size = 0; size < length; size += sentences.at(-1).length + 1)
    sentences.push(`${sentence(random, sentences.length)}.`);
  return sentences.join("\n");
}
