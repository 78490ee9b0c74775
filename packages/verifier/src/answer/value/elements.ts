/** Symbols of the chemical elements by atomic number. */
export const elementSymbols: readonly string[] = (
  "- H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo " +
  "Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb " +
  "Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og"
).split(" ");

/** Names of elements whose isotopes are called by name: carbon-14. */
export const isotopeNames: ReadonlyMap<string, string> = new Map([
  ["hydrogen", "H"],
  ["carbon", "C"],
  ["nitrogen", "N"],
  ["oxygen", "O"],
  ["potassium", "K"],
  ["cobalt", "Co"],
  ["strontium", "Sr"],
  ["iodine", "I"],
  ["cesium", "Cs"],
  ["radon", "Rn"],
  ["radium", "Ra"],
  ["thorium", "Th"],
  ["uranium", "U"],
  ["plutonium", "Pu"],
  ["lead", "Pb"],
]);

const symbols: ReadonlySet<string> = new Set(elementSymbols.slice(1));

/** Tells whether two texts are formulas of different elements in the same letters: CO and Co. */
export function differInElements(a: string, b: string): boolean {
  return a !== b && a.length <= 4 && isElements(a) && isElements(b);
}

function isElements(text: string): boolean {
  const parts = text.match(/[A-Z][a-z]?/g) ?? [];
  return parts.join("") === text && parts.every((part) => symbols.has(part));
}
