import "./workers.js";
import "graphiql/style.css";
import "./style.css";
import type { Fetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { type ExampleTab, readTabs } from "./examples.js";
import { operationToRun } from "./operation-name.js";

/** Asks the server that this page came from. */
const ask: Fetcher = async (request, { headers } = {}) => {
  const response = await fetch("graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify({ ...request, operationName: operationToRun(request.query, request.operationName) }),
  });
  return response.json();
};

function Playground({ tabs }: { tabs: ExampleTab[] }) {
  return (
    <GraphiQL fetcher={ask} defaultTabs={tabs} defaultEditorToolsVisibility={false}>
      <GraphiQL.Logo>
        <span className="brand">Dixit</span>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}

const root = document.getElementById("playground");
if (!root) throw new Error("index.html has no element #playground");
const tabs = await readTabs();
createRoot(root).render(
  <StrictMode>
    <Playground tabs={tabs} />
  </StrictMode>,
);
