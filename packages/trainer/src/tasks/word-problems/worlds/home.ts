import type { StoryWorld } from "../story-world.ts";

/** Saving money. */
export const savings: StoryWorld = {
  name: "savings",
  things: ["dollars"],
  openings: [
    {
      text: [
        "{name} saves {a} dollars every week for {b} weeks.",
        "For {b} weeks {name} puts {a} dollars a week into a jar.",
      ],
      numbers: { a: [4, 25], b: [3, 12] },
      steps: [["a * b", "In these weeks {name} saves {eq} dollars."]],
    },
    {
      text: ["{name} has {a} dollars and earns {b} dollars an hour for {c} hours of babysitting."],
      numbers: { a: [10, 80], b: [6, 15], c: [2, 8] },
      steps: [
        ["b * c", "Babysitting brings {eq} dollars."],
        ["a + s1", "Then {name} has {eq} dollars."],
      ],
    },
    {
      text: [
        "{name} mows {a} lawns for {b} dollars each and washes {c} cars for {e} dollars each. {She} keeps the money in a jar.",
      ],
      numbers: { a: [2, 7], b: [8, 20], c: [2, 8], e: [5, 12] },
      steps: [
        ["a * b", "The lawns bring {eq} dollars."],
        ["c * e", "The cars bring {eq} dollars."],
        ["s1 + s2", "The jar holds {eq} dollars."],
      ],
    },
  ],
  events: [
    {
      text: ["{Her} grandmother gives {name} {a} dollars."],
      numbers: { a: [5, 40] },
      steps: [["x + a", "With the gift {she} has {eq} dollars."]],
    },
    {
      text: ["Then {she} buys a game for {a} dollars."],
      numbers: { a: [8, 45] },
      steps: [["x - a", "After buying the game {she} has {eq} dollars."]],
    },
    {
      text: ["{She} buys {a} tickets for the zoo at {b} dollars each."],
      numbers: { a: [2, 5], b: [4, 12] },
      steps: [
        ["a * b", "The tickets cost {eq} dollars."],
        ["x - s1", "After buying the tickets {she} has {eq} dollars."],
      ],
    },
    {
      text: ["Finally {friend} pays back {a} dollars that {she} lent long ago."],
      numbers: { a: [3, 20] },
      steps: [["x + a", "With the money from {friend} {she} has {eq} dollars."]],
    },
  ],
  closings: [
    {
      text: ["{She} splits all of {her} money equally between {a} envelopes."],
      numbers: { a: [2, 6] },
      steps: [["x / a", "Each envelope gets {eq} dollars."]],
      question: ["How many dollars are in each envelope?"],
    },
    {
      text: ["{Her} parents then double what {she} has, and {she} pays {a} dollars for a used bike."],
      numbers: { a: [40, 150], b: [2, 2] },
      steps: [
        ["x * b", "When doubled it is {eq} dollars."],
        ["s1 - a", "After paying for the bike {eq} dollars are left."],
      ],
      question: ["How many dollars does {name} have left?"],
    },
    {
      text: ["{She} spends all of {her} money on stamps that cost {a} dollars each."],
      numbers: { a: [2, 6] },
      steps: [["x / a", "The money is enough for {eq} stamps."]],
      question: ["How many stamps can {name} buy?"],
    },
  ],
  questions: ["How many dollars does {name} have now?"],
  distractors: ["The jar was a present from {z} years ago.", "{Her} house has the number {z}."],
};

/** Planting a garden. */
export const garden: StoryWorld = {
  name: "garden",
  things: ["tulips", "bean plants", "sunflowers", "lettuce plants"],
  openings: [
    {
      text: ["{name} plants {a} rows of {things} with {b} {things} in each row."],
      numbers: { a: [3, 12], b: [4, 15] },
      steps: [["a * b", "The rows contain {eq} {things}."]],
    },
    {
      text: ["{name} plants {a} {things} behind the house and {b} times as many in front of it."],
      numbers: { a: [7, 25], b: [2, 4] },
      steps: [
        ["a * b", "In front of the house there are {eq} {things}."],
        ["a + s1", "In the whole garden there are {eq} {things}."],
      ],
    },
    {
      text: ["{name} plants {a} long rows of {b} {things} and {c} short rows of {e} {things}."],
      numbers: { a: [2, 6], b: [10, 20], c: [2, 6], e: [3, 9] },
      steps: [
        ["a * b", "The long rows contain {eq} {things}."],
        ["c * e", "The short rows contain {eq} {things}."],
        ["s1 + s2", "The garden contains {eq} {things}."],
      ],
    },
  ],
  events: [
    {
      text: ["Snails eat {a} of them.", "A storm destroys {a} of them."],
      numbers: { a: [2, 20] },
      steps: [["x - a", "After this loss {eq} {things} are alive."]],
    },
    {
      text: ["To fill gaps, {she} plants {a} new {things}."],
      numbers: { a: [3, 20] },
      steps: [["x + a", "With the new ones there are {eq} {things}."]],
    },
    {
      text: ["{She} digs up {a} {things} for each of {her} {b} cousins."],
      numbers: { a: [2, 5], b: [2, 6] },
      steps: [
        ["a * b", "The cousins get {eq} {things}."],
        ["x - s1", "In the garden {eq} {things} remain."],
      ],
    },
    {
      text: ["In autumn {she} brings {a} of the {things} to {friend}."],
      numbers: { a: [4, 15] },
      steps: [["x - a", "In autumn {eq} {things} remain."]],
    },
  ],
  closings: [
    {
      text: ["{She} waters them with a can that is enough for {a} {things} each time it is filled."],
      numbers: { a: [2, 12] },
      steps: [["x / a", "The can must be filled {eq} times."]],
      question: ["How many times must {name} fill the can to water all {things} once?"],
    },
    {
      text: ["Each of the {things} needs {a} cups of water a day. {She} has already carried {b} cups today."],
      numbers: { a: [2, 4], b: [6, 40] },
      steps: [
        ["x * a", "In one day they need {eq} cups of water."],
        ["s1 - b", "So {eq} cups are still missing today."],
      ],
      question: ["How many more cups must {name} carry today?"],
    },
  ],
  questions: ["How many {things} are in the garden now?"],
  distractors: ["The garden fence is {z} meters long.", "Last year {she} grew {z} pumpkins instead."],
};

/** Making jewelry from beads. */
export const beads: StoryWorld = {
  name: "beads",
  things: ["beads", "shells", "buttons"],
  openings: [
    {
      text: ["{name} opens {a} bags with {b} {things} in each bag to make jewelry."],
      numbers: { a: [3, 9], b: [10, 40] },
      steps: [["a * b", "The bags contain {eq} {things}."]],
    },
    {
      text: [
        "{name} collects {a} {things}. {Her} friend {friend} collects {b} fewer. They put them together in a bowl to make jewelry.",
      ],
      numbers: { a: [30, 90], b: [4, 20] },
      steps: [
        ["a - b", "{friend} collects {eq} {things}."],
        ["a + s1", "The bowl holds {eq} {things}."],
      ],
    },
    {
      text: [
        "To make jewelry, {name} buys {a} tubes with {b} {things} each and {c} boxes with {e} {things} each.",
      ],
      numbers: { a: [2, 6], b: [12, 30], c: [2, 5], e: [15, 40] },
      steps: [
        ["a * b", "The tubes contain {eq} {things}."],
        ["c * e", "The boxes contain {eq} {things}."],
        ["s1 + s2", "In all there are {eq} {things}."],
      ],
    },
  ],
  events: [
    {
      text: ["{She} makes {a} bracelets with {b} {things} each."],
      numbers: { a: [2, 6], b: [6, 15] },
      steps: [
        ["a * b", "The bracelets use {eq} {things}."],
        ["x - s1", "After the bracelets {eq} {things} are left."],
      ],
    },
    {
      text: ["A necklace takes another {a} {things}.", "A belt takes another {a} {things}."],
      numbers: { a: [10, 40] },
      steps: [["x - a", "When it is finished {eq} {things} are left."]],
    },
    {
      text: ["In an old box {she} discovers {a} {things} and adds them."],
      numbers: { a: [5, 35] },
      steps: [["x + a", "With the old ones there are {eq} {things}."]],
    },
    {
      text: ["The dog swallows {a} {things}."],
      numbers: { a: [2, 4] },
      steps: [["x - a", "Without those there are {eq} {things}."]],
    },
  ],
  closings: [
    {
      text: ["{She} uses all of them for rings that take {a} {things} each."],
      numbers: { a: [2, 9] },
      steps: [["x / a", "They are enough for {eq} rings."]],
      question: ["How many rings does {name} make?"],
    },
    {
      text: [
        "{She} uses all of them for rings that take {a} {things} each and sells every ring for {b} dollars.",
      ],
      numbers: { a: [2, 9], b: [3, 8] },
      steps: [
        ["x / a", "They are enough for {eq} rings."],
        ["s1 * b", "The rings bring {eq} dollars."],
      ],
      question: ["How many dollars do the rings bring?"],
    },
  ],
  questions: ["How many {things} does {name} have for more jewelry?", "How many {things} are there now?"],
  distractors: ["The string is {z} meters long.", "{name} has worn the same ring for {z} weeks."],
};

/** A toy workshop. */
export const workshop: StoryWorld = {
  name: "workshop",
  things: ["toy cars", "puzzles", "kites", "wooden boats"],
  openings: [
    {
      text: ["In a workshop {name} builds {a} {things} a day for {b} days."],
      numbers: { a: [3, 15], b: [3, 12] },
      steps: [["a * b", "In these days {name} builds {eq} {things}."]],
    },
    {
      text: [
        "{name} builds {a} {things} in a week. {Her} colleague {friend} builds {b} more than that. They store all of them in one room.",
      ],
      numbers: { a: [10, 45], b: [3, 20] },
      steps: [
        ["a + b", "{friend} builds {eq} {things}."],
        ["a + s1", "The room holds {eq} {things}."],
      ],
    },
    {
      text: [
        "{name} builds {a} {things} on each of {b} days, and {friend} builds {c} {things} on each of {e} days. They work in the same workshop.",
      ],
      numbers: { a: [3, 12], b: [2, 7], c: [3, 12], e: [2, 7] },
      steps: [
        ["a * b", "{name} builds {eq} {things}."],
        ["c * e", "{friend} builds {eq} {things}."],
        ["s1 + s2", "The workshop has {eq} {things}."],
      ],
    },
  ],
  events: [
    {
      text: ["A test shows that {a} {things} are faulty, and they are thrown away."],
      numbers: { a: [2, 12] },
      steps: [["x - a", "After the test {eq} {things} are left."]],
    },
    {
      text: ["{a} shops order {b} {things} each, and the workshop ships them."],
      numbers: { a: [2, 5], b: [4, 12] },
      steps: [
        ["a * b", "The shops receive {eq} {things}."],
        ["x - s1", "After shipping {eq} {things} are left."],
      ],
    },
    {
      text: ["A customer sends back {a} {things} that were bought last year."],
      numbers: { a: [2, 4] },
      steps: [["x + a", "With the returned ones there are {eq} {things}."]],
    },
    {
      text: ["A new helper finishes {a} more {things}."],
      numbers: { a: [4, 25] },
      steps: [["x + a", "With the work of the helper there are {eq} {things}."]],
    },
  ],
  closings: [
    {
      text: ["All of them are packed into crates of {a}."],
      numbers: { a: [2, 12] },
      steps: [["x / a", "They fill {eq} crates."]],
      question: ["How many crates are filled?"],
    },
    {
      text: ["All of them are sold for {a} dollars each, and the wood cost {b} dollars."],
      numbers: { a: [3, 8], b: [10, 80] },
      steps: [
        ["x * a", "Selling them brings {eq} dollars."],
        ["s1 - b", "Without the cost of the wood {eq} dollars are earned."],
      ],
      question: ["How many dollars are earned after paying for the wood?"],
    },
  ],
  questions: ["How many {things} are in the workshop now?"],
  distractors: ["The workshop has {z} windows.", "Painting one of them takes {z} minutes."],
};
