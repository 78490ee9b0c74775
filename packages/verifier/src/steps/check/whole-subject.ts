/** Source of a pattern for a whole number by itself, with or without the signs of LaTeX around it. */
export const wholeNumber = (name: string) =>
  String.raw`(?:\\\(\s?|\$)?(?<${name}>\d{1,12})(?!\d)(?:\s?\\\)|\$|(?!\s?\\\)|\$))`;

/** Source of a pattern for a whole number (`number`) that is the whole subject of its clause, and no end of a formula. */
export const wholeSubject = String.raw`(?:^|[.;:,]\s+|\b(?:since|because|that|so|and|but|as|thus|therefore|hence)\s+)(?:the\s+number\s+)?${wholeNumber("number")}\s+`;
