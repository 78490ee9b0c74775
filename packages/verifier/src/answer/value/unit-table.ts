/** A unit: the base dimension it measures, its power, and its size n/d in base units (m, kg, s, dollar). */
export type UnitEntry = readonly [dimension: string, power: number, n: number, d: number];

// Each row: spellings, then dimension, power and size. Sizes are exact by definition of the unit.
const rows: readonly (readonly [string, string, number, number, number])[] = [
  ["m meter metre", "length", 1, 1, 1],
  ["km kilometer kilometre kms", "length", 1, 1000, 1],
  ["dm decimeter decimetre", "length", 1, 1, 10],
  ["cm centimeter centimetre cms", "length", 1, 1, 100],
  ["mm millimeter millimetre", "length", 1, 1, 1000],
  ["nm nanometer nanometre", "length", 1, 1, 1e9],
  ["in inch inches", "length", 1, 254, 10000],
  ["ft foot feet", "length", 1, 3048, 10000],
  ["yd yard yds", "length", 1, 9144, 10000],
  ["mi mile", "length", 1, 1609344, 1000],
  ["kg kilogram kilo kgs", "mass", 1, 1, 1],
  ["g gram gm", "mass", 1, 1, 1000],
  ["mg milligram", "mass", 1, 1, 1e6],
  ["tonne", "mass", 1, 1000, 1],
  ["lb pound lbs", "mass", 1, 45359237, 1e8],
  ["oz ounce", "mass", 1, 45359237, 16e8],
  ["s sec second secs", "time", 1, 1, 1],
  ["ms millisecond", "time", 1, 1, 1000],
  ["min minute mins", "time", 1, 60, 1],
  ["h hr hour hrs", "time", 1, 3600, 1],
  ["day", "time", 1, 86400, 1],
  ["week wk", "time", 1, 604800, 1],
  ["L l liter litre", "length", 3, 1, 1000],
  ["mL ml milliliter millilitre cc", "length", 3, 1, 1e6],
  ["acre", "length", 2, 40468564224, 1e7],
  ["hectare ha", "length", 2, 10000, 1],
  ["gallon gal", "length", 3, 3785411784, 1e12],
  ["quart qt", "length", 3, 946352946, 1e12],
  ["pint pt", "length", 3, 473176473, 1e12],
  ["$ dollar USD usd buck", "dollar", 1, 1, 1],
  ["cent ¢", "dollar", 1, 1, 100],
  ["€ euro EUR", "euro", 1, 1, 1],
  ["£ GBP", "sterling", 1, 1, 1],
  ["¥ yen", "yen", 1, 1, 1],
  ["V volt", "volt", 1, 1, 1],
  ["mol mole", "mole", 1, 1, 1],
  ["K kelvin", "kelvin", 1, 1, 1],
  ["celsius", "celsius", 1, 1, 1],
  ["fahrenheit", "fahrenheit", 1, 1, 1],
  ["rad radian", "radian", 1, 1, 1],
  ["unit", "unit", 1, 1, 1],
  ["hundred", "count", 1, 100, 1],
  ["thousand", "count", 1, 1000, 1],
  ["million", "count", 1, 1e6, 1],
  ["billion", "count", 1, 1e9, 1],
  ["trillion", "count", 1, 1e12, 1],
  ["dozen", "count", 1, 12, 1],
  ["month mo", "month", 1, 1, 1],
  ["year yr yrs", "month", 1, 12, 1],
];

/** Units by spelling. */
export const unitTable: ReadonlyMap<string, UnitEntry> = new Map(
  rows.flatMap(([names, dimension, power, n, d]) =>
    names.split(" ").map((name): [string, UnitEntry] => [name, [dimension, power, n, d]]),
  ),
);

const rate = (over: string, under: string) =>
  [
    [over, 1],
    [under, -1],
  ] as const;
const newton = [
  ["kg", 1],
  ["m", 1],
  ["s", -2],
] as const;
const joule = [...newton, ["m", 1]] as const;
const watt = [...joule, ["s", -1]] as const;
const pascal = [...newton, ["m", -2]] as const;
const thousand = ["thousand", 1] as const;

/** Composite spellings, as unit factors. */
export const compositeUnits: ReadonlyMap<string, readonly (readonly [string, number])[]> = new Map<
  string,
  readonly (readonly [string, number])[]
>([
  ["mph", rate("mile", "hour")],
  ["kph", rate("km", "hour")],
  ["kmh", rate("km", "hour")],
  ["mps", rate("m", "second")],
  ["fps", rate("foot", "second")],
  ["sqft", [["foot", 2]]],
  ["sqm", [["m", 2]]],
  ["N", newton],
  ["newton", newton],
  ["J", joule],
  ["joule", joule],
  ["kJ", [...joule, thousand]],
  ["kilojoule", [...joule, thousand]],
  ["W", watt],
  ["watt", watt],
  ["kW", [...watt, thousand]],
  ["kilowatt", [...watt, thousand]],
  ["kWh", [...watt, thousand, ["hour", 1]]],
  ["Pa", pascal],
  ["pascal", pascal],
  ["kPa", [...pascal, thousand]],
  ["kilopascal", [...pascal, thousand]],
  ["Hz", [["s", -1]]],
  ["hertz", [["s", -1]]],
]);
