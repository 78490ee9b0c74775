import { kindTable } from "./kind-table.test-support.ts";

kindTable("times of day", {
  equal: [
    ["2:05 p.m.", "14:05"],
    ["14:05", "2:05 PM"],
    ["2:05\\text{ pm}", "2:05 p.m."],
    ["12:00", "12:00 pm"],
    ["12:30 am", "0:30"],
    ["8 a.m.", "8:00 am"],
    ["noon", "12:00 pm"],
    ["midnight", "12:00 am"],
    ["08:30", "8:30"],
  ],
  different: [
    ["12:00", "1:00"],
    ["20:34", "08:34 P.M. tomorrow"],
    ["2:05 pm", "2:05 am"],
    ["2:05 pm", "2:50 pm"],
    ["noon", "midnight"],
    ["8 a.m.", "8 p.m."],
    ["14:05", "14.05"],
  ],
});
