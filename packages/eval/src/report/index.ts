export * from "./chart-types.ts";
export {
  buildReport,
  type EvaluationReport,
  type ReportedTest,
  type ReportInput,
  renderJsonReport,
} from "./evaluation-report.ts";
export * from "./format-number.ts";
export { renderHtmlPage } from "./html-page.ts";
export { renderMarkdownPage, renderMarkdownTable } from "./markdown-page.ts";
export type { Inline, InlinePart, Page, PageSection, Table, TableColumn } from "./page-types.ts";
export { buildReportPage } from "./report-page.ts";
export { renderBarChart } from "./svg-bar-chart.ts";
export { renderLineChart, renderSmallMultiples } from "./svg-line-chart.ts";
