import { compare } from "./operators.js";

/** That somebody says something about a target. */
export interface Said {
  statement: string;
  speaker: string;
  target: string;
  label: string;
  stance: string | undefined;
}

/** Who talks about an actor, or whom it talks about: for each, how many statements, and how many of them are for and against. */
export function tiesIn(said: readonly Said[], field: "talksAbout" | "talkedAboutBy", key: string) {
  const ties = new Map<string, { statements: number; support: number; oppose: number }>();
  for (const { speaker, target, stance } of said) {
    const [self, other] = field === "talksAbout" ? [speaker, target] : [target, speaker];
    if (self !== key) continue;
    const { statements, support, oppose } = ties.get(other) ?? { statements: 0, support: 0, oppose: 0 };
    const [isFor, isAgainst] = [Number(stance === "SUPPORT"), Number(stance === "OPPOSE")];
    ties.set(other, { statements: statements + 1, support: support + isFor, oppose: oppose + isAgainst });
  }
  return [...ties]
    .map(([actor, counted]) => ({ actor: { key: actor }, ...counted }))
    .sort((a, b) => b.statements - a.statements || compare(a.actor.key, b.actor.key));
}

/** Pairs of actors with opposite stance on the same target, with counts. */
export function disagreementsIn(said: readonly Said[]) {
  const sides = new Map<string, { target: string; label: string; actor: string; stance: string; count: number }>();
  for (const { speaker, target, label, stance } of said) {
    if (stance !== "SUPPORT" && stance !== "OPPOSE") continue;
    const name = [label, target, speaker, stance].join(" ");
    const side = sides.get(name) ?? { target, label, actor: speaker, stance, count: 0 };
    sides.set(name, { ...side, count: side.count + 1 });
  }
  const withStance = (stance: string) => [...sides.values()].filter((side) => side.stance === stance);
  const opponents = withStance("OPPOSE");
  return withStance("SUPPORT")
    .flatMap((one) =>
      opponents
        .filter((other) => other.label === one.label && other.target === one.target && other.actor !== one.actor)
        .map((other) => ({
          target: { __typename: one.label, key: one.target },
          supporter: { key: one.actor },
          opponent: { key: other.actor },
          support: one.count,
          oppose: other.count,
        })),
    )
    .sort(
      (a, b) =>
        Math.min(b.support, b.oppose) - Math.min(a.support, a.oppose) ||
        b.support + b.oppose - (a.support + a.oppose) ||
        compare(a.target.__typename, b.target.__typename) ||
        compare(a.target.key, b.target.key) ||
        compare(a.supporter.key, b.supporter.key) ||
        compare(a.opponent.key, b.opponent.key),
    );
}
