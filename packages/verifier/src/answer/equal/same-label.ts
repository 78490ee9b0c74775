/** Words that say nothing of what is named: "the final answer is". */
const emptyWords: ReadonlySet<string> = new Set(
  (
    "the a an of is are be equals equal to we get have has so then therefore thus hence and that this it its final answer " +
    "answers result results value values solution solutions total number correct required desired possible in for"
  ).split(" "),
);

/**
 * Tells whether two labels in words may name the same thing: they share a word (or its beginning, as in max and
 * maximum), or one of them says nothing. "Maximum" and "minimum" do not.
 */
export function mayBeSameLabel(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0 || right.length === 0) return true;
  return left.some((word) => right.some((other) => word.startsWith(other) || other.startsWith(word)));
}

function wordsOf(label: string): readonly string[] {
  return label
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1 && !emptyWords.has(word));
}
