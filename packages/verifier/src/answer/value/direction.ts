const directions =
  "east|west|north|south|(?:north|south)-?(?:east|west)|left|right|up|down|(?:up|down|east|west|north|south|left|right|in|out|for|back)wards?";
const wayTo = new RegExp(`(?:^|(?<= ))(?:(?:to|towards?) the |due )(?=(?:${directions})$)`, "i");
const word = new RegExp(`^(?:${directions}|clockwise|counterclockwise|anticlockwise)$`, "i");

/** Returns `to the right` and `due north` as the direction alone; other texts as they are. */
export function withoutWayTo(text: string): string {
  return text.replace(wayTo, "");
}

/** Tells whether a word is a direction: that of a velocity or force. */
export function isDirection(text: string): boolean {
  return word.test(text);
}
