const linesPerSet = 4;

/** Says on standard error, a few times a set, how far it is. */
export function createProgress(name: string, total: number): (done: number) => void {
  const step = Math.max(1, Math.ceil(total / linesPerSet));
  return (done) => {
    if (done % step === 0 || done === total) process.stderr.write(`${name}: ${done} of ${total}\n`);
  };
}
