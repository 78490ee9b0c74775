import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Admission, admitGroups } from "./admit-groups.ts";

const group = [1.5, undefined, -0.5];
const action = (name: Admission["action"], change: Partial<Admission> = {}): Admission => ({
  action: name,
  weight: 1,
  ...change,
});

describe("admitGroups", () => {
  it.each([
    ["keep", action("keep"), "leave_out", group],
    ["explore", action("explore"), "leave_out", group],
    ["drop", action("drop"), "cap", [undefined, undefined, undefined]],
    ["guard, left out", action("guard", { advantageCap: 1 }), "leave_out", [undefined, undefined, undefined]],
    ["guard, capped", action("guard", { advantageCap: 1 }), "cap", [1, undefined, -0.5]],
    ["guard without a cap", action("guard"), "cap", [0, undefined, -0.5]],
    ["a cap of a group that is kept", action("keep", { advantageCap: 1 }), "cap", group],
    ["weight", action("keep", { weight: 0.5 }), "leave_out", [0.75, undefined, -0.25]],
  ] as const)("%s", (_name, admission, guard, expected) => {
    expect(admitGroups([group], [admission], guard)).toEqual([expected]);
  });

  it("decides group by group: what is dropped changes nothing elsewhere", () => {
    const anyGroup = fc.array(fc.option(fc.double({ noNaN: true }), { nil: undefined }), { minLength: 1 });
    const anyAction = fc.constantFrom<Admission["action"]>("explore", "keep", "drop", "guard");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyGroup, anyAction)),
        fc.constantFrom("leave_out", "cap"),
        (rows, guard) => {
          const groups = rows.map(([advantages]) => advantages);
          const admissions = rows.map(([, name]) => action(name, { advantageCap: 1 }));
          const together = admitGroups(groups, admissions, guard);
          const apart = groups.map(
            (advantages, g) => admitGroups([advantages], admissions.slice(g, g + 1), guard)[0],
          );
          expect(together).toEqual(apart);
        },
      ),
    );
  });
});
