import type { StoryWorld } from "../story-world.ts";

/** A journey counted in kilometers. */
export const journey: StoryWorld = {
  name: "journey",
  things: ["kilometers"],
  openings: [
    {
      text: [
        "{name} cycles {a} kilometers an hour for {b} hours.",
        "On a bike tour {name} rides for {b} hours and covers {a} kilometers every hour.",
      ],
      numbers: { a: [11, 24], b: [2, 7] },
      steps: [["a * b", "In these hours {name} covers {eq} kilometers."]],
    },
    {
      text: ["{name} hikes {a} kilometers on the first day and twice as far on the second day."],
      numbers: { a: [6, 22], b: [2, 2] },
      steps: [
        ["a * b", "On the second day {name} hikes {eq} kilometers."],
        ["a + s1", "In two days that makes {eq} kilometers."],
      ],
    },
    {
      text: [
        "{name} drives {a} hours at {b} kilometers an hour and then {c} hours at {e} kilometers an hour.",
      ],
      numbers: { a: [2, 4], b: [40, 80], c: [2, 4], e: [30, 70] },
      steps: [
        ["a * b", "The first part is {eq} kilometers long."],
        ["c * e", "The second part is {eq} kilometers long."],
        ["s1 + s2", "So far {name} has gone {eq} kilometers."],
      ],
    },
  ],
  events: [
    {
      text: ["{She} takes a wrong turn and adds {a} kilometers to the route."],
      numbers: { a: [2, 18] },
      steps: [["x + a", "With the wrong turn the route has {eq} kilometers."]],
    },
    {
      text: ["After a rest {she} goes on for {a} stages of {b} kilometers."],
      numbers: { a: [2, 5], b: [4, 15] },
      steps: [
        ["a * b", "The stages add {eq} kilometers."],
        ["x + s1", "After the stages the route has {eq} kilometers."],
      ],
    },
    {
      text: ["In the evening {she} goes another {a} kilometers to reach the hotel."],
      numbers: { a: [3, 25] },
      steps: [["x + a", "At the hotel {name} has gone {eq} kilometers."]],
    },
    {
      text: [
        "On the map {she} sees that {a} of these kilometers led in a circle and decides not to count them.",
      ],
      numbers: { a: [2, 20] },
      steps: [["x - a", "Without the circle {name} counts {eq} kilometers."]],
    },
  ],
  closings: [
    {
      text: ["{friend} needs {a} days for the same distance and goes equally far every day."],
      numbers: { a: [2, 9] },
      steps: [["x / a", "Every day {friend} goes {eq} kilometers."]],
      question: ["How many kilometers does {friend} go every day?"],
    },
    {
      text: ["The whole trip that {name} has planned is {a} times as long as this."],
      numbers: { a: [2, 4] },
      steps: [
        ["x * a", "The whole trip is {eq} kilometers long."],
        ["s1 - x", "So {eq} kilometers are still ahead."],
      ],
      question: ["How many kilometers are still ahead of {name}?"],
    },
  ],
  questions: ["How many kilometers is that in all?", "What distance in kilometers does this make?"],
  distractors: ["A bottle of water costs {z} cents on the way.", "{Her} backpack has {z} pockets."],
};

/** Passengers getting on and off. */
export const bus: StoryWorld = {
  name: "bus",
  things: ["passengers", "travelers"],
  openings: [
    {
      text: ["{name} drives a train with {a} cars. At the first station {b} {things} get into each car."],
      numbers: { a: [3, 9], b: [6, 24] },
      steps: [["a * b", "The train starts with {eq} {things}."]],
    },
    {
      text: [
        "{name} drives a ferry. {a} {things} come on board with the first bus and {b} more than that with the second bus.",
      ],
      numbers: { a: [10, 45], b: [3, 20] },
      steps: [
        ["a + b", "The second bus brings {eq} {things}."],
        ["a + s1", "The ferry leaves with {eq} {things}."],
      ],
    },
    {
      text: [
        "{name} drives a night train. {a} cars carry {b} {things} each and {c} cars carry {e} {things} each.",
      ],
      numbers: { a: [2, 6], b: [10, 25], c: [2, 5], e: [8, 20] },
      steps: [
        ["a * b", "The first kind of car carries {eq} {things}."],
        ["c * e", "The second kind of car carries {eq} {things}."],
        ["s1 + s2", "The train carries {eq} {things}."],
      ],
    },
  ],
  events: [
    {
      text: ["At the next stop {a} {things} get off."],
      numbers: { a: [4, 30] },
      steps: [["x - a", "After this stop {eq} {things} are on board."]],
    },
    {
      text: ["Then {a} groups of {b} {things} get on."],
      numbers: { a: [2, 6], b: [3, 9] },
      steps: [
        ["a * b", "The groups have {eq} {things}."],
        ["x + s1", "With the groups {eq} {things} are on board."],
      ],
    },
    {
      text: ["In the city {a} {things} get off and {b} {things} get on."],
      numbers: { a: [5, 25], b: [5, 25] },
      steps: [
        ["x - a", "When some have left in the city {eq} {things} remain."],
        ["s1 + b", "With the new ones {eq} {things} are on board."],
      ],
    },
    {
      text: ["At the airport {a} more {things} come on board."],
      numbers: { a: [3, 30] },
      steps: [["x + a", "After the airport {eq} {things} are on board."]],
    },
  ],
  closings: [
    {
      text: ["At the last stop everybody gets off and leaves in vans that take {a} {things} each."],
      numbers: { a: [2, 9] },
      steps: [["x / a", "They fill {eq} vans."]],
      question: ["How many vans are filled?"],
    },
    {
      text: ["Everyone who is then on board pays {a} dollars for the ride."],
      numbers: { a: [2, 6] },
      steps: [["x * a", "They pay {eq} dollars."]],
      question: ["How many dollars do they pay in all?"],
    },
  ],
  questions: ["How many {things} are on board now?"],
  distractors: ["This route has existed for {z} years.", "The coffee on board costs {z} dimes."],
};

/** Training for sport. */
export const sport: StoryWorld = {
  name: "sport",
  things: ["laps", "lengths", "rounds"],
  openings: [
    {
      text: [
        "{name} trains {a} times a week and does {b} {things} each time. This is how {she} spends one week.",
      ],
      numbers: { a: [2, 6], b: [6, 24] },
      steps: [["a * b", "In this week {name} does {eq} {things}."]],
    },
    {
      text: ["{name} does {a} {things} on Monday and {b} fewer on Tuesday."],
      numbers: { a: [15, 50], b: [3, 12] },
      steps: [
        ["a - b", "On Tuesday {name} does {eq} {things}."],
        ["a + s1", "In two days that makes {eq} {things}."],
      ],
    },
    {
      text: ["{name} does {a} {things} on each of {b} mornings and {c} {things} on each of {e} evenings."],
      numbers: { a: [5, 15], b: [2, 6], c: [4, 12], e: [2, 6] },
      steps: [
        ["a * b", "In the mornings {name} does {eq} {things}."],
        ["c * e", "In the evenings {she} does {eq} {things}."],
        ["s1 + s2", "Mornings and evenings make {eq} {things}."],
      ],
    },
  ],
  events: [
    {
      text: ["{Her} coach does not count {a} of them because they were too slow."],
      numbers: { a: [2, 9] },
      steps: [["x - a", "The coach counts {eq} {things}."]],
    },
    {
      text: ["On a training weekend {she} adds {a} {things} on each of two days."],
      numbers: { a: [4, 25], b: [2, 2] },
      steps: [
        ["a * b", "The weekend adds {eq} {things}."],
        ["x + s1", "With the weekend the count is {eq} {things}."],
      ],
    },
    {
      text: ["After that {she} does {a} {things} more together with {friend}."],
      numbers: { a: [3, 20] },
      steps: [["x + a", "With these the count is {eq} {things}."]],
    },
    {
      text: ["In the following month {she} does twice as many, and only that month counts."],
      numbers: { a: [2, 2] },
      steps: [["x * a", "In the following month {name} does {eq} {things}."]],
    },
  ],
  closings: [
    {
      text: ["A charity pays {a} dollars for every one that counts."],
      numbers: { a: [2, 6] },
      steps: [["x * a", "The charity pays {eq} dollars."]],
      question: ["How many dollars does the charity pay?"],
    },
    {
      text: ["{friend} needs {a} days to do the same number and does equally many every day."],
      numbers: { a: [2, 9] },
      steps: [["x / a", "Every day {friend} does {eq} {things}."]],
      question: ["How many {things} does {friend} do every day?"],
    },
    {
      text: [
        "To win a medal, {friend} has to do {a} {things} more than {name}, and {friend} has done {b} so far.",
      ],
      numbers: { a: [5, 30], b: [5, 20] },
      steps: [
        ["x + a", "A medal takes {eq} {things}."],
        ["s1 - b", "So {friend} still needs {eq} {things}."],
      ],
      question: ["How many {things} does {friend} still need?"],
    },
  ],
  questions: ["How many {things} count for {name} in the end?"],
  distractors: ["The sports hall opened {z} years ago.", "{Her} shoes cost {z} dollars."],
};
