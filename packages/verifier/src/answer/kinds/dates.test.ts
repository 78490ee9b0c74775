import { kindTable } from "./kind-table.test-support.ts";

kindTable("dates", {
  equal: [
    ["January 5, 2020", "5 January 2020"],
    ["2020-01-05", "January 5, 2020"],
    ["Jan 5", "January 5th"],
    ["March 3", "3 March"],
    ["\\text{Monday}", "monday"],
  ],
  different: [
    ["January 5, 2020", "January 6, 2020"],
    ["January 5, 2020", "January 5, 2021"],
    ["January 5", "June 5"],
    ["2020-01-05", "2020-05-01"],
    ["Monday", "Tuesday"],
  ],
});
