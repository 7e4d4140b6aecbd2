import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Codebook, type CodebookEntry, codebookOf } from "../../src/resolution/codebook.js";

/** A topic whose key is its first term. */
function topic(...terms: string[]): CodebookEntry {
  return { type: "topic", key: terms[0] as string, terms: terms.map((term) => ({ language: "", term })) };
}

function found(codebook: Codebook, text: string, language = "fr"): string[] {
  return codebook.find(text, language).map(({ key }) => key);
}

function isFound(term: string, text: string, language: string): boolean {
  return found(codebookOf([topic(term)]), text, language).length > 0;
}

describe("a French term", () => {
  test.each([
    ["cessez-le-feu", "Un CESSEZ-LE-FEU immédiat"],
    ["cessez-le-feu", "le cessez‑le‑feu"],
    ["cessez-le-feu", "des cessez le feu locaux"],
    ["trêve", "Les TRÊVES sont rares, une treve aussi"],
    ["réfugié", "des réfugiées"],
    ["réfugiés", "LES REFUGIES"],
    ["réfugiés", "un refugie a parle"],
    ["opération militaire", "des opérations militaires"],
    ["négociation", "l’ouverture de négociations"],
    ["offensive", "à l'offensive"],
    ["livraisons d'armes", "la livraison d’armes"],
    ["livraisons d'armes", "les livraisons des armes promises"],
    ["retrait des troupes", "un retrait de troupes"],
    ["blocus du couloir de Latchine", "le blocus du couloir\u00A0de Latchine"],
    ["général", "la mobilisation générale, les généraux"],
    ["générale", "un général"],
    ["travail", "des travaux"],
    ["travaux", "le travail"],
    ["médiateur", "la médiatrice"],
    ["droit de l'homme", "les droits de l’Homme"],
    ["accord de paix", "un « accord de paix »"],
    ["opération spéciale", "l'« opération » spéciale"],
    ["Nations unies", "aux Nations-Unies"],
    ["ONU", "l'O.N.U. en parle"],
    ["ONU", "l'ONU en parle"],
    ["antimissile", "un bouclier anti-missiles"],
    ["œuvre d'art", "des oeuvres d'art"],
    ["Otan", "l'OTAN"],
    ["La Haye", "le tribunal de La Haye"],
    ["élection présidentielle", "les élections présidentielles"],
    ["population civile", "des populations civiles"],
    ["résolution", "la réso\u00ADlution"],
  ])("%j is held by %j", (term, text) => {
    expect(isFound(term, text, "fr")).toBe(true);
  });

  test.each([
    ["général", "une génération généreuse, en règle générique"],
    ["mine", "un mineur, sa mineure, mineral"],
    ["organe", "une organisation, un organisme"],
    ["police", "une politique polie"],
    ["marché", "Il marche, l'été, sans congé"],
    ["armée", "un conflit armé, des armes, il est armé"],
    ["port", "Il porte la porte du rapport, à portée"],
    ["droit", "la droite"],
    ["parti", "une partie est partie"],
    ["médecin", "la médecine"],
    ["cours", "une course à la cour"],
    ["point", "une pointe"],
    ["offensive", "un jeu offensif"],
    ["mer", "la mère, le maire"],
    ["traité", "la traite négrière, il traite"],
    ["fois", "la foi"],
    ["paix", "Paisible, il paie ; la paille"],
    ["accord de paix", "Ils sont d'accord. De paix, point"],
    ["accord de paix", "un accord, de paix durable"],
    ["UN", "un homme, Un autre"],
    ["sanction", "sanctionner, sanctionné"],
    ["cessez-le-feu", "cessez donc le feu"],
  ])("%j is not held by %j", (term, text) => {
    expect(isFound(term, text, "fr")).toBe(false);
  });
});

describe("an English term", () => {
  test.each([
    ["ceasefire", "the cease-fire, the Ceasefires"],
    ["cease-fire", "a ceasefire"],
    ["peace talk", "peace talks"],
    ["policy", "POLICIES"],
    ["crisis", "two crises"],
    ["defence spending", "Defense spending"],
    ["Azerbaijan's military operation", "Azerbaijan’s military operations"],
    ["blockade of the Lachin corridor", "a blockade of Lachin corridor"],
    ["blockade of Lachin corridor", "the blockade of the Lachin corridor's road"],
    ["UN", "the UN, the U.N."],
    ["44-day war", "the 44-day war"],
    ["right of return", "their rights of return"],
    ["woman", "women"],
    ["labour market", "the labor market"],
  ])("%j is held by %j", (term, text) => {
    expect(isFound(term, text, "en")).toBe(true);
  });

  test.each([
    ["police", "a policy, policies"],
    ["policy", "the police"],
    ["organ", "an organization"],
    ["mine", "a miner, minors"],
    ["general", "a generation, generous"],
    ["talks", "They talk"],
    ["goods", "a good one"],
    ["news", "a new one"],
    ["arms", "an arm"],
    ["United Nations", "They united. Nations watched"],
    ["US", "between us, Us too"],
    ["war", "a warning, the ward"],
  ])("%j is not held by %j", (term, text) => {
    expect(isFound(term, text, "en")).toBe(false);
  });
});

describe("the language of a term", () => {
  const armes: CodebookEntry = {
    type: "topic",
    key: "armes",
    terms: [
      { language: "fr", term: "arme" },
      { language: "en", term: "weapon" },
      { language: "", term: "Kalachnikov" },
    ],
  };
  const codebook = codebookOf([armes]);

  test.each([
    ["fr", "les armes", true],
    ["en", "les armes", false],
    ["en", "weapons", true],
    ["fr", "weapons", false],
    ["fr", "des kalachnikovs", true],
    ["en", "Kalachnikovs", true],
    ["de", "eine Kalachnikov", true],
    ["de", "weapons", false],
  ])("in a text of %s, %j", (language, text, expected) => {
    expect(codebook.find(text, language)).toHaveLength(expected ? 1 : 0);
  });
});

describe("terms that share words", () => {
  const codebook = codebookOf([
    topic("paix"),
    topic("accord de paix"),
    topic("paix durable"),
    topic("port"),
    topic("porte"),
    topic("Accord de paix (bis)", "accords de paix"),
  ]);

  test.each([
    ["la paix", ["paix"]],
    ["l'accord de paix", ["accord de paix", "Accord de paix (bis)"]],
    ["un accord de paix durable", ["accord de paix", "Accord de paix (bis)", "paix durable"]],
    ["un accord de paix, puis la paix", ["accord de paix", "Accord de paix (bis)", "paix"]],
    ["le port et la porte", ["port", "porte"]],
  ])("%j is about %j", (text, keys) => {
    expect(found(codebook, text)).toEqual(keys);
  });

  test("a term with its article means the known one only", () => {
    const blockade = codebookOf([topic("le blocus")]);
    expect(["Le blocus dure", "la fin du blocus", "ce blocus"].map((text) => found(blockade, text).length)).toEqual([
      1, 1, 1,
    ]);
    expect(["un blocus dure", "des rumeurs de blocus", "blocus"].map((text) => found(blockade, text).length)).toEqual([
      0, 0, 0,
    ]);
  });
});

test("a hit has the words and their offsets in the text, also in its parts", () => {
  const codebook = codebookOf([topic("trêve"), topic("accord")]);
  const text = "Pas de trêve, « l'accord 😀 sur la trêve » ?";
  const second = text.indexOf("trêve", 10);
  expect(codebook.find(text, "fr", [{ start: 16, end: text.length }])).toEqual([
    { type: "topic", key: "accord", asWritten: "accord", span: { start: 18, end: 24 } },
    { type: "topic", key: "trêve", asWritten: "trêve", span: { start: second, end: second + 5 } },
  ]);
});

test("what is found stands in the text at its span", () => {
  const codebook = codebookOf([topic("trêve"), topic("accord de paix"), topic("é"), topic("44-day war")]);
  const pieces = fc.constantFrom(
    "trêve",
    "accord de paix",
    "e\u0301",
    "😀",
    "l'",
    "-",
    "\u00AD",
    "TRÊVES",
    "44-day war",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), pieces)), (parts) => {
      const text = parts.join(" ");
      for (const { asWritten, span } of codebook.find(text, "fr"))
        expect(text.slice(span.start, span.end)).toBe(asWritten);
    }),
  );
});

test("a term is found in its own words, whatever their case and white space", () => {
  const words = fc.stringMatching(/^[a-zéèêçœ]{4,9}$/);
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("fr", "en", "de"),
      (term, language) => {
        const codebook = codebookOf([topic(term.join(" "))]);
        for (const text of [term.join(" "), term.join("\u00A0").toUpperCase(), `l'${term.join("-")}, dit-il`])
          expect([text, found(codebook, text, language).length]).toEqual([text, 1]);
      },
    ),
  );
});

test("a thousand times the terms find the same in the same text", () => {
  const many = [...Array(20_000).keys()].map((at) => topic(`mot${at} rare`, `mot commun ${at}`));
  const codebook = codebookOf([...many, topic("paix")]);
  expect(codebook.find("la paix ".repeat(50_000), "fr")).toHaveLength(1);
  expect(codebook.find("mot commun ".repeat(50_000), "fr")).toHaveLength(0);
});
