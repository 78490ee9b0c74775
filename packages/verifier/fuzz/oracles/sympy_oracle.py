"""Compares two terms, given as JSON trees: by mpmath at 150 digits, and by sympy's simplify within a time limit.

Reads a line [a, b], writes a line {"numeric": "same" | "apart" | "unclear", "symbolic": "same" | "apart" | "unclear"}.
"""

import json
import signal
import sys

import mpmath
import sympy

mpmath.mp.dps = 150
SAME = mpmath.mpf(10) ** -130
APART = mpmath.mpf(10) ** -125
POINTS = [lambda size: size, lambda size: -size, lambda size: size if int(size * 1000) % 2 else -size]
SIMPLIFY_SECONDS = 1


class NoValue(Exception):
    pass


def variable_at(name, point):
    size = mpmath.mpf(300 + sum(31 * ord(char) * (point + 2) for char in name) % 2300) / 1000
    return POINTS[point](size)


def real(value):
    value = mpmath.mpmathify(value)
    if isinstance(value, mpmath.mpc):
        if abs(value.imag) > SAME:
            raise NoValue()
        return value.real
    return value


def whole(value):
    number = real(value)
    if abs(number - mpmath.nint(number)) > SAME:
        raise NoValue()
    return int(mpmath.nint(number))


def odd_root(value, index):
    value = mpmath.mpmathify(value)
    if index % 2 == 1 and not isinstance(value, mpmath.mpc) and value < 0:
        return -mpmath.root(-value, index)
    return mpmath.root(value, index)


def power(base, exponent, written):
    if written["kind"] == "rational" and int(written["d"]) % 2 == 1 and int(written["d"]) > 1:
        return odd_root(base, int(written["d"])) ** int(written["n"])
    if base == 0 and mpmath.re(exponent) <= 0:
        raise NoValue()
    if not isinstance(base, mpmath.mpc) and base < 0 and written["kind"] != "rational":
        if mpmath.im(exponent) != 0 or mpmath.re(exponent) != mpmath.nint(mpmath.re(exponent)):
            raise NoValue()
    if abs(mpmath.re(exponent)) > 5000:
        raise NoValue()
    return mpmath.power(base, exponent)


def floor_of(value, rounding):
    number = real(value)
    if number != mpmath.nint(number) and abs(number - mpmath.nint(number)) < APART:
        raise NoValue()
    return rounding(number)


CALLS = {
    "sin": mpmath.sin, "cos": mpmath.cos, "tan": mpmath.tan, "cot": mpmath.cot, "sec": mpmath.sec, "csc": mpmath.csc,
    "arcsin": lambda x: mpmath.asin(real(x)), "arccos": lambda x: mpmath.acos(real(x)), "arctan": mpmath.atan,
    "sinh": mpmath.sinh, "cosh": mpmath.cosh, "tanh": mpmath.tanh, "ln": mpmath.log,
    "log": lambda base, of: mpmath.log(of) / mpmath.log(base), "abs": abs,
    "floor": lambda x: floor_of(x, mpmath.floor), "ceil": lambda x: floor_of(x, mpmath.ceil),
    "factorial": lambda n: mpmath.mpf(sympy.factorial(whole(n)).p) if 0 <= whole(n) < 400 else (_ for _ in ()).throw(NoValue()),
    "binomial": lambda n, k: mpmath.binomial(whole(n), whole(k)),
    "gcd": lambda *xs: mpmath.mpf(int(sympy.igcd(*[whole(x) for x in xs]))),
    "lcm": lambda *xs: mpmath.mpf(int(sympy.ilcm(*[whole(x) for x in xs]))),
    "max": lambda *xs: max(map(real, xs)), "min": lambda *xs: min(map(real, xs)),
}


def evaluate(term, point):
    kind = term["kind"]
    if kind == "rational":
        return mpmath.mpf(int(term["n"])) / int(term["d"])
    if kind == "variable":
        return variable_at(term["name"], point)
    if kind == "constant":
        return {"pi": mpmath.pi, "e": mpmath.e, "i": mpmath.mpc(0, 1)}[term["name"]] * 1
    if kind == "negate":
        return -evaluate(term["of"], point)
    if kind == "sum":
        return mpmath.fsum(evaluate(part, point) for part in term["parts"])
    if kind == "product":
        return mpmath.fprod(evaluate(part, point) for part in term["parts"])
    if kind == "quotient":
        return evaluate(term["top"], point) / evaluate(term["bottom"], point)
    if kind == "power":
        return power(evaluate(term["base"], point), evaluate(term["exponent"], point), term["exponent"])
    if kind == "root":
        return odd_root(evaluate(term["of"], point), term["index"])
    return CALLS[term["name"]](*[evaluate(arg, point) for arg in term["args"]])


def numeric(a, b):
    seen = 0
    for point in range(len(POINTS)):
        try:
            x, y = evaluate(a, point), evaluate(b, point)
        except (NoValue, ZeroDivisionError, ValueError, OverflowError, TypeError):
            continue
        if not (mpmath.isfinite(x) and mpmath.isfinite(y)):
            continue
        distance = abs(x - y) / max(1, abs(x), abs(y))
        if distance > APART:
            return "apart"
        if distance > SAME:
            return "unclear"
        seen += 1
    return "same" if seen > 0 else "unclear"


SYMBOLIC = {
    "sin": sympy.sin, "cos": sympy.cos, "tan": sympy.tan, "cot": sympy.cot, "sec": sympy.sec, "csc": sympy.csc,
    "arcsin": sympy.asin, "arccos": sympy.acos, "arctan": sympy.atan, "sinh": sympy.sinh, "cosh": sympy.cosh,
    "tanh": sympy.tanh, "ln": sympy.log, "log": lambda base, of: sympy.log(of) / sympy.log(base), "abs": sympy.Abs,
    "floor": sympy.floor, "ceil": sympy.ceiling, "factorial": sympy.factorial, "binomial": sympy.binomial,
    "gcd": sympy.gcd, "lcm": sympy.lcm, "max": sympy.Max, "min": sympy.Min,
}


def build(term):
    kind = term["kind"]
    if kind == "rational":
        return sympy.Rational(int(term["n"]), int(term["d"]))
    if kind == "variable":
        return sympy.Symbol(term["name"], real=True)
    if kind == "constant":
        return {"pi": sympy.pi, "e": sympy.E, "i": sympy.I}[term["name"]]
    if kind == "negate":
        return -build(term["of"])
    if kind == "sum":
        return sympy.Add(*map(build, term["parts"]))
    if kind == "product":
        return sympy.Mul(*map(build, term["parts"]))
    if kind == "quotient":
        return build(term["top"]) / build(term["bottom"])
    if kind == "power":
        return sympy.Pow(build(term["base"]), build(term["exponent"]))
    if kind == "root":
        return sympy.root(build(term["of"]), term["index"])
    return SYMBOLIC[term["name"]](*map(build, term["args"]))


def out_of_time(_signal, _frame):
    raise TimeoutError()


def symbolic(a, b):
    signal.signal(signal.SIGALRM, out_of_time)
    signal.alarm(SIMPLIFY_SECONDS)
    try:
        difference = sympy.simplify(build(a) - build(b))
        return "same" if difference == 0 else "apart" if difference.is_zero is False else "unclear"
    except Exception:
        return "unclear"
    finally:
        signal.alarm(0)


for line in sys.stdin:
    first, second = json.loads(line)
    answer = {"numeric": numeric(first, second)}
    # Simplifying is slow and is asked only where the numbers agree.
    answer["symbolic"] = symbolic(first, second) if answer["numeric"] == "same" else "unclear"
    print(json.dumps(answer), flush=True)
