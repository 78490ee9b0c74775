import { z } from "zod";
import { TrainerError } from "../errors.ts";
import type { JsonLine } from "./json-lines.ts";

/** A chat message. */
export const messageSchema = z.object({
  role: z.enum(["system", "user", "assistant"]),
  content: z.string(),
});

/** A chat message as stored in data files. */
export type Message = z.output<typeof messageSchema>;

/** Parses a row; unknown columns are ignored. Throws a TrainerError (DATA_INVALID) with file, line and column. */
export function parseRow<T>(schema: z.ZodType<T>, { place, value }: JsonLine): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const column = issue === undefined || issue.path.length === 0 ? "the row" : `"${issue.path.join(".")}"`;
  throw new TrainerError("DATA_INVALID", `${place}: ${column}: ${issue?.message ?? "invalid"}.`);
}

/**
 * The plain-text prompt of chat messages: one user message, with a system message before it set in front after a blank
 * line. Throws a TrainerError (DATA_INVALID) for longer chats, which need a chat template.
 */
export function joinPromptMessages(messages: readonly Message[], place: string): string {
  const roles = messages.map((message) => message.role).join(", ");
  if (roles !== "user" && roles !== "system, user")
    throw new TrainerError(
      "DATA_INVALID",
      `${place}: a prompt of roles "${roles}" needs a chat template; give "user" or "system, user", or text columns.`,
    );
  return messages.map((message) => message.content).join("\n\n");
}
