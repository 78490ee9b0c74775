const small = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The English words of a whole number from 0 to 999 999, in the American way: `two hundred five`. */
export function spellNumber(value: number): string {
  if (value < 20) return small[value] ?? "";
  if (value < 100) return joined(tens[Math.floor(value / 10) - 2] ?? "", "-", value % 10);
  if (value < 1000) return joined(`${spellNumber(Math.floor(value / 100))} hundred`, " ", value % 100);
  return joined(`${spellNumber(Math.floor(value / 1000))} thousand`, " ", value % 1000);
}

function joined(head: string, glue: string, rest: number): string {
  return rest === 0 ? head : `${head}${glue}${spellNumber(rest)}`;
}
