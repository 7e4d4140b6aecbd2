import { describe, expect, test } from "@jest/globals";
import { saidIn } from "../said.js";

describe("accusations, denials, demands, labels", () => {
  test.each([
    ["Le patron a accusé mardi le syndicat de mentir.", "le syndicat de mentir"],
    ["Les pêcheurs reprochent à la mairie de cacher les relevés.", "à la mairie de cacher les relevés"],
    ["La mairie ment, a accusé jeudi un pêcheur.", "La mairie ment"],
    ["Le gardien a nié toute négligence.", "toute négligence"],
    ["The guard denied having left the gate open.", "having left the gate open"],
    ["The guard denied any negligence.", "any negligence"],
    ["« Nous partirons », a promis le gardien du phare.", "Nous partirons"],
    ["Le gardien regrette de ne pas avoir été prévenu.", "ne pas avoir été prévenu"],
  ])("%s", (text, words) => {
    expect(saidIn(text, [{ words }])).toEqual([{ words }]);
  });

  test.each([
    "The guard denied the allegation.",
    'The operation, dubbed "Wall of Stone", goes on.',
    "Le président a félicité les marins.",
  ])("%s", (text) => {
    expect(saidIn(text, [])).toEqual([]);
  });
});
