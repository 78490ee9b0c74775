import type { StoryWorld } from "../story-world.ts";

/** Buying things for school. */
export const shopping: StoryWorld = {
  name: "shopping",
  things: ["pencils", "markers", "notebooks", "erasers"],
  openings: [
    {
      text: [
        "{name} buys {a} packs of {things} with {b} {things} in each pack.",
        "At the store {name} puts {a} packs into {her} basket. Each pack contains {b} {things}.",
      ],
      numbers: { a: [2, 9], b: [3, 12] },
      steps: [["a * b", "The packs contain {eq} {things}."]],
    },
    {
      text: ["{name} already has {a} {things} at home and buys {b} packs of {c} {things}."],
      numbers: { a: [4, 30], b: [2, 8], c: [3, 12] },
      steps: [
        ["b * c", "The packs contain {eq} {things}."],
        ["a + s1", "Together with those at home {name} has {eq} {things}."],
      ],
    },
    {
      text: [
        "{name} buys {a} small packs with {b} {things} each and {c} large packs with {e} {things} each.",
      ],
      numbers: { a: [2, 7], b: [3, 8], c: [2, 6], e: [9, 20] },
      steps: [
        ["a * b", "The small packs contain {eq} {things}."],
        ["c * e", "The large packs contain {eq} {things}."],
        ["s1 + s2", "All packs together contain {eq} {things}."],
      ],
    },
  ],
  events: [
    {
      text: [
        "{She} gives {a} {things} to {her} brother.",
        "{Her} brother borrows {a} {things} and does not bring them back.",
      ],
      numbers: { a: [2, 15] },
      steps: [["x - a", "Then {she} has {eq} {things}."]],
    },
    {
      text: ["For {her} birthday {she} gets {a} more {things} from {friend}."],
      numbers: { a: [3, 25] },
      steps: [["x + a", "With the present {she} has {eq} {things}."]],
    },
    {
      text: ["At school {she} hands {a} {things} to each of {b} classmates."],
      numbers: { a: [2, 4], b: [2, 8] },
      steps: [
        ["a * b", "The classmates receive {eq} {things}."],
        ["x - s1", "After that {name} has {eq} {things}."],
      ],
    },
    {
      text: ["By the end of the month {she} loses {a} {things}."],
      numbers: { a: [2, 9] },
      steps: [["x - a", "At the end of the month {she} has {eq} {things}."]],
    },
  ],
  closings: [
    {
      text: ["{She} divides the {things} equally between {a} drawers."],
      numbers: { a: [2, 8] },
      steps: [["x / a", "Each drawer gets {eq} {things}."]],
      question: ["How many {things} go into each drawer?"],
    },
    {
      text: ["{friend} has {a} times as many {things} as {name}."],
      numbers: { a: [2, 4] },
      steps: [
        ["x * a", "{friend} has {eq} {things}."],
        ["x + s1", "The two friends have {eq} {things}."],
      ],
      question: ["How many {things} do {name} and {friend} have together?"],
    },
    {
      text: ["{friend} has {a} fewer {things} than {name}."],
      numbers: { a: [2, 20] },
      steps: [["x - a", "{friend} has {eq} {things}."]],
      question: ["How many {things} does {friend} have?"],
    },
  ],
  questions: ["How many {things} does {name} have now?"],
  distractors: [
    "The store is {z} minutes away on foot.",
    "{name} also tries on a hat for {z} dollars but does not buy it.",
  ],
};

/** Reading a book. */
export const reading: StoryWorld = {
  name: "reading",
  things: ["pages"],
  openings: [
    {
      text: ["{name} reads {a} pages of a long book every day for {b} days."],
      numbers: { a: [8, 30], b: [3, 12] },
      steps: [["a * b", "In these days {name} reads {eq} pages."]],
    },
    {
      text: [
        "{name} reads {a} pages of a novel every day of one week. On the Monday after that {she} reads {b} more pages.",
      ],
      numbers: { a: [6, 25], b: [5, 40], c: [7, 7] },
      steps: [
        ["a * c", "During the week {name} reads {eq} pages."],
        ["s1 + b", "Including Monday {she} has read {eq} pages."],
      ],
    },
    {
      text: ["{name} reads {a} chapters of {b} pages in one book and {c} chapters of {e} pages in another."],
      numbers: { a: [2, 7], b: [8, 20], c: [2, 7], e: [6, 18] },
      steps: [
        ["a * b", "In the first book {name} reads {eq} pages."],
        ["c * e", "In the other book {she} reads {eq} pages."],
        ["s1 + s2", "In both books {she} reads {eq} pages."],
      ],
    },
  ],
  events: [
    {
      text: ["On the train {she} reads another {a} pages."],
      numbers: { a: [6, 45] },
      steps: [["x + a", "After the train ride the count is {eq} pages."]],
    },
    {
      text: ["During the holidays {she} reads {a} pages on each of {b} evenings."],
      numbers: { a: [5, 15], b: [2, 8] },
      steps: [
        ["a * b", "The evenings add {eq} pages."],
        ["x + s1", "With the holidays the count is {eq} pages."],
      ],
    },
    {
      text: ["{She} then notices that {a} of these pages held only pictures and stops counting them."],
      numbers: { a: [3, 20] },
      steps: [["x - a", "Without the picture pages the count is {eq} pages."]],
    },
    {
      text: ["On a rainy Sunday {she} reads {a} pages more."],
      numbers: { a: [10, 60] },
      steps: [["x + a", "After Sunday the count is {eq} pages."]],
    },
  ],
  closings: [
    {
      text: ["{friend} read half as many pages as {name}."],
      numbers: { a: [2, 2] },
      steps: [["x / a", "{friend} read {eq} pages."]],
      question: ["How many pages did {friend} read?"],
    },
    {
      text: ["{friend} read {a} pages more than {name}."],
      numbers: { a: [4, 50] },
      steps: [
        ["x + a", "{friend} read {eq} pages."],
        ["x + s1", "Together they read {eq} pages."],
      ],
      question: ["How many pages did {name} and {friend} read together?"],
    },
    {
      text: ["For every {a} pages {she} counts, {name} earns a star from {her} teacher."],
      numbers: { a: [3, 12] },
      steps: [["x / a", "The teacher gives {name} {eq} stars."]],
      question: ["How many stars does {name} earn?"],
    },
  ],
  questions: ["How many pages does {name} count?", "What is the final count of pages?"],
  distractors: [
    "The library owns {z} copies of the book.",
    "{Her} lamp has used the same bulb for {z} months.",
  ],
};

/** A collection shared in a class. */
export const classroom: StoryWorld = {
  name: "classroom",
  things: ["stickers", "crayons", "cards", "sheets"],
  openings: [
    {
      text: ["{name} teaches a class with {a} tables. {She} lays {b} {things} on every table."],
      numbers: { a: [4, 12], b: [3, 12] },
      steps: [["a * b", "On the tables there are {eq} {things}."]],
    },
    {
      text: [
        "For an art lesson {name} brings {a} {things}, and every one of {her} {b} students brings {c} {things}.",
      ],
      numbers: { a: [10, 40], b: [6, 24], c: [2, 6] },
      steps: [
        ["b * c", "The students bring {eq} {things}."],
        ["a + s1", "With those of {name} the class has {eq} {things}."],
      ],
    },
    {
      text: [
        "{name} opens {a} boxes with {b} red {things} each and {c} boxes with {e} blue {things} each for {her} class.",
      ],
      numbers: { a: [2, 6], b: [5, 15], c: [2, 6], e: [5, 15] },
      steps: [
        ["a * b", "The number of red {things} is {eq} in all."],
        ["c * e", "The number of blue {things} is {eq} in all."],
        ["s1 + s2", "So the class has {eq} {things}."],
      ],
    },
  ],
  events: [
    {
      text: ["During the lesson the children use up {a} {things}."],
      numbers: { a: [5, 40] },
      steps: [["x - a", "After the lesson {eq} {things} remain."]],
    },
    {
      text: ["The head teacher donates {a} packs of {b} {things}."],
      numbers: { a: [2, 6], b: [4, 12] },
      steps: [
        ["a * b", "The donation is {eq} {things}."],
        ["x + s1", "With the donation there are {eq} {things}."],
      ],
    },
    {
      text: ["{name} lends {a} {things} to the class next door.", "The class next door takes {a} {things}."],
      numbers: { a: [3, 25] },
      steps: [["x - a", "Then {eq} {things} stay in the room."]],
    },
    {
      text: ["In a cupboard {she} finds {a} more {things}."],
      numbers: { a: [2, 20] },
      steps: [["x + a", "With the found ones there are {eq} {things}."]],
    },
  ],
  closings: [
    {
      text: ["All {things} are then shared equally among {a} groups."],
      numbers: { a: [2, 9] },
      steps: [["x / a", "Each group gets {eq} {things}."]],
      question: ["How many {things} does each group get?"],
    },
    {
      text: [
        "All {things} are then shared equally among {a} groups, and each group gives {b} of its {things} back.",
      ],
      numbers: { a: [2, 6], b: [2, 5] },
      steps: [
        ["x / a", "At first each group gets {eq} {things}."],
        ["s1 - b", "After giving some back each group keeps {eq} {things}."],
      ],
      question: ["How many {things} does each group keep?"],
    },
  ],
  questions: ["How many {things} does the class have now?", "How many {things} are there at the end?"],
  distractors: ["The lesson lasts {z} minutes.", "There are {z} books on the shelf behind the door."],
};
