import { availableParallelism, cpus } from "node:os";

/** Prints objects of one shape as a Markdown table, a column per property. */
export function printTable(rows) {
  const names = Object.keys(rows[0] ?? {});
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  const [head, ...body] = cells.map(line);
  console.log([head, line(widths.map((width) => "-".repeat(width))), ...body].join("\n"));
}

/** Says on what machine the figures were taken: without it they mean nothing. */
export function printMachine() {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  console.log(
    `${availableParallelism()} cores, ${model}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
  );
}
