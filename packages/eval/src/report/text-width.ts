const NARROW = "iljtfrI.,:;'|![]() ";
const WIDE = "mwMW@%—−+";

/**
 * Returns the estimated width of `text` in px in a common sans-serif face. An estimate from above: layouts that fit by
 * it fit in every usual system face.
 */
export function estimateTextWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) {
    if (NARROW.includes(character)) ems += 0.36;
    else if (WIDE.includes(character)) ems += 0.92;
    else if (character.codePointAt(0)! > 0x2e7f) ems += 1.05;
    else ems += character >= "A" && character <= "Z" ? 0.7 : 0.59;
  }
  return ems * fontSize;
}

/** Returns `text` cut to at most `width` px, with an ellipsis where something was cut. */
export function truncateText(text: string, width: number, fontSize: number): string {
  if (estimateTextWidth(text, fontSize) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && estimateTextWidth(`${characters.join("")}…`, fontSize) > width)
    characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** Returns `text` broken at spaces into lines of at most `width` px; a longer word is cut with an ellipsis. */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && estimateTextWidth(longer, fontSize) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines.map((each) => truncateText(each, width, fontSize));
}
