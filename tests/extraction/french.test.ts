import { describe, expect, test } from "@jest/globals";
import { type Said, saidIn } from "./said.js";

const SENTENCES: readonly (readonly [string, readonly Said[]])[] = [
  [
    "« La digue tiendra », a assuré Mme Delorme.",
    [{ words: "La digue tiendra", by: "Delorme", mode: "DIRECT", verb: "assurer" }],
  ],
  [
    "« Le préfet nous trompe, a lancé Rémi Vasseur. Il le sait. »",
    [{ words: ["Le préfet nous trompe", "Il le sait."], by: "Rémi Vasseur", mode: "DIRECT" }],
  ],
  [
    "« Le pont rouvrira », a souligné la ministre sur X. Un conseiller du préfet a assuré que les travaux avançaient.",
    [
      { words: "Le pont rouvrira", by: "la ministre", channel: "X" },
      { words: "les travaux avançaient", verb: "assurer" },
    ],
  ],
  [
    "Les autorités ont, elles, assuré que les vivres suffiraient. Le maire, Paul Arnal, a, lui, dit que la ville tiendrait.",
    [
      { words: "les vivres suffiraient", verb: "assurer" },
      { words: "la ville tiendrait", by: "Paul Arnal", to: [] },
    ],
  ],
  [
    "La bergère affirme avoir averti la mairie.",
    [{ words: "avoir averti la mairie", mode: "INDIRECT", verb: "affirmer" }],
  ],
  [
    "Selon Reuters, la ministre Irène Fontanel a indiqué que le fonds serait triplé.",
    [{ words: "le fonds serait triplé", by: "Irène Fontanel", via: ["Reuters"], mode: "INDIRECT" }],
  ],
  [
    "Pour le syndicat Ensemble, « rien n'est réglé » à Valmont.",
    [{ words: "« rien n'est réglé » à Valmont", by: "Ensemble", mode: "MIXED", about: ["Valmont"] }],
  ],
  [
    "L'Ukraine accuse la Russie d'avoir coupé le gaz.",
    [{ words: "la Russie d'avoir coupé le gaz", by: "Ukraine", act: "EVALUATION", against: ["Russie"] }],
  ],
  [
    "Le parti a dénoncé « une loi écrite pour les banques ».",
    [{ words: "une loi écrite pour les banques", mode: "MIXED", act: "EVALUATION", verb: "dénoncer" }],
  ],
  ["La préfète n'a pas confirmé que le pont était fermé.", []],
  ["Il est à noter que le pont est fermé.", []],
  ["Le maire a convoqué la presse pour expliquer que le pont est fermé.", []],
  ["Le pont, dit-on, va fermer.", []],
  ["Le « bon temps » est passé, et le village s'endort.", []],
  [
    "Le pont sera fermé lundi, a annoncé la mairie de Brenne.",
    [{ words: "Le pont sera fermé lundi", mode: "INDIRECT", verb: "annoncer" }],
  ],
  [
    "Le pont, a précisé le ministère, restera fermé un an.",
    [{ words: ["Le pont", "restera fermé un an"], mode: "INDIRECT" }],
  ],
  [
    "D'après Jean Morel, président du club, le stade sera vendu.",
    [{ words: "le stade sera vendu", by: "Jean Morel", role: "président du club", verb: "d'après" }],
  ],
  [
    "Le stade sera vendu, selon un communiqué du ministère de l'Intérieur.",
    [{ words: "Le stade sera vendu", by: "ministère de l'Intérieur" }],
  ],
  [
    "Le directeur a répondu : « Nous n'avons rien signé. » « Rien du tout. Pas même une lettre. »",
    [
      { words: "Nous n'avons rien signé.", verb: "répondre", mode: "DIRECT" },
      { words: "Rien du tout. Pas même une lettre.", verb: null, mode: "DIRECT" },
    ],
  ],
  [
    "Anna Noor a déclaré à Reuters que la trêve tenait, ajoutant que les routes restaient coupées.",
    [
      { words: "la trêve tenait", by: "Anna Noor", to: ["Reuters"], via: ["Reuters"] },
      { words: "les routes restaient coupées", by: "Anna Noor", verb: "ajouter" },
    ],
  ],
  [
    "Le porte-parole du ministère de la Défense, Paul Arlan, a affirmé dans un communiqué que tout était calme.",
    [{ words: "tout était calme", by: "Paul Arlan", channel: "communiqué", for: ["ministère de la Défense"] }],
  ],
  [
    "Le président a appelé les habitants à quitter la ville.",
    [{ words: "quitter la ville", act: "DEMAND", verb: "appeler" }],
  ],
  ["Le président a promis de reconstruire la ville.", [{ words: "reconstruire la ville", act: "COMMITMENT" }]],
  [
    "« Fin des combats », a-t-elle dit à la télévision, « ou fin du pays ».",
    [{ words: ["Fin des combats", "ou fin du pays"] }],
  ],
  [
    "La France a condamné l'attaque menée par la Russie.",
    [{ words: "l'attaque menée par la Russie", by: "France", act: "EVALUATION", against: ["Russie"] }],
  ],
  [
    "Le maire a salué l'Union européenne.",
    [{ words: "l'Union européenne", act: "EVALUATION", inFavourOf: ["Union européenne"] }],
  ],
  [
    "Le consul a dit que l'armée malienne et le ministère français de la Défense se parlaient.",
    [
      {
        words: "l'armée malienne et le ministère français de la Défense se parlaient",
        about: ["armée malienne", "ministère français de la Défense"],
      },
    ],
  ],
  [
    "Très émue, elle a confié au Figaro que « La mer monte chaque année ».",
    [{ words: "La mer monte chaque année", by: "elle", to: ["Figaro"], via: ["Figaro"] }],
  ],
  [
    "Comme le rappelle Human Rights Watch : « Les prisons sont pleines depuis trois ans. »",
    [{ words: "Les prisons sont pleines depuis trois ans.", by: "Human Rights Watch" }],
  ],
];

describe("French sentences", () => {
  test.each(SENTENCES)("%s", (text, expected) => {
    expect(saidIn(text, expected)).toEqual(expected);
  });
});

describe("names within a document", () => {
  test("a surname and a pronoun are the full name", () => {
    const text =
      "La ministre Irène Fontanel est arrivée hier. « Le fonds sera triplé », a dit Mme Fontanel. Elle a ajouté que la loi suivrait.";
    const expected = [
      { words: "Le fonds sera triplé", by: "Irène Fontanel" },
      { words: "la loi suivrait", by: "Irène Fontanel" },
    ];
    expect(saidIn(text, expected)).toEqual(expected);
  });

  test("a common noun is who was called so before", () => {
    const text = "L'ONG Terre Neuve publie un rapport. L'ONG affirme que les forêts reculent.";
    const expected = [{ words: "les forêts reculent", by: "Terre Neuve" }];
    expect(saidIn(text, expected)).toEqual(expected);
  });

  test("an acronym is the name it stands beside", () => {
    const text = "Le collectif Terre Neuve Solidaire (TNS) publie un rapport. TNS affirme que les forêts reculent.";
    const expected = [{ words: "les forêts reculent", by: "Terre Neuve Solidaire" }];
    expect(saidIn(text, expected)).toEqual(expected);
  });
});

describe("dates", () => {
  const text = "Le maire a déclaré mardi que le pont fermait.";
  test.each([
    ["2023-09-20", "2023-09-19"],
    ["2023-09-19T10:00:00Z", "2023-09-19"],
    ["2023-09", null],
    [undefined, null],
  ])("mardi in an article of %s is %s", (publishedAt, on) => {
    expect(saidIn(text, [{ words: "", on }], publishedAt)).toEqual([{ words: "le pont fermait", on }]);
  });
});
