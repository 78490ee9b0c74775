// A process that loads graders of one's own and says what they are, so that the server need not run their code.
import { VerifierError } from "../errors.ts";
import { builtInGraders } from "./built-in.ts";
import { mathName } from "./choose-grader.ts";
import { loadGrader } from "./load-grader.ts";
import { digestFile, type PlugIn } from "./plug-in.ts";

/** A message for each module, in order; the last one where a module cannot be used. */
export type PlugInMessage = { readonly plugIn: PlugIn } | { readonly refusal: string };

// Out of reach of the modules: what they send is no message of this program.
const send = process.send?.bind(process);
Reflect.deleteProperty(process, "send");
process.once("disconnect", () => process.exit(0));

const taken = [mathName, ...builtInGraders.map(({ name }) => name)];
for (const path of process.argv.slice(2)) {
  const message = await describe(path);
  if ("plugIn" in message) taken.push(message.plugIn.name);
  send?.(message);
}

async function describe(path: string): Promise<PlugInMessage> {
  try {
    // Read first: a change after that is seen by the workers.
    const digest = digestFile(path);
    const { name, description, options } = await loadGrader(path, taken);
    return { plugIn: { path, digest, name, description, options } };
  } catch (error) {
    if (error instanceof VerifierError) return { refusal: error.message };
    throw error;
  }
}
