/** Source of a pattern for a whole number (`number`) that is the whole subject of its clause, and no end of a formula. */
export const wholeSubject = String.raw`(?:^|[.;:,]\s+|\b(?:since|because|that|so|and|but|as|thus|therefore|hence)\s+)\$?(?<number>\d{1,12})\$?\s+`;
