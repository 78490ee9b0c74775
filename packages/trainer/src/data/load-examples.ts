import { z } from "zod";
import { TrainerError } from "../errors.ts";
import type { Example } from "./example.ts";
import { type JsonLinesLimits, readJsonLines } from "./json-lines.ts";
import { joinPromptMessages, type Message, messageSchema, parseRow } from "./row-schema.ts";

/** A prompt with a completion, as loaded from a file. */
export type TextExample = Pick<Example, "prompt" | "completion">;

const textRow = z.object({ prompt: z.string().min(1), completion: z.string().min(1) });
const chatRow = z.object({ messages: z.array(messageSchema).min(2).max(1000) });
const splitChatRow = z.object({
  prompt: z.array(messageSchema).min(1).max(1000),
  completion: z.array(messageSchema).length(1),
});

/**
 * Loads examples from JSONL rows `{"prompt", "completion"}` (texts or chat messages) or `{"messages"}` ending with an
 * assistant message; further columns are ignored. Throws a TrainerError (DATA_INVALID) with file and line.
 */
export async function loadExamples(file: string, limits: JsonLinesLimits = {}): Promise<TextExample[]> {
  const examples: TextExample[] = [];
  for await (const line of readJsonLines(file, limits)) {
    const row = typeof line.value === "object" && line.value !== null ? line.value : {};
    if ("messages" in row) {
      const { messages } = parseRow(chatRow, line);
      examples.push(toExample(messages.slice(0, -1), messages.slice(-1), line.place));
    } else if ("prompt" in row && Array.isArray(row.prompt)) {
      const { prompt, completion } = parseRow(splitChatRow, line);
      examples.push(toExample(prompt, completion, line.place));
    } else {
      examples.push(parseRow(textRow, line));
    }
  }
  if (examples.length === 0) throw new TrainerError("DATA_INVALID", `${file} holds no examples; add rows.`);
  return examples;
}

function toExample(prompt: readonly Message[], completion: readonly Message[], place: string): TextExample {
  const [answer] = completion;
  if (answer?.role !== "assistant" || answer.content === "")
    throw new TrainerError(
      "DATA_INVALID",
      `${place}: the last message must be a non-empty one of role "assistant"; it is the completion to learn.`,
    );
  return { prompt: joinPromptMessages(prompt, place), completion: answer.content };
}
