import type { StoryWorld } from "../story-world.ts";

/** A home bakery. */
export const bakery: StoryWorld = {
  name: "bakery",
  things: ["muffins", "cookies", "bread rolls", "cupcakes"],
  openings: [
    {
      text: [
        "{name} bakes {a} trays of {things} with {b} {things} on each tray.",
        "{name} takes {a} trays out of the oven. Each tray holds {b} {things}.",
      ],
      numbers: { a: [2, 9], b: [4, 15] },
      steps: [["a * b", "The trays hold {eq} {things}."]],
    },
    {
      text: [
        "{name} bakes {a} trays of {b} {things} in the morning and {c} trays of {e} {things} in the afternoon.",
      ],
      numbers: { a: [2, 6], b: [4, 12], c: [2, 6], e: [4, 12] },
      steps: [
        ["a * b", "In the morning {name} bakes {eq} {things}."],
        ["c * e", "In the afternoon {she} bakes {eq} {things}."],
        ["s1 + s2", "Over the whole day that makes {eq} {things}."],
      ],
    },
    {
      text: [
        "{name} puts {a} {things} on the first shelf of {her} bakery and {b} more than that on the second shelf.",
      ],
      numbers: { a: [8, 40], b: [3, 25] },
      steps: [
        ["a + b", "The second shelf holds {eq} {things}."],
        ["a + s1", "Both shelves hold {eq} {things}."],
      ],
    },
  ],
  events: [
    {
      text: [
        "{a} of them are burnt, so {she} throws those away.",
        "{She} drops {a} of them on the floor and throws those away.",
      ],
      numbers: { a: [2, 9] },
      steps: [["x - a", "Without the spoiled ones {name} has {eq} {things}."]],
    },
    {
      text: ["{Her} friend {friend} brings {a} boxes with {b} {things} in each box."],
      numbers: { a: [2, 5], b: [3, 12] },
      steps: [
        ["a * b", "The boxes of {friend} contain {eq} {things}."],
        ["x + s1", "With these {name} has {eq} {things}."],
      ],
    },
    {
      text: ["Before noon {she} sells {a} {things}.", "A cafe buys {a} {things} from {name}."],
      numbers: { a: [5, 45] },
      steps: [["x - a", "After this sale {she} has {eq} {things}."]],
    },
    {
      text: ["{She} gives {a} {things} to each of {b} neighbors."],
      numbers: { a: [2, 5], b: [2, 6] },
      steps: [
        ["a * b", "The neighbors get {eq} {things}."],
        ["x - s1", "That leaves {eq} {things}."],
      ],
    },
  ],
  closings: [
    {
      text: ["{She} packs all the {things} {she} has into bags of {a}."],
      numbers: { a: [2, 9] },
      steps: [["x / a", "The {things} fill {eq} bags."]],
      question: ["How many bags does {name} fill?", "How many bags does {she} need?"],
    },
    {
      text: ["{She} sells all the {things} {she} has for {a} dollars each."],
      numbers: { a: [2, 5] },
      steps: [["x * a", "They bring in {eq} dollars."]],
      question: ["How many dollars does {name} get for them?"],
    },
    {
      text: [
        "{She} sells all the {things} {she} has for {a} dollars each and pays {b} dollars for flour and sugar.",
      ],
      numbers: { a: [2, 5], b: [5, 40] },
      steps: [
        ["x * a", "They bring in {eq} dollars."],
        ["s1 - b", "After paying for the ingredients {name} keeps {eq} dollars."],
      ],
      question: ["How many dollars does {name} have after paying for the ingredients?"],
    },
  ],
  questions: ["How many {things} does {name} have now?", "How many {things} does {she} have in the end?"],
  distractors: [
    "The oven is {z} years old.",
    "The oven needs {z} minutes to warm up.",
    "{name} lives {z} minutes from the bakery.",
  ],
};

/** A fruit orchard. */
export const orchard: StoryWorld = {
  name: "orchard",
  things: ["apples", "pears", "peaches", "plums"],
  openings: [
    {
      text: ["{name} picks {things} from {a} trees and gets {b} {things} from every tree."],
      numbers: { a: [3, 9], b: [6, 24] },
      steps: [["a * b", "The trees give {eq} {things}."]],
    },
    {
      text: [
        "{name} picks {a} {things}, and {her} friend {friend} picks {b} times as many. They put all of them into one cart.",
      ],
      numbers: { a: [8, 30], b: [2, 4] },
      steps: [
        ["a * b", "{friend} picks {eq} {things}."],
        ["a + s1", "The cart holds {eq} {things}."],
      ],
    },
    {
      text: [
        "In {her} orchard {name} fills {a} baskets with {b} {things} each and {c} crates with {e} {things} each.",
      ],
      numbers: { a: [2, 6], b: [5, 15], c: [2, 5], e: [8, 24] },
      steps: [
        ["a * b", "The baskets hold {eq} {things}."],
        ["c * e", "The crates hold {eq} {things}."],
        ["s1 + s2", "In all {name} has {eq} {things}."],
      ],
    },
  ],
  events: [
    {
      text: [
        "While sorting, {she} finds that {a} {things} are rotten and removes them.",
        "Birds have pecked {a} of the {things}, so {she} puts those on the compost.",
      ],
      numbers: { a: [3, 20] },
      steps: [["x - a", "After sorting there are {eq} good {things}."]],
    },
    {
      text: ["Half of the {things} are used to make juice."],
      numbers: { a: [2, 2] },
      steps: [["x / a", "After making juice {eq} {things} remain."]],
    },
    {
      text: ["The next day {she} picks {a} more {things}."],
      numbers: { a: [5, 40] },
      steps: [["x + a", "With the new ones there are {eq} {things}."]],
    },
    {
      text: ["A school orders {a} bags with {b} {things} in each bag, and {name} delivers them."],
      numbers: { a: [2, 8], b: [2, 6] },
      steps: [
        ["a * b", "The school receives {eq} {things}."],
        ["x - s1", "After the delivery {eq} {things} are left."],
      ],
    },
  ],
  closings: [
    {
      text: ["The {things} are shared equally among {a} families."],
      numbers: { a: [2, 9] },
      steps: [["x / a", "Every family gets {eq} {things}."]],
      question: ["How many {things} does each family get?"],
    },
    {
      text: ["{She} lays the {things} in boxes of {a} and sells every box for {b} dollars."],
      numbers: { a: [2, 10], b: [3, 9] },
      steps: [
        ["x / a", "The {things} fill {eq} boxes."],
        ["s1 * b", "Selling the boxes brings {eq} dollars."],
      ],
      question: ["How many dollars does {name} earn with the boxes?"],
    },
  ],
  questions: ["How many {things} are there now?", "How many {things} does {name} have at the end?"],
  distractors: ["The orchard was planted {z} years ago.", "The nearest market is {z} kilometers away."],
};

/** A beekeeper's honey. */
export const beekeeper: StoryWorld = {
  name: "beekeeper",
  things: ["jars", "glasses", "pots"],
  openings: [
    {
      text: ["{name} keeps {a} beehives. This summer each hive gives enough honey for {b} {things}."],
      numbers: { a: [3, 12], b: [4, 15] },
      steps: [["a * b", "The hives fill {eq} {things}."]],
    },
    {
      text: ["{name} fills {a} {things} of honey in June and {b} fewer in July."],
      numbers: { a: [20, 60], b: [3, 15] },
      steps: [
        ["a - b", "In July {she} fills {eq} {things}."],
        ["a + s1", "In both months {she} fills {eq} {things}."],
      ],
    },
    {
      text: [
        "{name} fills {a} {things} of honey every week for {b} weeks. {Her} sister fills {c} {things} every week for {e} weeks. They store everything in one cellar.",
      ],
      numbers: { a: [4, 12], b: [2, 6], c: [3, 10], e: [2, 7] },
      steps: [
        ["a * b", "{name} fills {eq} {things}."],
        ["c * e", "The sister fills {eq} {things}."],
        ["s1 + s2", "The cellar holds {eq} {things}."],
      ],
    },
  ],
  events: [
    {
      text: [
        "On the way to the shop {a} {things} break.",
        "{She} notices that {a} {things} have cracks and cannot be used.",
      ],
      numbers: { a: [2, 8] },
      steps: [["x - a", "That leaves {eq} whole {things}."]],
    },
    {
      text: ["At the market {she} sells {a} {things} on Saturday and {b} {things} on Sunday."],
      numbers: { a: [4, 20], b: [4, 20] },
      steps: [
        ["x - a", "After Saturday {she} still has {eq} {things}."],
        ["s1 - b", "After Sunday {she} still has {eq} {things}."],
      ],
    },
    {
      text: ["Later {she} buys {a} {things} of honey from a neighbor."],
      numbers: { a: [3, 20] },
      steps: [["x + a", "With the bought ones {she} has {eq} {things}."]],
    },
    {
      text: ["A hotel takes a third of the {things}, which leaves {name} with the other two thirds."],
      numbers: { a: [3, 3] },
      steps: [
        ["x / a", "The hotel takes {eq} {things}."],
        ["x - s1", "After that {name} has {eq} {things}."],
      ],
    },
  ],
  closings: [
    {
      text: ["{She} arranges the {things} in rows of {a} on the shelves."],
      numbers: { a: [2, 9] },
      steps: [["x / a", "They make {eq} rows."]],
      question: ["How many rows does {name} make?"],
    },
    {
      text: [
        "A shop buys all of them at {a} dollars each, and {name} puts {b} dollars of this money aside for new hives.",
      ],
      numbers: { a: [3, 9], b: [10, 60] },
      steps: [
        ["x * a", "The shop pays {eq} dollars."],
        ["s1 - b", "After putting money aside {name} can spend {eq} dollars."],
      ],
      question: ["How many dollars of the money are left?"],
    },
  ],
  questions: ["How many {things} of honey does {name} have now?", "How many {things} are left?"],
  distractors: [
    "A hive can be home to more than {z} thousand bees.",
    "{name} has been a beekeeper for {z} years.",
  ],
};
