import { type SentAnswerPolicy, toWellFormedText } from "@touchstone/proto";
import protobuf from "protobufjs/minimal.js";
import type { Extraction, FailureReason, Verdict } from "../answer/index.ts";

/** One graded item of a batch. */
export interface GradedItem {
  readonly id: string;
  readonly verdict: Verdict;
  readonly policy: { readonly wire: SentAnswerPolicy; readonly bytes: Uint8Array };
}

type Writer = protobuf.Writer;

/** Numbers of the enum FailureKind. */
export const failureNumbers: Readonly<Record<FailureReason, number>> = {
  no_gold: 1,
  unparsable_gold: 2,
  limit_exceeded: 3,
  undecided: 4,
  internal: 5,
  invalid_item: 6,
};

const lengthDelimited = 2;
const varint = 0;
const fixed64 = 1;
const tag = (field: number, wireType: number) => (field << 3) | wireType;

/**
 * The bytes of a GradeAnswersResponse, written straight from the verdicts: a third of the CPU time of the general
 * encoder, which copies every message first. Field numbers are those of the contract; a test compares the two.
 */
export function encodeVerdicts(items: readonly GradedItem[]): Buffer {
  const writer = protobuf.Writer.create();
  for (const item of items) {
    writer.uint32(tag(1, lengthDelimited)).fork();
    writeVerdict(writer, item);
    writer.ldelim();
  }
  return writer.finish() as Buffer;
}

function writeVerdict(writer: Writer, { id, verdict, policy }: GradedItem): void {
  writeText(writer, 1, id);
  if (verdict.kind === "failure") {
    writer.uint32(tag(3, lengthDelimited)).fork();
    writer.uint32(tag(1, varint)).int32(failureNumbers[verdict.failure]);
    writeText(writer, 2, verdict.message);
    writer.ldelim();
  } else {
    writer.uint32(tag(2, lengthDelimited)).fork();
    if (verdict.correct) writer.uint32(tag(1, varint)).bool(true).uint32(tag(2, fixed64)).double(1);
    writer.ldelim();
  }
  if (verdict.extracted !== undefined) writeExtraction(writer, verdict.extracted);
  if (verdict.kind === "score") {
    writeText(writer, 5, verdict.goldForm);
    writeText(writer, 6, verdict.answerForm);
    writeText(writer, 7, verdict.method);
    writeText(writer, 8, verdict.reason);
    if (verdict.goldIndex) writer.uint32(tag(9, varint)).uint32(verdict.goldIndex);
  }
  if (verdict.fuelUsed > 0) writer.uint32(tag(10, varint)).uint64(verdict.fuelUsed);
  writer.uint32(tag(11, lengthDelimited)).bytes(policy.bytes);
}

function writeExtraction(writer: Writer, { start, end, text, source }: Extraction): void {
  writer.uint32(tag(4, lengthDelimited)).fork();
  if (start > 0) writer.uint32(tag(1, varint)).uint32(start);
  if (end > 0) writer.uint32(tag(2, varint)).uint32(end);
  writeText(writer, 3, text);
  writeText(writer, 4, source);
  writer.ldelim();
}

function writeText(writer: Writer, field: number, text: string | undefined): void {
  if (text === undefined || text === "") return;
  writer.uint32(tag(field, lengthDelimited)).string(toWellFormedText(text));
}
