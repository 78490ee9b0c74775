export * from "./boundary/index.ts";
export * from "./errors.ts";
export * from "./grade/index.ts";
export * from "./metrics/index.ts";
export * from "./report/index.ts";
export * from "./samples/index.ts";
