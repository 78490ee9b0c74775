import type { AnswerGrader } from "./answer-grader.ts";
import { loadGrader } from "./load-grader.ts";
import { digestFile, type PlugIn } from "./plug-in.ts";

/** Where a module is not what it was at the start of the server. */
export class GraderChanged extends Error {
  constructor(path: string, cause?: unknown) {
    super(`The grader ${path} is not what it was when the server started: start the server anew.`, { cause });
    this.name = "GraderChanged";
  }
}

/**
 * The graders of these modules. One that changed since it was described, or does not load any more, fails every item it
 * is asked about: two texts must not judge side by side, and the other graders work on.
 *
 * @param onChanged told of each such grader
 */
export async function loadPlugIns(
  plugIns: readonly PlugIn[],
  onChanged: (error: GraderChanged) => void,
): Promise<AnswerGrader<unknown>[]> {
  const graders: AnswerGrader<unknown>[] = [];
  for (const plugIn of plugIns) {
    try {
      graders.push((await loadUnchanged(plugIn)) as AnswerGrader<unknown>);
    } catch (cause) {
      const error = cause instanceof GraderChanged ? cause : new GraderChanged(plugIn.path, cause);
      onChanged(error);
      graders.push(createFailing(plugIn, error));
    }
  }
  return graders;
}

async function loadUnchanged({ path, digest, name }: PlugIn): Promise<AnswerGrader<string>> {
  if (digestFile(path) !== digest) throw new GraderChanged(path);
  const grader = await loadGrader(path, []);
  if (grader.name !== name) throw new GraderChanged(path);
  return grader;
}

function createFailing({ name, description, options }: PlugIn, error: GraderChanged): AnswerGrader<unknown> {
  const fail = (): never => {
    throw error;
  };
  return { name, description, options, method: "custom", refusesProse: true, readGold: fail, judge: fail };
}
