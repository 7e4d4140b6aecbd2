import { describe, expect, test } from "@jest/globals";
import { extract } from "../../src/extraction/extract.js";

function speakersIn(text: string): (string | null)[] {
  return extract(text).utterances.map(({ speaker }) => speaker?.name ?? null);
}

describe("nobody's name, but the fullest mention", () => {
  test.each<[string, string[]]>([
    [
      "Les rebelles houthis ont revendiqué l'attaque. Les rebelles affirment que le navire a coulé.",
      ["Les rebelles houthis"],
    ],
    ["L'opposition norvienne s'est réunie. L'opposition affirme que le vote est truqué.", ["opposition norvienne"]],
    [
      "Les autorités séparatistes du Norland ont ouvert une enquête. Selon les séparatistes, dix enfants sont morts.",
      ["Les autorités séparatistes du Norland"],
    ],
    [
      "Un haut gradé de l'armée assure que la ville tient. L'officier ajoute que des renforts viennent.",
      ["Un haut gradé de l'armée", "Un haut gradé de l'armée"],
    ],
    [
      "Une bergère de la vallée raconte que le loup est revenu. « Il est venu deux fois », ajoute la bergère.",
      ["Une bergère de la vallée", "Une bergère de la vallée"],
    ],
    [
      "Les inspecteurs de la Ligue sont venus. Selon les inspecteurs, les chiens ont faim.",
      ["Les inspecteurs de la Ligue"],
    ],
  ])("%s", (text, expected) => expect(speakersIn(text)).toEqual(expected));
});

describe("whose somebody is", () => {
  test.each<[string, string[]]>([
    [
      "Le ministère de la Santé a confirmé l'alerte. « Nous attendons les analyses », a précisé sa porte-parole.",
      ["porte-parole du ministère de la Santé"],
    ],
    ["Karl Odom est arrivé à Oslo. Son cabinet a précisé que la visite durerait deux jours.", ["cabinet de Karl Odom"]],
    ["Anna Noor a été entendue lundi. Son avocat affirme qu'elle n'a rien fait.", ["avocat d'Anna Noor"]],
    [
      "Les rebelles du Norland ont démenti. Leur état-major affirme que la ville tient.",
      ["état-major des rebelles du Norland"],
    ],
    [
      "L'armée norvienne a bombardé la ville. Son état-major affirme que tout est calme.",
      ["état-major de l'armée norvienne"],
    ],
    ["Karl Odom arrived on Monday. His spokesman said that the visit would be short.", ["Karl Odom's spokesman"]],
    ["Luc Tardy est parti. « Les soldats tiennent », a dit leur chef.", ["leur chef"]],
    ["Luc Tardy est parti. Ses voisins affirment que la maison est vide.", ["Ses voisins"]],
  ])("%s", (text, expected) => expect(speakersIn(text)).toEqual(expected));
});
