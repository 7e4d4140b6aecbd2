import type { Stance } from "../model/vocabulary.js";
import type { Candidate } from "./candidate.js";
import type { Stretch } from "./own-conduct.js";
import type { Target } from "./targets.js";

/** The stance that the verb states, and toward which target. */
export function stanceOf(
  { stance }: Candidate,
  targets: readonly Target[],
  _stretches: readonly Stretch[],
): { target: Target; stance: Stance } | null {
  const target = targets[0];
  return stance && target ? { target, stance } : null;
}
