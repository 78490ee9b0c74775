/** The shape of a text: letters and numbers without their names, so that finds of one cause are reported once. */
export function nameShape(text: string): string {
  return text
    .replace(/\\[a-zA-Z]+|[a-zA-Z]/g, (part) => (part.length > 1 ? part : "x"))
    .replace(/\d+(\.\d+)?/g, "1")
    .replace(/\\[dt]frac/g, "\\frac");
}
