import { extractInSteps } from "./extraction/extract.js";
import type { CodebookTerm, Reader } from "./loading/resolve.js";
import type { ArticleRecord, StatementRecord } from "./model/record.js";
import type { Steps } from "./model/steps.js";
import { type Codebook, codebookOf } from "./resolution/codebook.js";
import { type Prediction, predictionOf } from "./resolution/prediction-of.js";
import { resolveActor } from "./resolution/resolve-actor.js";
import { statementsOf } from "./resolution/statements-of.js";

/** How articles and names are read: extraction, then resolution, with the events and topics that are known so far. */
export function createReader(): Reader {
  const codebookFor = lastCodebook();
  return {
    resolve: resolveActor,
    *readArticle(article, terms) {
      const extraction = yield* extractInSteps(article.text, optionsOf(article));
      const statements: StatementRecord[] = [];
      for (const statement of statementsOf(article, extraction, codebookFor(terms))) {
        statements.push(statement);
        yield;
      }
      return { language: extraction.language, statements };
    },
  };
}

/** What extraction predicts for a document of an annotated corpus, and the language it was read in. */
export function* predict(article: ArticleRecord): Steps<{ language: string; line: Prediction }> {
  const extraction = yield* extractInSteps(article.text, optionsOf(article));
  return { language: extraction.language, line: predictionOf(article, extraction) };
}

function optionsOf({ language, publishedAt, boilerplate }: ArticleRecord) {
  return {
    boilerplate,
    ...(language === undefined ? {} : { language }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

/** Opens a codebook, or gives the last one again while the terms are the same: most articles follow each other. */
function lastCodebook(): (terms: readonly CodebookTerm[]) => Codebook {
  let known: readonly CodebookTerm[] = [];
  let codebook = codebookOf([]);
  return (terms) => {
    if (terms !== known) codebook = codebookOf(terms);
    known = terms;
    return codebook;
  };
}
