/**
 * Returns a bare answer the way math-verify reads best: LaTeX outside `$...$` is not read, so what has no delimiters of
 * its own gets them, around all but a final point.
 */
export function wrapAnswer(text: string): string {
  const trimmed = text.trim();
  const hasDelimiters = ["$", "\\(", "\\[", "\\boxed{"].some((mark) => trimmed.includes(mark));
  if (hasDelimiters) return trimmed;
  return trimmed.endsWith(".") ? `$${trimmed.slice(0, -1)}$.` : `$${trimmed}$`;
}
