import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineChart } from "./chart-types.ts";
import { formatInterval, formatNumber, formatPValue, formatTick } from "./format-number.ts";
import { SERIES_COLORS } from "./palette.ts";
import { renderBarChart } from "./svg-bar-chart.ts";
import { renderLegend } from "./svg-legend.ts";
import { renderLineChart, renderSmallMultiples } from "./svg-line-chart.ts";
import { createScale } from "./svg-scale.ts";
import { estimateTextWidth, truncateText, wrapText } from "./text-width.ts";
import { selectLinearTicks, selectLog2Ticks } from "./ticks.ts";

/** Throws unless tags nest, attributes are quoted and no bare < or & stands in text. Returns the tag names. */
function checkMarkup(svg: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [a-z0-9:-]+="[^"<>]*")*)(\/?)>/gi,
    (_, close, name, __, selfClosed) => {
      if (close) expect(open.pop()).toBe(name);
      else if (!selfClosed) open.push(name);
      if (!close) names.push(name);
      return "";
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/<|>|&(?!(?:amp|lt|gt|quot|#39);)/);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  return names;
}

const chart: LineChart = {
  title: 'pass@k <of> "two" & more',
  description: "Two curves.",
  x: { label: "k", scale: "log2" },
  y: { label: "pass@k", style: "percent", min: 0, max: 1 },
  series: [
    { name: "base", points: [1, 2, 4, 8].map((x) => ({ x, y: x / 10, low: x / 12, high: x / 9 })) },
    {
      name: "rl",
      style: "dashed",
      points: [
        { x: 1, y: 0.5 },
        { x: 2, y: Number.NaN },
        { x: 8, y: 0.6 },
      ],
    },
  ],
  references: [{ axis: "x", at: 5, label: "crossing" }],
};

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Pairs of text elements of one SVG that share a line and overlap. */
function findOverlaps(svg: string): string[] {
  const texts = [
    ...svg.matchAll(
      /<text x="([\d.-]+)" y="([\d.-]+)" font-size="([\d.]+)"(?: text-anchor="(\w+)")?[^>]*>([^<]*)</g,
    ),
  ]
    .filter((match) => !match[0].includes("rotate"))
    .map(([, x, y, size, anchor, text]) => {
      const shown = text!.replace(
        /&(amp|lt|gt|quot|#39);/g,
        (_, name) => ENTITIES[name as keyof typeof ENTITIES],
      );
      const width = estimateTextWidth(shown, Number(size));
      const start = Number(x) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
      return { start, end: start + width, y: Number(y), text: text! };
    });
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter((b) => Math.abs(a.y - b.y) < 9 && a.start < b.end && b.start < a.end)
      .map((b) => `${a.text} | ${b.text}`),
  );
}

describe("renderLineChart", () => {
  const svg = renderLineChart(chart);

  it("is well-formed, titled, described and escaped", () => {
    const names = checkMarkup(svg);
    expect(names.slice(0, 3)).toEqual(["svg", "title", "desc"]);
    expect(svg).toContain("<title>pass@k &lt;of&gt; &quot;two&quot; &amp; more</title>");
  });

  it("draws bands only with bounds, breaks lines at missing values, and needs no scripts or outside files", () => {
    expect(svg.match(/<polygon/g)).toHaveLength(1);
    expect(svg.match(/<polyline/g)).toHaveLength(3);
    expect(svg).not.toMatch(/<script|href|url\(/);
  });

  it("keeps texts apart at any width and range", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 360, max: 1200 }),
        fc.integer({ min: 1, max: 4096 }),
        fc.array(fc.string({ minLength: 1, maxLength: 60, unit: "grapheme-ascii" }), {
          minLength: 1,
          maxLength: 6,
        }),
        (width, kMax, names) => {
          const series = names.map((name) => ({
            name,
            points: [
              { x: 1, y: 0.1 },
              { x: kMax, y: 0.9 },
            ],
          }));
          expect(
            findOverlaps(renderLineChart({ ...chart, title: "t", width, series, references: [] })),
          ).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("draws without data, with one point, and with equal values", () => {
    checkMarkup(renderLineChart({ ...chart, series: [] }));
    checkMarkup(
      renderLineChart({ ...chart, y: { label: "y" }, series: [{ name: "a", points: [{ x: 1, y: 2 }] }] }),
    );
    checkMarkup(
      renderLineChart({
        ...chart,
        y: { label: "y" },
        series: [
          {
            name: "a",
            points: [
              { x: 1, y: 0 },
              { x: 2, y: 0 },
            ],
          },
        ],
      }),
    );
  });
});

describe("renderSmallMultiples", () => {
  it("draws a panel each on common axes with one legend", () => {
    const panels = ["a", "b", "c", "d"].map((title) => ({ title, series: chart.series }));
    const svg = renderSmallMultiples({ ...chart, panels });
    checkMarkup(svg);
    expect(findOverlaps(svg)).toEqual([]);
    expect(svg.match(/>base</g)).toHaveLength(1);
    expect(svg.match(/>100%</g)).toHaveLength(4);
  });
});

describe("renderBarChart", () => {
  const bars = [
    { label: "first", values: [{ value: 3 }, { value: 1 }] },
    {
      label: "a label far too long for the column that it is given, which is cut",
      values: [{ value: 0 }, { value: 4 }],
    },
  ];
  const spec = {
    title: "bars",
    description: "d",
    x: { label: "problems" },
    series: [{ name: "kept" }, { name: "lost" }],
    bars,
  };

  it("stacks segments end to end and leaves out empty ones", () => {
    const svg = renderBarChart({ ...spec, mode: "stacked" });
    checkMarkup(svg);
    const rects = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="24"/g)];
    expect(rects).toHaveLength(3);
    const [first, second] = rects.map(([, x, width]) => [Number(x), Number(width)] as const);
    expect(second![0]).toBeCloseTo(first![0] + first![1] + 1, 1);
    expect(findOverlaps(svg)).toEqual([]);
  });

  it("groups bars with whiskers, below zero too", () => {
    const values = [
      { value: -1, low: -2, high: 0.5 },
      { value: 2, low: 1, high: 3 },
    ];
    const svg = renderBarChart({ ...spec, bars: [{ label: "x", values }] });
    checkMarkup(svg);
    expect(svg).toContain(">−1<");
    expect(findOverlaps(svg)).toEqual([]);
  });
});

describe("ticks and scales", () => {
  it("are round, inside the range and about as many as asked for", () => {
    expect(selectLinearTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(selectLinearTicks(-0.13, 0.22, 4)).toEqual([-0.1, 0, 0.1, 0.2]);
    expect(selectLinearTicks(3, 3, 4)).toEqual([3]);
    expect(selectLog2Ticks(1, 50, 10)).toEqual([1, 2, 4, 8, 16, 32]);
    expect(selectLog2Ticks(1, 1024, 4)).toEqual([1, 8, 64, 512]);
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (min, span) => {
          const ticks = selectLinearTicks(min, min + span, 6);
          expect(ticks.length).toBeLessThanOrEqual(8);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(min - span * 1e-6);
            expect(tick).toBeLessThanOrEqual(min + span * (1 + 1e-6));
          }
        },
      ),
    );
  });

  it("place doublings at equal distances on a log2 axis", () => {
    const scale = createScale({ label: "k", scale: "log2" }, [1, 16], { start: 0, end: 400, tickCount: 10 });
    expect([1, 2, 4, 8, 16].map((k) => scale.place(k))).toEqual([0, 100, 200, 300, 400]);
    expect(scale.place(99)).toBe(400);
  });

  it("round open bounds outwards and keep fixed ones", () => {
    const layout = { start: 0, end: 100, tickCount: 5 };
    const open = createScale({ label: "y" }, [-0.13, 0.32], layout);
    expect([open.min, open.max]).toEqual([expect.closeTo(-0.2, 12), expect.closeTo(0.4, 12)]);
    const fixed = createScale({ label: "y", min: 0, max: 1 }, [0.3], layout);
    expect([fixed.min, fixed.max]).toEqual([0, 1]);
  });
});

describe("text", () => {
  it("is cut and wrapped to its width", () => {
    expect(truncateText("short", 100, 12)).toBe("short");
    expect(estimateTextWidth(truncateText("a very long label indeed", 60, 12), 12)).toBeLessThanOrEqual(60);
    for (const line of wrapText("several words that need more than one line", 80, 12)) {
      expect(estimateTextWidth(line, 12)).toBeLessThanOrEqual(80);
    }
    const { height } = renderLegend(
      ["one", "two", "three"].map((name) => ({ name, color: "red", mark: "line" })),
      { x: 0, y: 0, width: 90 },
    );
    expect(height).toBe(3 * 19);
  });
});

describe("formatNumber", () => {
  it("writes shares, points and undefined values", () => {
    expect(formatNumber(0.425, { style: "percent" })).toBe("42.5%");
    expect(formatNumber(-0.0312, { style: "points" })).toBe("−3.1");
    expect(formatNumber(0.0312, { style: "points" })).toBe("+3.1");
    expect(formatNumber(-0.0001, { style: "points" })).toBe("0.0");
    expect(formatNumber(Number.NaN)).toBe("–");
    expect(formatInterval({ value: 0.5, low: 0.4, high: 0.6 }, { style: "percent" })).toBe(
      "50.0% [40.0, 60.0]",
    );
    expect(formatInterval({ value: 0.5, low: Number.NaN, high: Number.NaN }, { style: "percent" })).toBe(
      "50.0%",
    );
    expect(formatPValue(0.0004)).toBe("<0.001");
    expect(formatPValue(0.0123)).toBe("0.012");
    expect(formatTick(0.25, 0.05, "percent")).toBe("25%");
    expect(formatTick(0.25, 0.05, "number")).toBe("0.25");
    expect(formatTick(20_000, 10_000, "number")).toBe("20k");
  });
});

describe("palette", () => {
  const luminance = (hex: string): number => {
    const [r, g, b] = [1, 3, 5].map((i) => {
      const channel = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (a: string, b: string): number => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high! + 0.05) / (low! + 0.05);
  };

  it("stands out from both backgrounds, and carries the text of stacked bars", () => {
    for (const { light, dark } of SERIES_COLORS) {
      expect(contrast(light, "#ffffff")).toBeGreaterThan(4);
      expect(contrast(dark, "#15181c")).toBeGreaterThan(4);
    }
  });
});
