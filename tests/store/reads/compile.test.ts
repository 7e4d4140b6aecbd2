import { describe, expect, test } from "@jest/globals";
import { compile } from "../../../src/store/reads/compile.js";
import { columnsOf } from "../../../src/store/reads/orders.js";
import { type LevelPlan, PlanParameters } from "../../../src/store/reads/plan.js";
import { reversed } from "../../../src/store/reads/relations.js";
import { filtersOf, type Where } from "../../../src/store/reads/where.js";

/** The text of a page of statements with a `where`, and its parameters. */
function page(where: Where): { text: string; values: Record<string, unknown> } {
  const parameters = new PlanParameters();
  const filters = filtersOf(where, "Statement", parameters);
  const node = { heavy: [], children: [] };
  const order = columnsOf("Statement", []);
  const level: LevelPlan = { from: { root: "Statement" }, filters, order, limit: 20, rows: true, total: false, node };
  return { text: compile([level]), values: parameters.values };
}

describe("the text of a plan", () => {
  test("is the same for other values and another order of the same conditions", () => {
    const one = page({ mode: { eq: "DIRECT" }, language: { in: ["fr"] } });
    const other = page({ language: { in: ["en", "hy"] }, mode: { eq: "MIXED" } });
    expect(other.text).toBe(one.text);
    expect(other.values).toEqual({ p0: ["en", "hy"], p1: "MIXED" });
  });

  test("never holds a value", () => {
    const value = "') MATCH (n) DETACH DELETE n //";
    const { text } = page({
      key: { eq: value },
      text: { contains: value },
      speakers: { some: { actor: { named: { in: [value] } }, verb: { eq: value } } },
    });
    expect(text).not.toContain("DELETE");
  });

  test("starts from an indexed end, and follows paths from there", () => {
    const { text } = page({
      about: { some: { actor: { named: { eq: "Bakou" } } } },
      speakers: { some: { actor: { key: { eq: "armenie" } } } },
    });
    const clauses = text.split("\n").filter((line) => line.startsWith("MATCH"));
    expect(clauses).toEqual([
      "MATCH (n4:Actor {key: $p1}) WITH *, coalesce(n4.mergedInto, n4.key) AS x5 MATCH (n2:Actor {key: x5})",
      "MATCH (:Name {key: $p0})-[:NAMES]->(n6:Actor)",
      "MATCH (n6:Actor)<-[e7:ABOUT]-(n0:Statement)",
      "MATCH (n0)<-[e3:MADE]-(n2:Actor)",
    ]);
  });

  test("is the same whether ends stand inside AND or beside each other", () => {
    const [about, speakers] = [
      { about: { some: { topic: { key: { eq: "paix" } } } } },
      { speakers: { some: { actor: { named: { eq: "Bakou" } } } } },
    ];
    expect(page({ AND: [about, speakers] }).text).toBe(page({ ...about, ...speakers }).text);
    expect(page({ AND: [about, speakers] }).text).not.toContain("EXISTS");
  });

  test("each node on the way from an end two relations away goes on once", () => {
    const { text } = page({
      speakers: { some: { actor: { memberOf: { some: { organisation: { named: { eq: "ONU" } } } } } } },
    });
    expect(text).toContain(
      "MATCH (n4:Actor)<-[e5:MEMBER_OF]-(n2:Actor)\nWITH DISTINCT n2\nMATCH (n2:Actor)-[e3:MADE]->(n0:Statement)",
    );
  });

  test("looks up names that no place starts from once, before all else", () => {
    const { text } = page({ NOT: { speakers: { some: { actor: { named: { in: ["Bakou", "Erevan"] } } } } } });
    const [, lookup] = text.split("\n");
    expect(lookup).toMatch(/^CALL \(\) \{ UNWIND \$p0 AS x\d+ MATCH \(:Name .* AS k\d+ \}$/);
  });

  test("a path read from its other end is the same path", () => {
    expect(reversed("(a:A)-[e:R]->(b)")).toBe("(b)<-[e:R]-(a:A)");
    expect(reversed(reversed("(a)<-[e:R]-(b:B)"))).toBe("(a)<-[e:R]-(b:B)");
  });
});
